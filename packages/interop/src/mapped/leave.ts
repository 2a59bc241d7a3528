import type { AwayPeriod, LeaveRow } from "@evenkeel/core";
import { keptCells } from "../csv-columns.js";
import { defined, sourceOf, table, warn } from "../draft.js";
import { addTo } from "../group.js";
import { notePerson } from "../people.js";
import { readDue } from "../zoned-time.js";
import { cellOf, type TableContext, type TableRow } from "./cells.js";
import { noteWidth } from "./rows.js";
import type { TargetField } from "./target-field.js";

/** Kinds by the words tools have for them; the first that fits. */
const kinds: readonly (readonly [RegExp, LeaveRow["kind"]])[] = [
  [/unpaid|unbezahlt|sans solde|without pay/i, "unpaid"],
  [/public|bank holiday|feiertag|férié/i, "public"],
  [/parental|maternity|paternity|eltern|mutterschutz|maternité|paternité/i, "parental"],
  [/sick|illness|medical|krank|maladie|enfermedad|malattia/i, "sick"],
  [/annual|vacation|holiday|\bpto\b|paid time off|urlaub|cong[ée]s? pay|vacaciones|ferie/i, "annual"],
];

/** What was asked for and not taken. */
const refused = /reject|refus|declin|denied|cancel|withdrawn|abgelehnt|storniert/i;

function dayOf(context: TableContext, entry: TableRow, target: TargetField): string | undefined {
  const { draft, csv, at, orders } = context;
  const cell = cellOf(context, entry.row, target);
  if (cell === undefined) return undefined;
  const index = at.get(target)?.[0] ?? -1;
  const path = [entry.number, csv.header[index] ?? target];
  return readDue({ ...draft, options: {} }, cell, { order: orders.get(index)?.order }, path, [entry.id])?.slice(0, 10);
}

/** Reads a list of leave: each row the days somebody is away, and what kind of leave it is; what was refused or withdrawn is none. */
export function readLeave(context: TableContext): void {
  const { draft, csv } = context;
  const away = new Map<string, AwayPeriod[]>();
  for (const [position, row] of csv.rows.entries()) {
    draft.counts.read++;
    const number = csv.rowNumber[position] as number;
    const entry: TableRow = { id: `row-${number}`, row, number };
    noteWidth(context, entry);
    if (refused.test(cellOf(context, row, "leaveStatus") ?? "")) {
      draft.counts.rejected++;
      draft.lost.set(row, "refused or withdrawn");
      continue;
    }
    const name = cellOf(context, row, "absentee");
    const from = dayOf(context, entry, "absentFrom");
    const to = cellOf(context, row, "absentTo") === undefined ? from : dayOf(context, entry, "absentTo");
    if (name === undefined || from === undefined || to === undefined || to < from) {
      warn(draft, "csv-incomplete-leave", [number], name === undefined ? [] : [name], { row: number });
      draft.counts.rejected++;
      draft.lost.set(row, "row rejected");
      continue;
    }
    const email = name.includes("@") ? name : undefined;
    const personId = notePerson(draft, "csv", { id: name, name, email });
    addTo(away, personId, { from, to });
    draft.leave.push(
      defined<LeaveRow>({
        id: entry.id,
        personId,
        from,
        to,
        kind: kinds.find(([pattern]) => pattern.test(cellOf(context, row, "leaveKind") ?? ""))?.[1] ?? "other",
        sources: [sourceOf(draft, "csv", entry.id)],
        customFields: keptCells(csv.header, row, context.kept, draft.options.keepUnmapped ?? true),
      }),
    );
    draft.counts.imported++;
  }
  const people = table(draft, "people");
  for (const [id, periods] of away) {
    const person = people.get(id);
    if (person !== undefined) people.set(id, { ...person, away: periods });
  }
}
