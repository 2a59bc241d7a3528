import { compareText, type Json } from "@evenkeel/kernel";
import { note, warn } from "../draft.js";
import { addTo } from "../group.js";
import { isObject, type JsonObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { sortable, toolTime } from "../trackers/times.js";
import { isAnalyticsLink, isAnalyticsRow, itemOfAnalytics, linkOfAnalytics } from "./analytics.js";
import type { AzureContext, WorkItemRecord } from "./context.js";

type Path = readonly (string | number)[];

const isChange = (value: Json | undefined): boolean =>
  isObject(value) && (Object.hasOwn(value, "newValue") || Object.hasOwn(value, "oldValue"));

/** Whether a value is an update: what one revision changed. */
function isUpdate(value: Json): value is JsonObject {
  if (!isObject(value)) return false;
  const fields = member(value, "fields");
  return textAt(value, "workItemId") !== undefined || (isObject(fields) && Object.values(fields).some(isChange));
}

const isItem = (value: Json): value is JsonObject =>
  isObject(value) && textAt(value, "id") !== undefined && isObject(member(value, "fields")) && !isUpdate(value);

/** A row of Analytics in the words of the API. */
function translated(context: AzureContext, row: JsonObject, id: string): JsonObject {
  const item = itemOfAnalytics(context, row, id);
  context.originals.set(item, row);
  return item;
}

function recordOf(context: AzureContext, id: string, value: JsonObject, path: Path): WorkItemRecord {
  const before = context.records.get(id);
  if (before !== undefined) return before;
  const record = { id, value, path, revisions: [], updates: [] };
  context.records.set(id, record);
  return record;
}

/** Adds a work item; of several revisions the latest is the item, all are its history. */
function addItem(context: AzureContext, value: JsonObject, path: Path): WorkItemRecord {
  const id = textAt(value, "id") as string;
  const record = recordOf(context, id, value, path);
  context.draft.counts.read++;
  record.revisions.push(value);
  if ((numberAt(value, "rev") ?? 0) > (numberAt(record.value, "rev") ?? 0)) {
    record.value = value;
    record.path = path;
  }
  return record;
}

function addUpdate(context: AzureContext, value: JsonObject, holder: string | undefined, path: Path): void {
  const id = textAt(value, "workItemId") ?? holder;
  if (id === undefined) {
    warn(context.draft, "azure-update-without-item", path, [], { position: Number(path.at(-1) ?? 0) });
    context.draft.lost.set(value, "its work item is not told");
    return;
  }
  context.places.set(value, "update");
  const record = context.records.get(id);
  if (record === undefined) addTo(context.orphans, id, value);
  else record.updates.push(value);
}

/** Whether a value is a row of a query of links: what links which item to which. */
const isQueriedLink = (value: Json): value is JsonObject =>
  isObject(value) &&
  textAt(value, "rel") !== undefined &&
  textAt(value, "source", "id") !== undefined &&
  textAt(value, "target", "id") !== undefined;

/** Finds the work items of an answer, whatever wraps them, with their updates and revisions. */
export function collect(context: AzureContext, root: Json): void {
  const queried: (readonly [link: JsonObject, original: JsonObject])[] = [];
  const stack: { readonly value: Json; readonly path: Path; readonly holder: string | undefined }[] = [
    { value: root, path: [], holder: undefined },
  ];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path, holder } = step;
    if (isUpdate(value)) {
      addUpdate(context, value, holder, path);
      continue;
    }
    if (isQueriedLink(value)) {
      queried.push([value, value]);
      continue;
    }
    if (isAnalyticsLink(value)) {
      const link = linkOfAnalytics(value);
      context.places.set(value, "analyticsLink");
      if (link === undefined) context.draft.lost.set(value, "taken back, or of a type without a name");
      else queried.push([link, value]);
      continue;
    }
    const isRow = isAnalyticsRow(value) || (path.at(-2) === "Revisions" && holder !== undefined && isObject(value));
    const item = isRow ? translated(context, value, textAt(value, "WorkItemId") ?? (holder as string)) : value;
    const record = isRow || isItem(item) ? addItem(context, item as JsonObject, path) : undefined;
    const object: JsonObject = isObject(value) ? value : {};
    if (textAt(object, "@odata.nextLink") !== undefined)
      note(context.draft, "azure-page-short", path, [], { found: listAt(object, "value").length });
    const keys = Object.keys(object);
    const inner = record === undefined ? keys : keys.filter((key) => /^(?:updates|[Rr]evisions)$/.test(key));
    const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
      ? value.map((each, index) => [index, each] as const)
      : inner.map((key) => [key, object[key] as Json] as const);
    for (const [key, each] of [...entries].reverse()) {
      if (typeof each === "object") stack.push({ value: each, path: [...path, key], holder: record?.id ?? holder });
    }
  }
  for (const [link, original] of queried) {
    const id = textAt(link, "source", "id") as string;
    if (context.records.has(id)) addTo(context.queried, id, link);
    if (link === original) context.places.set(link, "link");
    if (!context.records.has(id)) context.draft.lost.set(original, "its work item is not in the input");
  }
  for (const [id, updates] of context.orphans) {
    const record = context.records.get(id);
    if (record !== undefined) record.updates.push(...updates);
    else {
      for (const update of updates) context.draft.lost.set(update, "its work item is not in the input");
      warn(context.draft, "azure-update-without-item", [], [id], { position: updates.length });
    }
  }
  settleRevisions(context);
}

/** Revisions of Analytics that were asked for without their numbers are numbered in the order of their changes. */
function numberRevisions(context: AzureContext, record: WorkItemRecord): void {
  const { revisions } = record;
  if (
    revisions.length < 2 ||
    revisions.some((each) => !context.originals.has(each) || numberAt(each, "rev") !== undefined)
  )
    return;
  const dated = revisions.flatMap((revision) => {
    const at = toolTime(context.draft, member(revision, "fields", "System.ChangedDate"), record.path, [record.id]);
    return at === undefined ? [] : [{ revision: revision as { [name: string]: Json }, at: sortable(at) }];
  });
  if (dated.length < revisions.length) return;
  dated.sort((a, b) => compareText(a.at, b.at));
  for (const [index, { revision }] of dated.entries()) revision["rev"] = index + 1;
  record.value = dated.at(-1)?.revision ?? record.value;
}

function settleRevisions(context: AzureContext): void {
  for (const record of context.records.values()) {
    context.draft.counts.imported++;
    numberRevisions(context, record);
    const own = context.originals.get(record.value);
    context.places.set(own ?? record.value, own === undefined ? "workItem" : "analytics");
    const seen = new Set<string>();
    const kept: JsonObject[] = [];
    for (const revision of record.revisions) {
      const rev = textAt(revision, "rev") ?? "";
      if (revision !== record.value) context.draft.counts.merged++;
      const original = context.originals.get(revision);
      if (seen.has(rev) && revision !== record.value) {
        context.draft.lost.set(original ?? revision, "this revision was read before");
        continue;
      }
      seen.add(rev);
      kept.push(revision);
      if (revision !== record.value)
        context.places.set(original ?? revision, original === undefined ? "revision" : "analyticsRevision");
    }
    kept.sort((a, b) => (numberAt(a, "rev") ?? 0) - (numberAt(b, "rev") ?? 0));
    record.revisions.splice(0, record.revisions.length, ...kept);
    for (const link of listAt(record.value, "relations")) {
      if (isObject(link) && /^System\.LinkTypes\./.test(textAt(link, "rel") ?? "")) context.places.set(link, "link");
    }
  }
}
