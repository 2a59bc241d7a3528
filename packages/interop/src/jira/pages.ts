import { canonicalJson, type Json } from "@evenkeel/kernel";
import { type Draft, warn } from "../draft.js";
import { isObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { bareIssue, isBulk } from "./changelog-pages.js";
import type { JiraIssue } from "./context.js";

/** Issues that came together, and where. */
export interface Page {
  readonly issues: readonly Json[];
  readonly path: readonly (string | number)[];
}

/** Whether a value is an issue: an object with fields and a key or id. */
export function isIssue(value: Json | undefined): boolean {
  return (
    isObject(value) && isObject(member(value, "fields")) && (textAt(value, "key") ?? textAt(value, "id")) !== undefined
  );
}

/** Pages of issues: a search result, several, a list of issues, or one issue. */
export function pagesOf(value: Json): Page[] | undefined {
  const bare = bareIssue(value);
  if (bare !== undefined) return [{ issues: [bare], path: [] }];
  if (isIssue(value)) return [{ issues: [value], path: [] }];
  if (Array.isArray(member(value, "issues"))) return [{ issues: listAt(value, "issues"), path: ["issues"] }];
  if (!Array.isArray(value)) return undefined;
  const list = (value as readonly Json[]).filter((each) => !isBulk(each));
  if (list.some(isIssue)) return [{ issues: list, path: [] }];
  const pages = list.filter((page) => Array.isArray(member(page, "issues")));
  if (pages.length === 0 || pages.length < list.length) return undefined;
  return list.map((page, index) => ({ issues: listAt(page, "issues"), path: [index, "issues"] }));
}

/** Says when more pages are waiting. */
export function noteMissingPages(draft: Draft, value: Json): void {
  const pages = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const last = pages.at(-1);
  const count = pages.reduce<number>((sum, page) => sum + listAt(page, "issues").length, 0);
  const total = numberAt(last, "total");
  if (
    textAt(last, "nextPageToken") === undefined &&
    member(last, "isLast") !== false &&
    (total === undefined || count >= total)
  )
    return;
  warn(draft, "jira-page-short-not-last", [], [], { found: count, total: total ?? "not told" });
}

/** The issues of all pages, each key once. */
export function issuesOf(draft: Draft, pages: readonly Page[]): JiraIssue[] {
  const seen = new Map<string, Json>();
  const found: JiraIssue[] = [];
  const leave = (value: Json, why: string, count: "merged" | "rejected") => {
    if (typeof value === "object" && value !== null) draft.lost.set(value, why);
    draft.counts[count]++;
  };
  for (const { issues, path: base } of pages) {
    for (const [index, value] of issues.entries()) {
      draft.counts.read++;
      const path = base.length === 0 && issues.length === 1 ? [] : [...base, index];
      const key = textAt(value, "key") ?? textAt(value, "id");
      if (!isIssue(value) || key === undefined) {
        warn(draft, "jira-not-an-issue", path, [], { position: index });
        leave(value, "no issue", "rejected");
      } else if (seen.has(key)) {
        const isSame = canonicalJson(seen.get(key)) === canonicalJson(value);
        if (!isSame) warn(draft, "any-duplicate-id", path, [key], { id: key, table: "items" });
        leave(value, "an issue with this key was read before", isSame ? "merged" : "rejected");
      } else {
        seen.set(key, value);
        draft.counts.imported++;
        const fields = member(value, "fields");
        if (isObject(value) && isObject(fields)) found.push({ key, issue: value, fields, path });
      }
    }
  }
  return found;
}
