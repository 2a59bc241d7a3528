import type { Coverage } from "@evenkeel/core";
import { issue, type Json, type Result, refuse } from "@evenkeel/kernel";
import { coversOf } from "./covers.js";
import { decodeSource } from "./decode.js";
import { assume, createDraft, keepDangling, note, table, warn } from "./draft.js";
import { finish } from "./finish.js";
import { type JiraResources, noteFieldNames, readResources, resourceKind } from "./jira/auxiliary.js";
import { readChanges } from "./jira/changelog.js";
import { bareIssue, historiesBeside } from "./jira/changelog-pages.js";
import type { JiraContext, JiraIssue } from "./jira/context.js";
import { jiraFates } from "./jira/fates.js";
import { addFlow, type IssueFlow, settleDates } from "./jira/flow.js";
import { readIssue } from "./jira/issue.js";
import { readJiraLinks } from "./jira/links.js";
import { isIssue, issuesOf, noteMissingPages, type Page, pagesOf } from "./jira/pages.js";
import { statesOf } from "./jira/states.js";
import { member, parseJson, tallyJson, textAt } from "./json-text.js";
import { beyondLimit, limitsOf } from "./limits.js";
import type { Import, ReadOptions, Source } from "./types.js";

/** What the reader of Jira JSON takes. */
export interface JiraJsonOptions extends ReadOptions {
  readonly resources?: JiraResources;
}

const covers = coversOf("jira");

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

/** The place of histories that stand beside their issue or without it, as if they stood within. */
const underIssue = (source: string): string =>
  source
    .replace(/^(?:\*\/)?issueChangeLogs\/\*\/changeHistories(?=\/|$)/, "changelog/histories")
    .replace(/^(?:\*\/)?issueChangeLogs\/\*\/issueId$/, "id")
    .replace(/^values(?=\/|$)/, "changelog/histories");

function tallyIssues(context: JiraContext, value: Json, fateOf: ReturnType<typeof jiraFates>): void {
  const place = (source: string) =>
    underIssue(source).replace(/^(?:\*\/)?(?:issues\/\*\/|\*\/(?=fields|changelog|id$|key$|self$|expand$))?/, "");
  const issueFate = (source: string, leaf: Json) => {
    const at = place(source);
    const isField = at.split("/").length <= 2 && at.startsWith("fields/");
    const custom = context.mapped.get(at.split("/")[1] ?? "");
    const fate = custom !== undefined && isField ? ({ fate: "mapped", to: custom } as const) : fateOf(at);
    return leaf === null && (isField || !at.includes("/")) ? ({ fate: "dropped", why: "empty" } as const) : fate;
  };
  const envelope =
    /^(\*\/)?(startAt|maxResults|total|isLast|nextPageToken|nextPage|expand|issues|issueChangeLogs|names\/.*|schema\/.*|warningMessages.*)$/;
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
  const bare = bareIssue(value);
  if (bare === undefined) noteMissingPages(draft, value);
  else {
    const item = textAt(bare, "id") as string;
    warn(draft, "jira-changelog-without-issue", [], [item], { item });
  }
  for (const [id, histories] of historiesBeside(value)) context.histories.set(id, histories);
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
 * Changelogs are read within their issues, as pages of their own resource put there, fetched in bulk beside the issues, or as one
 * page alone, whose issue is then named by its address. Histories are sorted by us; a history that was cut is marked and no start is stated for its item. Each link is read
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
    histories: new Map(),
  };
  const resources = readResources(context, options.resources ?? {}, options);
  if (!resources.ok) return resources;
  readAll(context, parsed.value, pages);
  return finish(draft);
}
