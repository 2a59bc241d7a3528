import {
  type Assignment,
  type Coverage,
  type Dependency,
  type Relation,
  type Row,
  type TableName,
  tableNames,
  type WorkEvent,
  type WorkPlan,
  type WorkRecords,
} from "@evenkeel/core";
import { canonicalJson, type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type IdMap, mapEvent, mapFields, mapHistoryIds, mapPlanIds, mapRecordIds, mapSubject } from "./map-ids.js";
import { believed, type FieldConflict, mergedRow } from "./merge/fields.js";
import { type Group, groupsOf, type Node, type Sources } from "./merge/joined.js";
import type { MergeRules } from "./merge/rules.js";
import type { Import } from "./types.js";

export type { FieldConflict } from "./merge/fields.js";
export { type JoinRule, type MergeRules, parseMergeRules, type SourceRow } from "./merge/rules.js";

/** An import with the name rules call it by. */
export interface MergeSource {
  readonly name: string;
  readonly value: Import;
}

/** Several sources as one. */
export interface MergedImport {
  readonly value: Import;
  /** Fields on which joined rows differ. */
  readonly conflicts: readonly FieldConflict[];
}

/**
 * The import under other ids of rows, references and events among them.
 *
 * @param read - an import
 * @param rename - another id for an id of one of these tables (`events` and tables of records too)
 * @returns the import; nothing else changes
 *
 * Issues: none.
 * Time O(rows + events), space the same.
 * Source: own.
 *
 * @example
 * import { readMarkdown } from "@evenkeel/interop/markdown";
 * renameIds(orThrow(readMarkdown("- [ ] Dig id:dig")), (id) => `1:${id}`).plan.items[0].id; // => "1:dig"
 */
export function renameIds(read: Import, rename: (id: string, tables: readonly string[]) => string): Import {
  return {
    ...read,
    plan: mapPlanIds(read.plan, rename),
    history: mapHistoryIds(read.history, rename),
    records: mapRecordIds(read.records, rename),
  };
}

/** What makes two links the same, whatever their ids. */
const naturals: { readonly [T in TableName]?: (row: Row) => string } = {
  dependencies: (row) => {
    const { predecessorId, successorId, type } = row as Dependency;
    return JSON.stringify([predecessorId, successorId, type]);
  },
  relations: (row) => {
    const { kind, fromId, toId } = row as Relation;
    return JSON.stringify([kind, fromId, toId]);
  },
  assignments: (row) => {
    const { itemId, personId, teamId, resourceId, role } = row as Assignment;
    return JSON.stringify([itemId, personId ?? "", teamId ?? "", resourceId ?? "", role]);
  },
};

const rowsIn = ({ plan }: Import, table: TableName): readonly Row[] => (plan[table] ?? []) as readonly Row[];

/** New ids of the rows of each source, by table and old id. */
type Renamed = readonly Map<string, string>[];

const mapOf =
  (renamed: Renamed, source: number): IdMap =>
  (id, tables) =>
    tables.map((table) => renamed[source]?.get(`${table} ${id}`)).find((each) => each !== undefined) ?? id;

/** Names a group by the first of its ids that is free, else by that id with the number of its source. */
function nameGroups(table: TableName, groups: readonly Group[], renamed: Renamed): Map<Group, string> {
  const taken = new Set<string>();
  const names = new Map<Group, string>();
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    let id = group.map(({ row }) => row.id).find((each) => !taken.has(each)) ?? `${first.source + 1}:${first.row.id}`;
    while (taken.has(id)) id = `${first.source + 1}:${id}`;
    taken.add(id);
    names.set(group, id);
    for (const { source, row } of group) renamed[source]?.set(`${table} ${row.id}`, id);
  }
  return names;
}

/** Rows said more than once by several sources once; ids that mean different rows marked with the number of the source. */
function eachOnce<R extends { readonly id: string }>(
  table: string,
  lists: readonly (readonly R[])[],
  renamed: Renamed,
): R[] {
  const known = new Map<string, string>();
  return lists.flatMap((rows, source) =>
    rows.filter((row) => {
      const content = canonicalJson(row);
      const before = known.get(row.id);
      if (before === content && source > 0) return false;
      let id = row.id;
      while (known.has(id)) id = `${source + 1}:${id}`;
      known.set(id, content);
      if (id !== row.id) renamed[source]?.set(`${table} ${row.id}`, id);
      return true;
    }),
  );
}

function once<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}

