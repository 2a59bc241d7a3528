import type { Finding } from "evenkeel";
import { type Page, title } from "../page/parts.js";

const own = (names: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;

/** A row someone can recognize: its kind and its name, or its id where it has no name. */
export function referenceText({ table, id }: Finding["subject"], { review, texts }: Page): string {
  const { names, executive } = review;
  const name =
    table === "items" || table === "outcomes"
      ? own(names.items, id)
      : table === "people" || table === "teams"
        ? own(names.people, id)
        : table === "commitments"
          ? executive.promises.find(({ commitmentId }) => commitmentId === id)?.what
          : table === "decisions"
            ? executive.decisions.find(({ decisionId }) => decisionId === id)?.question
            : undefined;
  const kind = texts.sayOr(`table-${table}`, table);
  return name === undefined
    ? texts.say("reference-id", { kind, id })
    : texts.say("reference", { kind, name: title(name) });
}

/** The name of an item, or its id. */
export const itemName = (id: string, { review }: Page): string => title(own(review.names.items, id) ?? id);
/** The name of a person, or the id. */
export const personName = (id: string, { review }: Page): string => title(own(review.names.people, id) ?? id);
