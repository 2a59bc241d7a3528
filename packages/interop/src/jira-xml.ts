import type { Coverage, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { type Result, refuse } from "@evenkeel/kernel";
import { attributeOf } from "./attribute-values.js";
import { assume, note, table, warn } from "./draft.js";
import { finish } from "./finish.js";
import type { JiraContext, JiraIssue } from "./jira/context.js";
import { addFlow, type IssueFlow, settleDates } from "./jira/flow.js";
import { readIssue } from "./jira/issue.js";
import { readJiraLinks } from "./jira/links.js";
import { statesOf } from "./jira/states.js";
import { issueOf } from "./jira/xml-issue.js";
import { keepRest } from "./keep-rest.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { compileFates, fates } from "./tally.js";
import { type FateOf, unnamedIn } from "./trackers/account.js";
import { addParent } from "./trackers/links.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { openXml } from "./xml-source.js";
import { child, children, childText, tallyXml, type XmlElement } from "./xml-tree.js";

const itemPlace = "rss/channel/item";

const own = (to: string, ...names: readonly string[]) =>
  fates("mapped", undefined, ...names.map((name) => `${itemPlace}/${name} > ${to}`));

const rules = [
  ...fates(
    "mapped",
    undefined,
    "rss > report",
    "rss/@version > report",
    "rss/channel > report",
    "rss/channel/item > items",
    "rss/channel/issue > report",
    "rss/channel/issue/** > report",
  ),
  ...own("items.title", "summary", "title"),
  ...own("items.id", "key", "key/@id"),
  ...own("items.sources.url", "link"),
  ...own("items.body", "description"),
  ...own("projects", "project", "project/@id", "project/@key"),
  ...own("items.sourceKind", "type"),
  ...own("items.stateId", "status", "status/@id", "statusCategory/@key", "statusCategory"),
  ...own("items.parentId", "parent", "parent/@id", "subtasks", "subtasks/subtask", "subtasks/subtask/@id"),
  ...own("assignments.personId", "assignee", "assignee/@accountid", "assignee/@username"),
  ...own("events.actor", "reporter", "reporter/@accountid", "reporter/@username"),
  ...own("items.labels", "labels", "labels/label"),
  ...own("items.createdAt", "created"),
  ...own("items.updatedAt", "updated"),
  ...own("items.finishedAt", "resolved"),
  ...own("items.dueDate", "due"),
  ...own(
    "items.estimates",
    "timeoriginalestimate",
    "timeoriginalestimate/@seconds",
    "timeestimate",
    "timeestimate/@seconds",
  ),
  ...own("dependencies", "issuelinks", "issuelinks/**"),
  ...fates(
    "dropped",
    "rolled up by the tool over subtasks",
    ...["aggregatetimeoriginalestimate", "aggregatetimeremainingestimate", "aggregatetimespent"].map(
      (name) => `${itemPlace}/${name}/**`,
    ),
  ),
  ...fates(
    "dropped",
    "picture or words for the tool's own screens",
    ...["type", "status", "statusCategory"].map((name) => `${itemPlace}/${name}/**`),
  ),
  ...fates("dropped", "wraps the fields", `${itemPlace}/customfields`),
];

function fatesOf(context: JiraContext): FateOf {
  const ofItem = compileFates(rules, unnamedIn(context.draft));
  const around = { fate: "dropped", why: "about the feed, not the work" } as const;
  return (source) => {
    const fate = ofItem(source);
    return fate.fate !== "kept-raw" || source.startsWith(`${itemPlace}/`) ? fate : around;
  };
}

const coverage: readonly Coverage[] = [
  { tool: "jira", table: "projects", fields: ["name"] },
  {
    tool: "jira",
    table: "items",
    fields: [
      ...["title", "kind", "sourceKind", "body", "parentId", "projectId", "stateId", "labels", "estimates", "dueDate"],
      ...["createdAt", "updatedAt", "finishedAt", "blocked"],
    ],
  },
  { tool: "jira", table: "workflows", fields: ["states"] },
  { tool: "jira", table: "timeboxes", fields: ["name", "itemIds"] },
  { tool: "jira", table: "dependencies", fields: ["predecessorId", "successorId", "type"] },
  { tool: "jira", table: "relations", fields: ["kind", "fromId", "toId"] },
  { tool: "jira", table: "people", fields: ["name"] },
  { tool: "jira", table: "assignments", fields: ["itemId", "personId", "role"] },
  { tool: "jira", table: "events", fields: ["created"] },
];

/** An item of the feed with its issue. */
interface FeedItem extends JiraIssue {
  readonly element: XmlElement;
}

const mappedAll: FateOf = () => ({ fate: "mapped" });

/** Reads one item, and keeps on it what has no place in the model. */
function addItem(context: JiraContext, found: FeedItem, fateOf: FateOf): boolean {
  const { draft } = context;
  if (!readIssue(context, found, mappedAll)) return false;
  const items = table(draft, "items");
  const item = items.get(found.key);
  if (item === undefined) return false;
  const text = childText(found.element, "description");
  const left = found.element.children.map(
    (each): XmlElement =>
      each.name === "customfields"
        ? { ...each, children: each.children.filter((field) => !draft.moved.has(field)) }
        : each,
  );
  const kept =
    (draft.options.keepUnmapped ?? true)
      ? keepRest({ ...found.element, children: left }, itemPlace, fateOf)
      : undefined;
  items.set(item.id, {
    ...item,
    ...(text === undefined ? {} : { body: { text, markup: "html" } }),
    ...(kept === undefined ? {} : { customFields: kept as { readonly [name: string]: Json } }),
  });
  return true;
}

function readItems(context: JiraContext, elements: readonly XmlElement[], fateOf: FateOf): FeedItem[] {
  const { draft } = context;
  const read: FeedItem[] = [];
  for (const element of elements) {
    draft.counts.read++;
    const key = childText(element, "key") ?? /^\[([^\]]+)\]/.exec(childText(element, "title") ?? "")?.[1];
    if (key === undefined) {
      warn(draft, "jira-not-an-issue", [element.line], [], { position: draft.counts.read - 1 });
      draft.lost.set(element, "no key");
      draft.counts.rejected++;
      continue;
    }
    const found: FeedItem = { key, ...issueOf(context, element, key), path: [element.line], element };
    if (addItem(context, found, fateOf)) {
      draft.counts.imported++;
      read.push(found);
    } else {
      draft.lost.set(element, "an issue with this key was read before");
      draft.counts.rejected++;
    }
  }
  return read;
}

