import { tableNames, type WorkHistory, type WorkPlan, type WorkRecords } from "@evenkeel/core";
import { issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { parseHistory, parsePlan, parseRecords } from "@evenkeel/schema";
import { type Draft, warn } from "../draft.js";
import { listAt, parseJson, textAt } from "../json-text.js";
import { limitsOf } from "../limits.js";
import { decodeField, dialectVersion, marker, recordTables } from "./dialect.js";
import type { OcelLog, OcelRecord } from "./log.js";

/** Documents as they were written, read again. */
export interface OwnDocuments {
  readonly plan: WorkPlan;
  readonly history: WorkHistory;
  readonly records: WorkRecords;
}

/** Whether a log says that it holds documents of ours. */
export function isOwn(log: OcelLog): boolean {
  return log.objects.some((each) => each.id === marker && each.type === marker);
}

/** Declared types of attributes, by type and name. */
function declarationsOf(log: OcelLog, key: "objectTypes" | "eventTypes"): Map<string, Map<string, string>> {
  const types = listAt(log.rest[key]).map((each) => {
    const attributes = listAt(each, "attributes").map(
      (one) => [textAt(one, "name") ?? "", textAt(one, "type") ?? ""] as const,
    );
    return [textAt(each, "name") ?? "", new Map(attributes)] as const;
  });
  return new Map(types);
}

/** The fields of an object or event; a value that does not fit its type is an issue and left out. */
function fieldsOf(
  draft: Draft,
  record: OcelRecord,
  declared: ReadonlyMap<string, string> | undefined,
): [string, Json][] {
  const limits = limitsOf(draft.options);
  const parse = (text: string): Json | undefined => {
    const parsed = parseJson(text, limits, "plain");
    return parsed.ok ? parsed.value : undefined;
  };
  const fields: [string, Json][] = [];
  for (const { name, value } of record.values) {
    const field = decodeField(name, value, declared?.get(name), parse);
    if (field !== undefined) fields.push([field[0], field[1]]);
    else {
      const facts = { field: name, found: String(value).slice(0, 60), expected: declared?.get(name) ?? "JSON" };
      warn(draft, "ocel-invalid-value", [...record.path, name], [record.id], facts);
    }
  }
  return fields;
}

type Rows = Map<string, Json[]>;

/** Objects as rows of their tables, and as what stands beside the tables of each document. */
function readObjects(
  draft: Draft,
  log: OcelLog,
): { readonly rows: Rows; readonly beside: Map<string, [string, Json][]> } {
  const declared = declarationsOf(log, "objectTypes");
  const tables = new Set<string>([...tableNames, ...recordTables]);
  const rows: Rows = new Map([...declared.keys()].filter((name) => tables.has(name)).map((name) => [name, []]));
  const beside = new Map<string, [string, Json][]>();
  for (const record of log.objects) {
    const fields = fieldsOf(draft, record, declared.get(record.type));
    draft.counts.read++;
    if (tables.has(record.type)) {
      const row = Object.fromEntries(fields);
      const before = rows.get(record.type);
      if (before === undefined) rows.set(record.type, [row]);
      else before.push(row);
    } else if (record.id === record.type) beside.set(record.id, fields);
    else {
      warn(draft, "ocel-unknown-object", record.path, [record.id], { id: record.id, type: record.type.slice(0, 60) });
      draft.counts.rejected++;
      draft.lost.set(record.source, "no table of the documents");
      continue;
    }
    draft.counts.imported++;
  }
  return { rows, beside };
}

function readEvents(draft: Draft, log: OcelLog): Json[] {
  const declared = declarationsOf(log, "eventTypes");
  return log.events.map((record) => {
    draft.counts.read++;
    draft.counts.imported++;
    const fields = fieldsOf(draft, record, declared.get(record.type));
    const at = fields.some(([name]) => name === "at") ? [] : [["at", record.time ?? ""] as const];
    return Object.fromEntries([["id", record.id], ["type", record.type], ...at, ...fields]) as Json;
  });
}

/** Reads a log that `writeOcel` wrote back into its documents, as the schemas say. */
export function readOwn(draft: Draft, log: OcelLog): Result<OwnDocuments> {
  const mark = log.objects.find((each) => each.id === marker);
  const version = mark?.values.find((each) => each.name === "version")?.value;
  if (version !== dialectVersion) {
    const facts = { found: String(version ?? "").slice(0, 20), expected: dialectVersion };
    return refuse([issue("interop/ocel-version", { path: mark?.path ?? [], facts })]);
  }
  const { rows, beside } = readObjects(draft, log);
  const events = readEvents(draft, log);
  const of = (names: readonly string[]) => [...rows].filter(([name]) => names.includes(name));
  const planRows = of(tableNames);
  const plan = parsePlan(Object.fromEntries([...(beside.get("plan") ?? []), ...planRows]));
  const history = parseHistory(
    Object.fromEntries([...(beside.get("history") ?? [["formatVersion", 1] as [string, Json]]), ["events", events]]),
    plan.ok ? plan.value : undefined,
  );
  const records = parseRecords(
    Object.fromEntries([...(beside.get("records") ?? [["formatVersion", 1] as [string, Json]]), ...of(recordTables)]),
  );
  const issues = [...plan.issues, ...history.issues, ...records.issues];
  if (plan.ok && history.ok && records.ok) {
    draft.issues.push(...issues);
    return ok({ plan: plan.value, history: history.value, records: records.value });
  }
  const [head, ...rest] = issues;
  const unknown = issue("interop/any-wrong-format", { facts: { found: "", expected: "documents" } });
  return refuse([head ?? unknown, ...rest]);
}

/** How many items have which quality of history. */
export function qualityOf(draft: Draft, { plan, history }: OwnDocuments): void {
  const sources = new Map<string, string>();
  for (const { subject, source } of history.events) {
    if (subject.table === "items" && sources.get(subject.id) !== "exact") sources.set(subject.id, source);
  }
  for (const { id } of plan.items ?? []) {
    const source = sources.get(id);
    draft.quality[source === "exact" ? "exact" : source === undefined ? "unavailable" : "fromTimestamps"]++;
  }
  draft.quality.truncated = history.truncated?.length ?? 0;
}
