import { onTimeLine, type Relation, type WorkItem } from "@evenkeel/core";
import { compareText, type Json } from "@evenkeel/kernel";
import { addEvent, addRow, type Draft, defined, keepDangling, note, sourceOf, table, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import { addTo } from "../group.js";
import { noteEnds } from "../log-ends.js";
import { answeredCategory } from "../state-answers.js";
import { unnamedFate } from "../tally.js";
import { inZone } from "../zoned-time.js";
import { beginning } from "./dialect.js";
import type { OcelLog, OcelRecord, OcelValue } from "./log.js";

/** Parts of a log that found no place, by kind; they stay on the plan. */
export type Unplaced = Map<string, Json[]>;

interface Reading {
  readonly draft: Draft;
  readonly unplaced: Unplaced;
  readonly isKept: boolean;
  /** Values that are numbers or truth values where the format demands texts. */
  plainValues: number;
  timelessValues: number;
}

function leave(reading: Reading, kind: string, value: Json): void {
  const before = reading.unplaced.get(kind);
  if (before === undefined) reading.unplaced.set(kind, [value]);
  else before.push(value);
  const fate = unnamedFate(reading.isKept, "extensions");
  if (typeof value === "object" && value !== null) reading.draft.moved.set(value, fate);
}

/** A time of the log; undefined with an issue where it cannot be read. */
function timeOf(reading: Reading, record: OcelRecord, text: string): string | undefined {
  const time = parseForeignTime(text);
  if (time.ok) return time.form === "local" ? inZone(reading.draft, time.text, record.path) : time.text;
  const facts = { id: record.id, found: text.slice(0, 60) };
  warn(reading.draft, "ocel-malformed-date", [...record.path, "time"], [record.id], facts);
  return undefined;
}

/** Latest value of each attribute, and an event for every later one. */
function readValues(reading: Reading, record: OcelRecord): { [name: string]: Json } {
  const { draft } = reading;
  const byName = new Map<string, { readonly at: string | undefined; readonly value: Json }[]>();
  for (const { name, time, value } of record.values) {
    if (typeof value !== "string") reading.plainValues++;
    if (time === undefined) reading.timelessValues++;
    const isFirst =
      time === undefined || /^1970-01-01T00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/.test(time) || time === beginning;
    const list = byName.get(name) ?? [];
    list.push({ at: isFirst ? undefined : timeOf(reading, record, time), value });
    byName.set(name, list);
  }
  const order = (at: string | undefined) => (at === undefined ? Number.NEGATIVE_INFINITY : (onTimeLine(at) ?? 0));
  const latest = new Map<string, Json>();
  for (const [name, list] of byName) {
    const sorted = list.sort((a, b) => (order(a.at) === order(b.at) ? 0 : order(a.at) - order(b.at)));
    for (const [index, { at, value }] of sorted.entries()) {
      const from = latest.get(name);
      latest.set(name, value);
      if (at === undefined) continue;
      addEvent<"changed">(draft, {
        id: `${record.id}/${name}/${index}`,
        at,
        subject: { table: "items", id: record.id },
        source: "exact",
        type: "changed",
        field: name,
        from,
        to: value,
      });
    }
  }
  return reading.isKept ? Object.fromEntries(latest) : {};
}

function readObject(reading: Reading, record: OcelRecord): void {
  const { draft } = reading;
  const before = draft.events.length;
  const fields = { ...readValues(reading, record), ...(reading.isKept ? record.rest : {}) };
  const item = defined<WorkItem>({
    id: record.id,
    title: record.id,
    kind: "task",
    sourceKind: record.type,
    sources: [sourceOf(draft, "ocel", record.id)],
    customFields: Object.keys(fields).length > 0 ? fields : undefined,
  });
  if (addRow(draft, "items", item, record.path)) {
    draft.counts.imported++;
    return;
  }
  draft.events.length = before;
  draft.counts.rejected++;
  draft.lost.set(record.source, "an object with this id was read before");
}

function relate(reading: Reading, record: OcelRecord): void {
  const { draft } = reading;
  for (const [index, { objectId, qualifier }] of record.references.entries()) {
    const path = [...record.path, "relationships", index];
    if (!table(draft, "items").has(objectId)) {
      keepDangling(draft, record.id, objectId, qualifier ?? "relationships", path);
      continue;
    }
    const row = defined<Relation>({
      id: `${record.id}/${index}`,
      kind: "other",
      fromId: record.id,
      toId: objectId,
      sourceKind: qualifier,
    });
    addRow(draft, "relations", row, path);
  }
}

function valuesJson(values: readonly OcelValue[]): { [name: string]: Json } {
  const found = new Map<string, Json[]>();
  for (const { name, value } of values) addTo(found, name, value);
  return Object.fromEntries([...found].map(([name, list]) => [name, list.length === 1 ? (list[0] as Json) : list]));
}

interface Placed {
  readonly record: OcelRecord;
  readonly at: string;
  readonly order: number;
}

/** Events that have a time and an object; the others stay on the plan as they are. */
function placeEvents(reading: Reading, log: OcelLog): Placed[] {
  const { draft } = reading;
  const items = table(draft, "items");
  const placed: Placed[] = [];
  for (const record of log.events) {
    draft.counts.read++;
    const at = record.time === undefined ? undefined : timeOf(reading, record, record.time);
    const hasObject = record.references.some(({ objectId }) => items.has(objectId));
    if (record.time === undefined) {
      warn(draft, "ocel-malformed-date", record.path, [record.id], { id: record.id, found: "" });
    }
    if (!hasObject) warn(draft, "ocel-event-without-object", record.path, [record.id], { id: record.id });
    if (at === undefined || !hasObject) {
      draft.counts.rejected++;
      leave(reading, "events", record.source);
      continue;
    }
    draft.counts.imported++;
    placed.push({ record, at, order: onTimeLine(at) ?? 0 });
  }
  return placed.sort((a, b) => a.order - b.order);
}

/** An event as one event of each of its objects: each came to the activity. */
function readEvent(reading: Reading, { record, at }: Placed, last: Map<string, string>): void {
  const { draft, isKept } = reading;
  const items = table(draft, "items");
  const known = record.references.filter(({ objectId }) => items.has(objectId));
  const missing = record.references.filter(({ objectId }) => !items.has(objectId));
  for (const { objectId } of missing) {
    const facts = { item: record.id, reference: objectId.slice(0, 200), field: "relationships" };
    warn(draft, "any-dangling-reference", record.path, [record.id, objectId], facts);
  }
  const seen = new Set<string>();
  for (const { objectId, qualifier } of known) {
    const number = seen.size;
    if (seen.has(objectId)) continue;
    seen.add(objectId);
    const own = number === 0 ? { ...valuesJson(record.values), ...record.rest } : {};
    const lost = number === 0 && missing.length > 0 ? { danglingObjects: missing.map((each) => each.objectId) } : {};
    const all = { ...own, ...lost, ...(qualifier === undefined ? {} : { qualifier }) };
    addEvent<"stateChanged">(draft, {
      id: number === 0 ? record.id : `${record.id}/${number}`,
      at,
      subject: { table: "items", id: objectId },
      source: "exact",
      sources: [sourceOf(draft, "ocel", record.id)],
      extensions: isKept && Object.keys(all).length > 0 ? all : undefined,
      type: "stateChanged",
      from: last.get(objectId),
      to: record.type,
    });
    last.set(objectId, record.type);
  }
}

/** Workflows by type of object: its states are the types of events its objects came to, each active. */
function addStates(draft: Draft, last: ReadonlyMap<string, string>): void {
  const items = table(draft, "items");
  const states = new Map<string, Set<string>>();
  for (const event of draft.events) {
    const type = items.get(event.subject.id)?.sourceKind;
    if (event.type !== "stateChanged" || type === undefined) continue;
    states.set(type, (states.get(type) ?? new Set()).add(event.to));
  }
  for (const [type, names] of states) {
    const list = [...names]
      .sort(compareText)
      .map((name) => ({ id: name, name, category: answeredCategory(draft, name) ?? "active" }));
    table(draft, "workflows").set(type, { id: type, name: type, states: list });
  }
  const begun = new Map<string, string>();
  for (const event of draft.events) {
    if (event.type === "stateChanged" && !begun.has(event.subject.id)) begun.set(event.subject.id, event.at);
  }
  for (const [id, item] of items) {
    const stateId = last.get(id);
    draft.quality[stateId === undefined ? "unavailable" : "exact"]++;
    if (stateId === undefined) continue;
    const row = { ...item, workflowId: item.sourceKind, stateId, startedAt: begun.get(id) };
    items.set(id, defined<WorkItem>(row));
  }
}

/** Reads a log of any tool: objects become items, what happened to each becomes its history. */
export function readForeign(draft: Draft, log: OcelLog): Unplaced {
  const isKept = draft.options.keepUnmapped ?? true;
  const reading: Reading = { draft, unplaced: new Map(), isKept, plainValues: 0, timelessValues: 0 };
  for (const record of log.objects) {
    draft.counts.read++;
    readObject(reading, record);
  }
  for (const record of log.objects) if (!draft.lost.has(record.source)) relate(reading, record);
  const last = new Map<string, string>();
  for (const placed of placeEvents(reading, log)) readEvent(reading, placed, last);
  addStates(draft, last);
  noteEnds(draft);
  for (const { path, source } of log.nameless) {
    draft.counts.read++;
    draft.counts.rejected++;
    warn(draft, "ocel-nameless", path, [], { place: path.join("/") });
    leave(reading, "nameless", source);
  }
  const { plainValues, timelessValues } = reading;
  const isSecond = log.version === "2.0";
  if (isSecond && plainValues > 0) note(draft, "ocel-numeric-value", ["objects"], [], { count: plainValues });
  if (isSecond && timelessValues > 0)
    note(draft, "ocel-missing-attribute-time", ["objects"], [], { count: timelessValues });
  if (!isSecond) note(draft, "ocel-ocel1-keys", [], [], { found: "1.0", expected: "2.0" });
  return reading.unplaced;
}
