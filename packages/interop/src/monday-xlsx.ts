import { issue, type Result, refuse } from "@evenkeel/kernel";
import type { ColumnFate } from "./csv-columns.js";
import { assume, createDraft, type Draft } from "./draft.js";
import { importTable } from "./mapped/import-table.js";
import type { CsvMapping, TargetField } from "./mapped/mapping.js";
import { type Board, boardOf, derivedColumns } from "./monday/board.js";
import { unnamedFate } from "./tally.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { readSheets } from "./xlsx/sheets.js";

/** Columns by name, lower case; a board has names of its own besides. */
const known: readonly (readonly [RegExp, TargetField])[] = [
  [/^name$/, "title"],
  [/^item id/, "id"],
  [/^(status|stage)$/, "status"],
  [/^(person|people|owner|assignee|team)$/, "owner"],
  [/^(date|due date|due|deadline)$/, "due"],
  [/^(start date|timeline - start)$/, "started"],
  [/^(dependency|dependent on|depends on)$/, "after"],
  [/^priority$/, "priority"],
  [/^tags$/, "labels"],
  [/^(estimate|story points|estimated sp|effort)$/, "estimate"],
  [/^(creation log|created)$/, "created"],
  [/^(last updated|updated)$/, "updated"],
  [/^(long text|notes|description)$/, "description"],
];

/** What each column stands for; the first that fits a target has it. */
function mappingOf(headers: readonly string[]): CsvMapping {
  const columns = new Map<string, TargetField>();
  const taken = new Set<TargetField>();
  for (const header of headers) {
    const target = known.find(([shape]) => shape.test(header.toLowerCase()))?.[1];
    if (target === undefined || taken.has(target)) continue;
    taken.add(target);
    columns.set(header, target);
  }
  return {
    columns: {
      ...Object.fromEntries(columns),
      [derivedColumns.id]: "id",
      [derivedColumns.group]: "list",
      [derivedColumns.parent]: "parent",
    },
  };
}

/** Counts the cells of the sheet, not those of the table made of it. */
function accountCells(draft: Draft, board: Board, fates: readonly (ColumnFate | undefined)[]): void {
  const keep = draft.options.keepUnmapped ?? true;
  const places = board.table.header.map((name, index) => [name, fates[index]] as const);
  const fateOf = new Map(places);
  for (const { row, cells } of board.cells) {
    for (const [name, count] of cells) {
      if (draft.lost.has(row)) draft.tally.add(name, { fate: "dropped", why: "row rejected" }, count);
      else draft.tally.add(name, fateOf.get(name) ?? unnamedFate(keep, "items.customFields"), count);
    }
  }
  draft.tally.add("(board)", { fate: "mapped", to: "projects.name" }, board.counts.title);
  draft.tally.add("(group)", { fate: "mapped", to: "containers.name" }, board.counts.groups);
  draft.tally.add("(header)", { fate: "mapped", to: "report" }, board.counts.headers);
  draft.tally.add("(summary)", { fate: "dropped", why: "sums of a group" }, board.counts.summaries);
  draft.tally.add(
    "(before the first group)",
    { fate: "dropped", why: "says nothing of an item" },
    board.counts.preamble,
  );
}

/**
 * Reads the Excel export of a monday.com board: groups with their repeated headers as lists, items, and subitems under them. Rows of
 * sums are left out. Columns without a place in the model are kept.
 *
 * @param source - bytes of the workbook
 * @param options - the common ones; `zone` for times
 * @returns plan, events inferred from stamps, report
 *
 * Issues: interop/any-*, interop/csv-*, interop/xlsx-*, interop/monday-group-header-rows.
 * Time O(cells), space O(cells).
 * Source: layout as reported of exports of monday.com; ECMA-376 for the workbook.
 *
 * @example
 * (await readMondayXlsx("no workbook")).ok; // => false
 */
export async function readMondayXlsx(source: Source, options: ReadOptions = {}): Promise<Result<Import>> {
  const read = await readSheets(source, options);
  if (!read.ok) return read;
  const [sheet] = read.value;
  const board = sheet === undefined ? undefined : boardOf(sheet.rows);
  if (sheet === undefined || board === undefined) {
    return refuse([issue("interop/monday-group-header-rows", { facts: { found: sheet?.rows.length ?? 0 } })]);
  }
  const draft = createDraft("monday-xlsx", options);
  for (const other of read.value.slice(1)) {
    const cells = other.rows.flat().filter((cell) => cell.trim() !== "").length;
    draft.tally.add(`(sheet ${other.name})`, { fate: "dropped", why: "another sheet" }, cells);
  }
  assume(draft, "layout", "group titles, headers, items, subitems", "rows that begin with Name or Subitems");
  const mapping = mappingOf(board.table.header.filter((name) => !/^item id/i.test(name)));
  const project = board.title === "" ? {} : { [derivedColumns.project]: "project" as const };
  const columns = { ...mapping.columns, ...project };
  return importTable(draft, board.table, { ...options, mapping: { ...mapping, columns } }, (fates) =>
    accountCells(draft, board, fates),
  );
}
