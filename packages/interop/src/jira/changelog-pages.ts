import type { Json } from "@evenkeel/kernel";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";

/** Histories of a changelog: as issues hold them, or as the changelog's own resource pages them. */
export function historiesOf(changelog: Json | undefined): readonly Json[] | undefined {
  for (const name of ["histories", "values"]) {
    const found = member(changelog, name);
    if (Array.isArray(found)) return found as readonly Json[];
  }
  return undefined;
}

const isHistory = (value: Json | undefined): boolean =>
  isObject(value) && textAt(value, "created") !== undefined && Array.isArray(member(value, "items"));

/** Whether a value is a page of a changelog that stands alone, without the issue it is of. */
const isBarePage = (value: Json): value is JsonObject =>
  isObject(value) && member(value, "issues") === undefined && listAt(value, "values").some(isHistory);

/** Id or key of an issue in the address of a page of its changelog. */
const issueOf = (page: Json): string | undefined =>
  [textAt(page, "self"), textAt(page, "nextPage")]
    .map((url) => /\/issue\/([^/?#]+)\/changelog/.exec(url ?? "")?.[1])
    .find((id) => id !== undefined);

/** A page of a changelog as an issue of which nothing but its changes is known. */
export function bareIssue(value: Json): JsonObject | undefined {
  if (!isBarePage(value)) return undefined;
  const id = issueOf(value) ?? "?";
  return { id, fields: { summary: id }, changelog: value };
}

/** Whether a value holds changelogs of several issues, as they are fetched in bulk. */
export const isBulk = (value: Json | undefined): boolean => Array.isArray(member(value, "issueChangeLogs"));

/** Histories that stand beside the issues, by the id of the issue; several pages of one issue follow each other. */
export function historiesBeside(value: Json): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, readonly Json[]>();
  const answers = Array.isArray(value) ? (value as readonly Json[]) : [value];
  for (const log of answers.flatMap((answer) => listAt(answer, "issueChangeLogs"))) {
    const id = textAt(log, "issueId");
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), ...listAt(log, "changeHistories")]);
  }
  return found;
}