function sums<T extends Readonly<Record<string, number>>>(rows: readonly T[]): T {
  const [first] = rows;
  return Object.fromEntries(
    Object.keys(first ?? {}).map((key) => [key, rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)]),
  ) as T;
}

/** Tables whose rows are joined by what they tie together, after what they tie. */
const links: readonly TableName[] = ["dependencies", "relations", "assignments"];

/** Items whose state another source is believed about, with the events of theirs that tell of it. */
function overruled(
  groups: readonly Group[],
  sources: readonly MergeSource[],
  rules: MergeRules,
): readonly ReadonlySet<string>[] {
  const names = sources.map(({ name }) => name);
  const moved = sources.map(
    ({ value }) =>
      new Set(value.history.events.flatMap((event) => (event.type === "stateChanged" ? [event.subject.id] : []))),
  );
  const sets = sources.map(() => new Set<string>());
  for (const group of groups) {
    const [winner, ...others] = believed(group, "stateId", names, rules).filter(({ source, row }) =>
      moved[source]?.has(row.id),
    );
    if (winner !== undefined) for (const { source, row } of others) sets[source]?.add(row.id);
  }
  return sets;
}

function mergedHistory(sources: readonly MergeSource[], renamed: Renamed, silenced: readonly ReadonlySet<string>[]) {
  const isSilenced = (event: WorkEvent, source: number): boolean =>
    event.type === "stateChanged" &&
    event.subject.table === "items" &&
    silenced[source]?.has(event.subject.id) === true;
  const lists = sources.map(({ value }, source) =>
    value.history.events
      .filter((event) => !isSilenced(event, source))
      .map((event) => mapEvent(event, mapOf(renamed, source))),
  );
  const ids: Renamed = sources.map(() => new Map());
  const kept = new Set(eachOnce("events", lists, ids));
  const events = lists.flatMap((list, source) =>
    list.filter((event) => kept.has(event)).map((event) => mapEvent(event, mapOf(ids, source))),
  );
  const truncated = sources.flatMap(({ value }, source) =>
    (value.history.truncated ?? []).map((subject) => mapSubject(subject, mapOf(renamed, source))),
  );
  const coverage = once(sources.flatMap(({ value }) => value.history.coverage ?? []));
  const [first] = sources;
  return {
    ...first?.value.history,
    formatVersion: 1 as const,
    ...(coverage.length > 0 ? { coverage } : {}),
    events,
    ...(truncated.length > 0 ? { truncated: once(truncated) } : {}),
  };
}

function mergedRecords(sources: readonly MergeSource[], renamed: Renamed): WorkRecords {
  const mapped = sources.map(({ value }, source) => mapRecordIds(value.records, mapOf(renamed, source)));
  const tables = new Set(mapped.flatMap((records) => Object.keys(records)));
  const merged = [...tables].map((table) => {
    const values = mapped.map((records) => (records as unknown as Record<string, unknown>)[table]);
    if (!values.some(Array.isArray)) return [table, values.find((value) => value !== undefined)];
    const lists = values.map((value) => (value ?? []) as readonly Row[]);
    if (table === "coverage" || table === "retention") return [table, once(lists.flat())];
    const ids: Renamed = sources.map(() => new Map());
    const kept = new Set(eachOnce(table, lists, ids));
    const named = lists.flatMap((list, source) =>
      list.filter((row) => kept.has(row)).map((row) => ({ ...row, id: mapOf(ids, source)(row.id, [table]) })),
    );
    return [table, named];
  });
  return Object.fromEntries(merged) as unknown as WorkRecords;
}

/**
 * Several sources as one: the same work and the same people in two tools become one row, by rules that are data.
 *
 * Rows that are the same in everything are one; beyond that only what a rule says is joined, at most one row of each source; where a
 * rule cannot tell which, nothing is joined and an issue says so. Each field is that of the source believed in it, a difference is a
 * conflict. All sources of a row stand in its `sources`. Links between the same ends are one. Ids stay but where two sources mean
 * different rows by one id; then the later is marked with the number of its source. Of a joined item's recorded moves those of the
 * source believed in `stateId` hold, since states of two tools do not mix; how many were left out is told.
 *
 * @param sources - at least one, each under a name of its own
 * @param rules - joins in order, and who is believed
 * @returns one import, and the conflicts
 *
 * Issues: interop/merge-no-source, interop/merge-repeated-name; beside the result interop/merge-ambiguous, interop/merge-conflict, interop/merge-moves-left-out.
 * Time O(rows x log), space O(rows).
 * Source: Fellegi and Sunter (1969) for the idea of linkage rules, deterministic ones here; own for the rest.
 *
 * @example
 * import { readMarkdown } from "@evenkeel/interop/markdown";
 * const [plan, list] = ["- [ ] Dig due:2026-05-04", "- [ ] dig @ada\n- [ ] Fill"].map((text) => orThrow(readMarkdown(text)));
 * const { value } = orThrow(mergeSources([{ name: "plan", value: plan }, { name: "list", value: list }], { joins: [{ by: "title" }] }));
 * value.plan.items.map(({ title, dueDate }) => [title, dueDate]); // => [["Dig", "2026-05-04"], ["Fill", undefined]]
 */
