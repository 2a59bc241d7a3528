import type { StateCategory } from "@evenkeel/core";
import { formatInstant, type Json } from "@evenkeel/kernel";
import { numberAt, textAt } from "../json-text.js";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import { either } from "../trackers/values.js";

/** Id of the workflow of a board, and of that of check items. */
export const boardFlow = "trello";
export const checkFlow = "checklist";

/** A list as a state. */
export interface ListState {
  readonly id: string;
  readonly name: string;
  readonly category: StateCategory;
  readonly wipLimit?: number;
}

/** What reading one board shares. */
export interface TrelloContext extends Account {
  readonly tool: "trello" | "wekan";
  readonly states: Map<string, ListState>;
  /** Names of labels by id. */
  readonly labels: Map<string, string>;
  /** Ids of cards without a recorded creation. */
  readonly fromId: string[];
  /** Ids of cards whose older actions are missing. */
  readonly cut: string[];
}

export const idOf = (value: Json | undefined): string | undefined => either(value, "id", "_id");

/** Where a record stands among its like. */
export const rankOf = (value: Json): number | undefined => numberAt(value, "pos") ?? numberAt(value, "sort");

/** When a record was made, by the seconds its id begins with; other ids do not tell. */
export function instantOfId(id: string): string | undefined {
  return /^[0-9a-f]{24}$/i.test(id) ? formatInstant(Number.parseInt(id.slice(0, 8), 16) * 1000) : undefined;
}

/** Notes a person by id, with whatever names stand beside it. */
export function personOf(context: TrelloContext, id: string | undefined, beside?: Json): string | undefined {
  if (id === undefined) return undefined;
  const name = either(beside, "fullName") ?? textAt(beside, "profile", "fullname") ?? either(beside, "username");
  return notePerson(context.draft, context.tool, { id, name, email: undefined });
}
