import type { WorkItem } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { addEvent, addRow, defined, sourceOf, table, warn } from "../draft.js";
import { noteEnds } from "../log-ends.js";
import { notePerson } from "../people.js";
import { answeredCategory } from "../state-answers.js";
import { cellOf, type TableContext, type TableRow, timeOf } from "./cells.js";
import { noteWidth } from "./rows.js";

interface Entry {
  readonly caseId: string;
  readonly activity: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly number: number;
}

function readEntries(context: TableContext): Entry[] {
  const { draft, csv } = context;
  const entries: Entry[] = [];
  for (const [index, row] of csv.rows.entries()) {
    draft.counts.read++;
    const number = csv.rowNumber[index] as number;
    const [caseId, activity] = [cellOf(context, row, "case"), cellOf(context, row, "activity")];
    const entry: TableRow = { id: caseId ?? "", row, number };
    noteWidth(context, entry);
    const at = timeOf(context, entry, "at");
    if (caseId === undefined || activity === undefined || at === undefined) {
      warn(draft, "csv-incomplete-event", [number], caseId === undefined ? [] : [caseId], { row: number });
      draft.counts.rejected++;
      draft.lost.set(row, "row rejected");
      continue;
    }
    draft.counts.imported++;
    entries.push({ caseId, activity, at, actor: cellOf(context, row, "actor"), number });
  }
  return entries;
}

/**
 * Reads a log of events: each case an item, each activity a state of category active that the item comes to. What ends
 * a case the log does not say: no item is done until it is answered which activities end one.
 */
export function readEventLog(context: TableContext): void {
  const { draft } = context;
  const entries = readEntries(context).sort((a, b) => compareText(a.at, b.at) || a.number - b.number);
  const activities = new Map(entries.map((entry) => [entry.activity, entry]));
  const states = [...activities.keys()]
    .sort(compareText)
    .map((name) => ({ id: name, name, category: answeredCategory(draft, name) ?? "active" }));
  if (states.length > 0) table(draft, "workflows").set("table", { id: "table", name: "Table", states });
  const last = new Map<string, string>();
  for (const entry of entries) {
    const event = {
      id: `${entry.caseId}:${String(entry.number).padStart(9, "0")}`,
      at: entry.at,
      subject: { table: "items", id: entry.caseId },
      actor: entry.actor === undefined ? undefined : notePerson(draft, "csv", { id: entry.actor, name: entry.actor }),
      source: "exact",
    } as const;
    addEvent<"stateChanged">(draft, {
      ...event,
      type: "stateChanged",
      from: last.get(entry.caseId),
      to: entry.activity,
    });
    const first = !last.has(entry.caseId);
    last.set(entry.caseId, entry.activity);
    if (!first) continue;
    const item = defined<WorkItem>({
      id: entry.caseId,
      title: entry.caseId,
      kind: "task",
      workflowId: "table",
      startedAt: entry.at,
      sources: [sourceOf(draft, "csv", entry.caseId)],
    });
    addRow(draft, "items", item, [entry.number]);
    draft.quality.exact++;
  }
  for (const [id, stateId] of last) {
    const item = table(draft, "items").get(id);
    if (item !== undefined) table(draft, "items").set(id, { ...item, stateId });
  }
  noteEnds(draft);
}
