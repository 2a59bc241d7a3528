import type { StateCategory } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import type { JsonObject } from "../json-text.js";
import { member } from "../json-text.js";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import { either } from "../trackers/values.js";

/** Id of the workflow of work items. */
export const azureFlow = "azure-devops";

/** A work item with its place, its earlier revisions and its updates. */
export interface WorkItemRecord {
  readonly id: string;
  value: JsonObject;
  path: readonly (string | number)[];
  readonly revisions: JsonObject[];
  readonly updates: JsonObject[];
}

/** What reading one answer shares. */
export interface AzureContext extends Account {
  readonly records: Map<string, WorkItemRecord>;
  /** Updates read before their work item, by its id. */
  readonly orphans: Map<string, JsonObject[]>;
  /** Links that a query of links tells, by the work item they start from. */
  readonly queried: Map<string, JsonObject[]>;
  /** Rows of Analytics as they stand, by what they are in the words of the API. */
  readonly originals: Map<JsonObject, JsonObject>;
  /** Categories the tool tells of its states. */
  readonly categories: Map<string, StateCategory>;
  /** Names of states in the order they were met. */
  readonly states: Set<string>;
}

/** The person of an identity: an object, or `Name <address>` as older servers print it. */
export function personOf(context: AzureContext, identity: Json | undefined): string | undefined {
  if (typeof identity === "string") {
    const match = /^(.*?)\s*<([^<>]+)>$/.exec(identity);
    const id = match?.[2] ?? identity;
    return id === "" ? undefined : notePerson(context.draft, "azure-devops", { id, name: match?.[1] || undefined });
  }
  const id = either(identity, "uniqueName", "id", "displayName");
  return id === undefined
    ? undefined
    : notePerson(context.draft, "azure-devops", { id, name: either(identity, "displayName") });
}

/** A field of a work item, by the first of its reference names that is there. */
export function fieldOf(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  for (const name of names) {
    const found = member(value, "fields", name);
    if (found !== undefined && found !== "") return found;
  }
  return undefined;
}
