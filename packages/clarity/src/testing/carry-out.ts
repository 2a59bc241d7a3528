import type { CommandDraft, Subject, TableName, WorkEvent, WorkPlan } from "@evenkeel/core";
import type { DatedWork } from "@evenkeel/core/testing";
import { assert, type EpochMillis, formatInstant, type Json } from "@evenkeel/kernel";

type AnyRow = { readonly id: string; readonly [field: string]: unknown };

const rowsOf = (plan: WorkPlan, table: TableName): readonly AnyRow[] => (plan[table] ?? []) as unknown as AnyRow[];
const withRows = (plan: WorkPlan, table: TableName, rows: readonly AnyRow[]): WorkPlan => ({ ...plan, [table]: rows });

function changedRow(
  plan: WorkPlan,
  table: TableName,
  id: string,
  set: object,
  unset: readonly string[] = [],
): WorkPlan {
  const rows = rowsOf(plan, table);
  assert(
    rows.some((row) => row.id === id),
    `an answer changes ${table}/${id}, which is not there`,
  );
  const next = (row: AnyRow): AnyRow => {
    const fields = Object.entries({ ...row, ...set }).filter(([field]) => !unset.includes(field));
    return Object.fromEntries(fields) as AnyRow;
  };
  return withRows(
    plan,
    table,
    rows.map((row) => (row.id === id ? next(row) : row)),
  );
}

function withRow(plan: WorkPlan, table: TableName, row: AnyRow): WorkPlan {
  assert(!rowsOf(plan, table).some(({ id }) => id === row.id), `an answer adds ${table}/${row.id} a second time`);
  return withRows(plan, table, [...rowsOf(plan, table), row]);
}

/** Takes a row out, and what cannot be without it. */
function withoutRow(plan: WorkPlan, table: TableName, id: string): WorkPlan {
  const kept = withRows(
    plan,
    table,
    rowsOf(plan, table).filter((row) => row.id !== id),
  );
  if (table !== "items") return kept;
  const isOther = (value: unknown): boolean => value !== id;
  return {
    ...kept,
    assignments: (kept.assignments ?? []).filter(({ itemId }) => isOther(itemId)),
    dependencies: (kept.dependencies ?? []).filter((row) => isOther(row.predecessorId) && isOther(row.successorId)),
    decisions: (kept.decisions ?? []).map((row) =>
      row.blocks === undefined ? row : { ...row, blocks: row.blocks.filter(isOther) },
    ),
    timeboxes: (kept.timeboxes ?? []).map((row) =>
      row.itemIds === undefined ? row : { ...row, itemIds: row.itemIds.filter(isOther) },
    ),
  };
}

function withEvent(work: DatedWork, subject: Subject, facts: object): DatedWork {
  const { history, now } = work;
  const at = formatInstant(now as EpochMillis);
  const id = `answer ${history.events.length}`;
  const event = { id, at, subject, source: "exact", ...facts } as unknown as WorkEvent;
  return { ...work, history: { ...history, events: [...history.events, event] } };
}

function carryOutOne(work: DatedWork, command: CommandDraft): DatedWork {
  const { plan } = work;
  const text = (field: string): string => String(command[field]);
  const table = command["table"] as TableName;
  const subject = command["subject"] as Subject | undefined;
  switch (command.type) {
    case "add":
      return { ...work, plan: withRow(plan, table, command["row"] as unknown as AnyRow) };
    case "change": {
      const unset = (command["unset"] ?? []) as readonly string[];
      return { ...work, plan: changedRow(plan, table, text("target"), (command["set"] ?? {}) as object, unset) };
    }
    case "remove":
      return { ...work, plan: withoutRow(plan, table, text("target")) };
    case "assign": {
      const row = { id: text("assignment"), itemId: text("item"), personId: text("person"), role: text("role") };
      return { ...work, plan: withRow(plan, "assignments", row) };
    }
    case "unassign":
      return { ...work, plan: withoutRow(plan, "assignments", text("assignment")) };
    case "decide":
      return { ...work, plan: changedRow(plan, "decisions", text("decision"), { result: command["result"] }) };
    case "handoff": {
      const state = command["change"] === "accept" ? "accepted" : "returned";
      const row = rowsOf(plan, "dependencies").find(({ id }) => id === command["dependency"]);
      const handoff = { ...(row?.["handoff"] as object), state };
      return { ...work, plan: changedRow(plan, "dependencies", text("dependency"), { handoff }) };
    }
    case "clarify":
      assert(subject !== undefined, "clarify names its subject");
      return withEvent(work, subject, { type: "expectationClarified" });
    case "acknowledge":
      assert(subject !== undefined, "acknowledge names its subject");
      return withEvent(work, subject, { type: "expectationAcknowledged", by: command["person"] as Json });
    default:
      assert(false, `no such command: ${command.type}`);
  }
}

/** Carries out the commands of answers, as an editor would, on the instant of the work; for laws and tests. */
export function carryOut(work: DatedWork, commands: readonly CommandDraft[]): DatedWork {
  return commands.reduce(carryOutOne, work);
}
