import type { Result } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { createDraft } from "./draft.js";
import { finish } from "./finish.js";
import { limitsOf } from "./limits.js";
import { addNotes } from "./primavera/notes.js";
import { readTables } from "./primavera/read-tables.js";
import { addUserFields } from "./primavera/user-fields.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { codePageOf } from "./xer/code-page.js";
import { mappedColumns } from "./xer/fates.js";
import { notesOf } from "./xer/notes.js";
import { recordsOf, tallyTable, wholeTable, type XerRecord } from "./xer/records.js";
import { parseXer, type XerFile, type XerTable } from "./xer/tables.js";
import { userFieldsOf } from "./xer/user-fields.js";

export { lossOfXer } from "./loss/xer.js";
export { writeXer } from "./write-xer.js";
export { type EncodedXer, encodeXer } from "./xer/encode.js";

/** The rows of all tables with columns for the model, by table. */
function recordsByTable(file: XerFile, keep: boolean): ReadonlyMap<XerTable, readonly XerRecord[]> {
  const own = file.tables.filter(({ name }) => mappedColumns(name) !== undefined);
  return new Map(own.map((table) => [table, recordsOf(table, keep)]));
}

/** Tables without a place in the model by name; a name that occurs twice has all its rows. */
function otherTables(file: XerFile, records: ReadonlyMap<XerTable, unknown>) {
  const rows = new Map<string, ReturnType<typeof wholeTable>[]>();
  for (const table of file.tables) {
    if (records.has(table)) continue;
    const before = rows.get(table.name) ?? [];
    before.push(wholeTable(table));
    rows.set(table.name, before);
  }
  return Object.fromEntries([...rows].map(([name, parts]) => [name, parts.flat()]));
}

/**
 * Reads a Primavera XER file into a plan that a scheduler can compute again, with the stored dates beside it as one
 * schedule of kind `imported` a project.
 *
 * All projects of the file are read, each with its options, and calendars of all kinds. Nodes of the breakdown are summary
 * items. Hours become minutes. Local times stay local. Tables without a place in the model are kept as they are in
 * `plan.extensions.xer`; user-defined fields stand on their rows too, by their labels, and notes
 * of notebooks are bodies of their items. Nothing is computed and nothing repaired; what cannot be read is left out, each with an issue.
 *
 * @param source - bytes or text of the file
 * @param options - encoding (else UTF-8, windows-1251 or windows-1252, as the bytes look), limits, strict codes
 * @returns plan, history inferred from stamps, empty records, report
 *
 * Issues: interop/any-*, interop/p6-*, interop/xer-*.
 * Time O(n), space O(n).
 * Source: Oracle, P6 XER Import/Export Data Map Guide.
 *
 * @example
 * orThrow(readXer("ERMHDR\t20.12\n%T\tTASK\n%F\ttask_id\ttask_name\n%R\t7\tDig\n%E\n")).plan.items[0].title; // => "Dig"
 */
export function readXer(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options, codePageOf(source));
  if (!decoded.ok) return decoded;
  const parsed = parseXer(decoded.value.text, limitsOf(options));
  if (!parsed.ok) return parsed;
  const file = parsed.value;
  const keep = options.keepUnmapped ?? true;
  const draft = createDraft("xer", options);
  draft.assumptions.push(...decoded.value.assumptions);
  draft.issues.push(...file.issues);
  draft.version = file.version;
  const records = recordsByTable(file, keep);
  const rowsOf = (name: string): readonly XerRecord[] =>
    file.tables.flatMap((table) => (table.name === name ? (records.get(table) ?? []) : []));
  readTables(draft, {
    tool: "xer",
    projects: rowsOf("PROJECT"),
    options: rowsOf("SCHEDOPTIONS"),
    calendars: rowsOf("CALENDAR"),
    breakdown: rowsOf("PROJWBS"),
    resources: rowsOf("RSRC"),
    roles: rowsOf("ROLES"),
    activities: rowsOf("TASK"),
    links: rowsOf("TASKPRED"),
    assignments: rowsOf("TASKRSRC"),
    codeTypes: rowsOf("ACTVTYPE"),
    codes: rowsOf("ACTVCODE"),
    codeUses: rowsOf("TASKACTV"),
  });
  if (keep) {
    const others = otherTables(file, records);
    addUserFields(draft, userFieldsOf(file));
    addNotes(draft, "xer", notesOf(file));
    if (Object.keys(others).length > 0) draft.plan = { ...draft.plan, extensions: { xer: others } };
  }
  for (const table of file.tables) tallyTable(draft.tally, table, records.get(table), keep);
  draft.tally.add("…", { fate: "dropped", why: "rows of no table" }, file.stray);
  return finish(draft);
}