function settleParents(context: JiraContext, read: readonly FeedItem[]): void {
  const { draft } = context;
  const items = table(draft, "items");
  for (const { key, element } of read) {
    const { parentId, ...rest } = items.get(key) as WorkItem;
    items.set(key, rest);
    if (parentId !== undefined)
      addParent(draft, { itemId: key, otherId: parentId, field: "parent", path: [element.line, "parent"] });
  }
  for (const { key, element } of read) {
    for (const each of children(child(element, "subtasks"), "subtask")) {
      const itemId = each.text.trim();
      if (items.get(itemId)?.parentId === undefined && items.has(itemId))
        addParent(draft, { itemId, otherId: key, field: "subtasks", path: [each.line, "subtask"] });
    }
  }
}

function noteCut(context: JiraContext, channel: XmlElement | undefined, found: number): void {
  const total = Number(attributeOf(child(channel, "issue"), "total") ?? Number.NaN);
  if (Number.isFinite(total) && total > found)
    warn(context.draft, "jira-page-short-not-last", ["issue"], [], { found, total });
}

/**
 * Reads Jira's XML export, the RSS 0.92 feed of a search: current state and stamps, since such a file holds no history.
 *
 * The mapping is that of the JSON of its API, so that both give the same items and links. Times stand with their offsets; a due date
 * is the day that is written. Descriptions are HTML.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history inferred from stamps, report
 *
 * Issues: interop/any-*, interop/jira-*.
 * Time O(n log n), space O(n).
 * Source: Atlassian, Jira's XML view of a search (RSS 0.92).
 *
 * @example
 * orThrow(readJiraXml('<rss version="0.92"><channel><item><key>A-1</key><summary>Dig</summary></item></channel></rss>')).plan.items[0].title; // => "Dig"
 */
export function readJiraXml(source: Source, options: ReadOptions = {}): Result<Import> {
  const opened = openXml(source, "jira-xml", options, {
    holds: (root) => root.name === "rss" && child(root, "channel") !== undefined,
    expected: "root element rss with a channel",
  });
  if (!opened.ok) return opened;
  const { root, draft } = opened.value;
  const channel = child(root, "channel");
  const elements = children(channel, "item");
  const limits = limitsOf(options);
  if (elements.length > limits.rows) return refuse([beyondLimit("rows", elements.length, limits.rows)]);
  const context: JiraContext = {
    draft,
    book: { states: new Map() },
    fieldNames: new Map(),
    links: new Map(),
    columns: new Map(),
    mapped: new Map(),
    histories: new Map(),
  };
  draft.version = attributeOf(root, "version");
  const fateOf = fatesOf(context);
  const read = readItems(context, elements, fateOf);
  settleParents(context, read);
  for (const each of read) readJiraLinks(context, each);
  const flows = read.map((found): IssueFlow => ({ found, changes: { list: [], has: false, truncated: false } }));
  for (const flow of flows) addFlow(context, flow);
  const states = statesOf(draft, context.book);
  if (states.length > 0) table(draft, "workflows").set("jira", { id: "jira", name: "Jira", states });
  const categories = new Map(states.map((state) => [state.id, state.category]));
  for (const flow of flows) settleDates(context, flow, (id) => categories.get(id));
  noteCut(context, channel, elements.length);
  if (read.length > 0) note(draft, "jira-no-changelog", [], [], { count: read.length });
  assume(draft, "done", "the resolved stamp", "the export holds no history");
  draft.coverage = coverage;
  tallyXml(draft.tally, root, "rss", fateOf, draft.lost, draft.moved);
  return finish(draft);
}
