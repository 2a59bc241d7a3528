import type { Coverage } from "@evenkeel/core";
import { canonicalJson, issue, type Json, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { assume, createDraft, type Draft, keepDangling, note, table, warn } from "./draft.js";
import { finish } from "./finish.js";
import { type JiraResources, noteFieldNames, readResources, resourceKind } from "./jira/auxiliary.js";
import { readChanges } from "./jira/changelog.js";
import type { JiraContext, JiraIssue } from "./jira/context.js";
import { jiraFates } from "./jira/fates.js";
import { addFlow, type IssueFlow, settleDates } from "./jira/flow.js";
import { readIssue } from "./jira/issue.js";
import { readJiraLinks } from "./jira/links.js";
import { statesOf } from "./jira/states.js";
import { isObject, listAt, member, numberAt, parseJson, tallyJson, textAt } from "./json-text.js";
import { beyondLimit, limitsOf } from "./limits.js";
import type { Import, ReadOptions, Source } from "./types.js";

/** What the reader of Jira JSON takes. */
export interface JiraJsonOptions extends ReadOptions {
  readonly resources?: JiraResources;
}

const covers = (table: Coverage["table"], ...fields: readonly string[]): Coverage => ({ tool: "jira", table, fields });

const coverage: readonly Coverage[] = [
  covers("projects", "name"),
  covers(
    "items",
    "title",
    "kind",
    "sourceKind",
    "body",
    "parentId",
    "projectId",
    "stateId",
    "labels",
    "estimates",
    "dueDate",
    "createdAt",
    "updatedAt",
    "startedAt",
    "finishedAt",
    "blocked",
  ),
  covers("workflows", "states"),
  covers("timeboxes", "name", "interval", "goal", "itemIds"),
  covers("dependencies", "predecessorId", "successorId", "type"),
  covers("relations", "kind", "fromId", "toId"),
  covers("people", "name", "email", "zone"),
  covers("assignments", "itemId", "personId", "role"),
];

const historyCoverage = covers(
  "events",
  "created",
  "stateChanged",
  "assigned",
  "unassigned",
  "blocked",
  "unblocked",
  "estimated",
  "scopeChanged",
  "linkChanged",
  "dateChanged",
  "changed",
);

interface Page {
  readonly issues: readonly Json[];
  readonly path: readonly (string | number)[];
}

function isIssue(value: Json | undefined): boolean {
  return (
    isObject(value) && isObject(member(value, "fields")) && (textAt(value, "key") ?? textAt(value, "id")) !== undefined
  );
}

/** Pages of issues: a search result, several, a list of issues, or one issue. */
function pagesOf(value: Json): Page[] | undefined {
  if (isIssue(value)) return [{ issues: [value], path: [] }];
  if (Array.isArray(member(value, "issues"))) return [{ issues: listAt(value, "issues"), path: ["issues"] }];
  if (!Array.isArray(value)) return undefined;
  const list = value as readonly Json[];
  if (list.some(isIssue)) return [{ issues: list, path: [] }];
  const pages = list.filter((page) => Array.isArray(member(page, "issues")));
  if (pages.length === 0 || pages.length < list.length) return undefined;
  return list.map((page, index) => ({ issues: listAt(page, "issues"), path: [index, "issues"] }));
}

function noteMissingPages(draft: Draft, value: Json): void {
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
  warn(draft, "jira-page-short-not-last", [], [], { found: count, total: total ?? -1 });
}

function issuesOf(draft: Draft, pages: readonly Page[]): JiraIssue[] {
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

function resolveParents(context: JiraContext, found: readonly JiraIssue[]): void {
  const items = table(context.draft, "items");
  const keyOf = new Map(found.map(({ issue: each, key }) => [textAt(each, "id") ?? key, key]));
  for (const { key, path } of found) {
    const item = items.get(key);
    if (item?.parentId === undefined) continue;
    const parentId = items.has(item.parentId) ? item.parentId : keyOf.get(item.parentId);
    if (parentId !== undefined && parentId !== key) {
      if (parentId !== item.parentId) items.set(key, { ...item, parentId });
      continue;
    }
    const { parentId: reference, ...rest } = item;
    items.set(key, rest);
    keepDangling(context.draft, key, reference, "parent", [...path, "fields", "parent"]);
  }
}

function tallyIssues(context: JiraContext, value: Json, fateOf: ReturnType<typeof jiraFates>): void {
  const place = (source: string) =>
    source.replace(/^(?:\*\/)?(?:issues\/\*\/|\*\/(?=fields|changelog|id$|key$|self$|expand$))?/, "");
  const issueFate = (source: string, leaf: Json) => {
    const at = place(source);
    const isField = at.split("/").length <= 2 && at.startsWith("fields/");
    const custom = context.mapped.get(at.split("/")[1] ?? "");
    const fate = custom !== undefined && isField ? ({ fate: "mapped", to: custom } as const) : fateOf(at);
    return leaf === null && (isField || !at.includes("/")) ? ({ fate: "dropped", why: "empty" } as const) : fate;
  };
  const envelope =
    /^(\*\/)?(startAt|maxResults|total|isLast|nextPageToken|expand|issues|names\/.*|schema\/.*|warningMessages.*)$/;
  const isSingle = isIssue(value);
  tallyJson(
    context.draft.tally,
    value,
    "",
    (source, leaf) => (!isSingle && envelope.test(source) ? { fate: "mapped", to: "report" } : issueFate(source, leaf)),
    context.draft.lost,
  );
}

function readAll(context: JiraContext, value: Json, pages: readonly Page[]): void {
  const { draft } = context;
  const fateOf = jiraFates(draft.options.keepUnmapped ?? true);
  noteFieldNames(context, member(Array.isArray(value) ? (value as readonly Json[])[0] : value, "names"));
  noteMissingPages(draft, value);
  const found = issuesOf(draft, pages);
  const flows: IssueFlow[] = found.map((each) => ({ found: each, changes: readChanges(context, each) }));
  for (const each of found) readIssue(context, each, fateOf);
  resolveParents(context, found);
  for (const each of found) readJiraLinks(context, each);
  for (const flow of flows) addFlow(context, flow);
  const states = statesOf(draft, context.book);
  const categories = new Map(states.map((state) => [state.id, state.category]));
  if (states.length > 0) table(draft, "workflows").set("jira", { id: "jira", name: "Jira", states });
  for (const flow of flows) settleDates(context, flow, (id) => categories.get(id));
  const anyHistory = flows.some((flow) => flow.changes.has);
  draft.coverage = anyHistory ? [...coverage, historyCoverage] : [...coverage, covers("events", "created")];
  assume(draft, "started", "first change into a status of category active", "status categories");
  assume(draft, "done", "last change into a status of category done", "status categories");
  if (!anyHistory && found.length > 0) note(draft, "jira-no-changelog", [], [], { count: found.length });
  tallyIssues(context, value, fateOf);
}

/**
 * Reads Jira issues from its REST JSON: search results of either shape, lists of issues, or one issue, with or without
 * changelog, Cloud version 2 or 3 and servers.
 *
 * Histories are sorted by us; a history that was cut is marked and no start is stated for its item. Each link is read
 * once though it stands on both ends; a blocking link becomes a dependency, others relations. Nothing is clamped.
 *
 * @param source - bytes or text
 * @param options - `resources` (statuses, board, fields as JSON texts) besides the common ones
 * @returns plan, exact history where there is a changelog, logged effort, report
 *
 * Issues: interop/any-*, interop/jira-*.
 * Time O(n log n), space O(n).
 * Source: Atlassian, Jira REST API versions 2 and 3.
 *
 * @example
 * orThrow(readJiraJson('{"key":"A-1","fields":{"summary":"Dig"}}')).plan.items[0].title; // => "Dig"
 */
export function readJiraJson(source: Source, options: JiraJsonOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const limits = limitsOf(options);
  const parsed = parseJson(decoded.value.text, limits);
  if (!parsed.ok) return parsed;
  const pages = pagesOf(parsed.value);
  if (pages === undefined) {
    const kind = resourceKind(parsed.value);
    const facts = { found: kind ?? decoded.value.text.trim().slice(0, 40), expected: "Jira issues" };
    return refuse([issue(kind === undefined ? "interop/any-wrong-format" : "interop/jira-not-issues", { facts })]);
  }
  const count = pages.reduce((sum, page) => sum + page.issues.length, 0);
  if (count > limits.rows) return refuse([beyondLimit("rows", count, limits.rows)]);
  const draft = createDraft("jira-json", options);
  draft.assumptions.push(...decoded.value.assumptions);
  const context: JiraContext = {
    draft,
    book: { states: new Map() },
    fieldNames: new Map(),
    links: new Map(),
    columns: new Map(),
    mapped: new Map(),
  };
  const resources = readResources(context, options.resources ?? {}, options);
  if (!resources.ok) return resources;
  readAll(context, parsed.value, pages);
  return finish(draft);
}