export function mergeSources(sources: readonly MergeSource[], rules: MergeRules): Result<MergedImport> {
  const names = sources.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    return refuse([issue("interop/merge-repeated-name", { subject: [repeated], facts: { name: repeated } })]);
  const [first] = sources;
  if (first === undefined) return refuse([issue("interop/merge-no-source")]);
  const tools = sources.map(({ value }) => value.report.format.name);
  const lookUp: Sources = {
    names,
    items: sources.map(({ value }) => new Map((value.plan.items ?? []).map((row) => [row.id, row]))),
  };
  const renamed: Renamed = sources.map(() => new Map());
  const [issues, conflicts]: [Issue[], FieldConflict[]] = [[], []];
  const grouped = new Map<TableName, { readonly groups: readonly Group[]; readonly ids: ReadonlyMap<Group, string> }>();
  for (const table of [...tableNames.filter((name) => !links.includes(name)), ...links]) {
    const nodes = sources.flatMap(({ value }, source): Node[] =>
      rowsIn(value, table).map((row) => ({
        source,
        row: links.includes(table) ? mapFields(table, row, mapOf(renamed, source)) : row,
      })),
    );
    const groups = groupsOf(table, nodes, rules.joins, lookUp, naturals[table], issues);
    grouped.set(table, { groups, ids: nameGroups(table, groups, renamed) });
  }
  const tables = tableNames.flatMap((table) => {
    const { groups = [], ids = new Map<Group, string>() } = grouped.get(table) ?? {};
    if (sources.every(({ value }) => value.plan[table] === undefined)) return [];
    const rows = groups.map((group) => {
      const mapped = links.includes(table)
        ? group
        : group.map(({ source, row }) => ({ source, row: mapFields(table, row, mapOf(renamed, source)) }));
      return mergedRow(table, ids.get(group) ?? "", mapped, names, tools, rules, conflicts);
    });
    return [[table, rows]];
  });
  const silenced = overruled(grouped.get("items")?.groups ?? [], sources, rules);
  const history = mergedHistory(sources, renamed, silenced);
  const left = silenced.reduce((sum, ids) => sum + ids.size, 0);
  if (left > 0)
    issues.push(issue("interop/merge-moves-left-out", { severity: "info", path: ["history"], facts: { items: left } }));
  for (const { table, id, field, values } of conflicts) {
    const facts = {
      table,
      row: id,
      field,
      sources: values.map(({ source, value }) => `${source}: ${canonicalJson(value).slice(0, 60)}`),
    };
    issues.push(issue("interop/merge-conflict", { severity: "info", path: [table, field], subject: [id], facts }));
  }
  const coverage = once(sources.flatMap(({ value }) => value.plan.coverage ?? [])) as Coverage[];
  const reports = sources.map(({ value }) => value.report);
  const titles = once(sources.flatMap(({ value }) => value.plan.title ?? []));
  const plan = {
    ...first.value.plan,
    ...(coverage.length > 0 ? { coverage } : {}),
    ...(titles.length > 0 ? { title: titles.join(", ") } : {}),
    ...Object.fromEntries(tables),
  } as WorkPlan;
  return ok(
    {
      value: {
        plan,
        history,
        records: mergedRecords(sources, renamed),
        report: {
          ...first.value.report,
          assumptions: once(reports.flatMap((each) => each.assumptions)),
          fields: reports.flatMap((each) => each.fields),
          issues: [...reports.flatMap((each) => each.issues), ...issues],
          coverage: once(reports.flatMap((each) => each.coverage)),
          counts: sums(reports.map((each) => each.counts)),
          history: sums(reports.map((each) => each.history)),
        },
      },
      conflicts,
    },
    issues,
  );
}
