import type { Check } from "@evenkeel/checks";
import { type Commitment, type ItemNode, onTimeLine } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { linkCheck, millisPerDay } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** The earliest open promise about an item; among several the smallest id. */
function promiseOf({ commitments }: ItemNode): { readonly row: Commitment; readonly due: number } | undefined {
  let first: { readonly row: Commitment; readonly due: number } | undefined;
  for (const row of commitments) {
    const due = row.state === undefined || row.state === "open" ? onTimeLine(row.due, true) : undefined;
    if (due === undefined) continue;
    if (first === undefined || due < first.due || (due === first.due && compareText(row.id, first.row.id) < 0))
      first = { row, due };
  }
  return first;
}

/** Nobody promises an item before the promised date of what it waits for. */
export const promiseBeforeInput: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/promise-before-input",
    kind: "heuristic",
    citation: [sources.house],
    needs: ["commitments.due", "commitments.subject", "dependencies.predecessorId"],
  },
  ({ row: { type }, before, after }) => {
    if (type !== "FS") return undefined;
    const [giving, taking] = [promiseOf(before), promiseOf(after)];
    if (giving === undefined || taking === undefined) return undefined;
    const days = (giving.due - taking.due) / millisPerDay;
    if (days <= 0) return "pass";
    return {
      outcome: "fail",
      severity: "serious",
      measured: { value: days, unit: "days" },
      threshold: { value: 0, unit: "days" },
      evidence: [
        { table: "commitments", id: giving.row.id },
        { table: "commitments", id: taking.row.id },
      ],
      facts: {
        before: giving.row.due,
        after: taking.row.due,
        predecessor: before.row.title,
        successor: after.row.title,
        days: Math.ceil(days),
      },
    };
  },
);
