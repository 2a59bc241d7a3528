import { type Check, subjectCheck } from "@evenkeel/checks";
import { isSharedWork, type Outcome, ofOutcomes, type PlanIndex } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import type { CoordinationInput } from "../types.js";

const parts = ["metric", "unit", "target", "by"] as const;

/** In what two rows for one outcome differ. */
function differences(a: Outcome, b: Outcome): string[] {
  const measured = parts.filter((part) => {
    const [one, other] = [a.measure?.[part], b.measure?.[part]];
    return one !== undefined && other !== undefined && one !== other;
  });
  const weighed = a.weight !== undefined && b.weight !== undefined && a.weight !== b.weight;
  return [...measured, ...(weighed ? ["weight"] : [])];
}

function rival(plan: PlanIndex, own: Outcome): Outcome | undefined {
  const others = [...plan.sameTitle("outcomes", own.id)].flatMap((id) => plan.row("outcomes", id) ?? []);
  return others
    .filter((other) => other.id !== own.id && other.ownerId !== own.ownerId && differences(own, other).length > 0)
    .sort((a, b) => compareText(a.id, b.id))[0];
}

/** One outcome has one date, one weight and one measure, also when two owners work for it; the later id of two is told. */
export const outcomeMisaligned: Check<CoordinationInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "coordination/outcome-misaligned",
    kind: "heuristic",
    citation: [sources.malone],
    needs: ["outcomes.measure", "outcomes.ownerId"],
    applies: isSharedWork,
  },
  ofOutcomes(({ row }, { plan }) => {
    if (row.ownerId === undefined || row.measure === undefined) return undefined;
    const other = rival(plan, row);
    if (other === undefined || compareText(row.id, other.id) < 0) {
      const isShared = plan.sameTitle("outcomes", row.id).size > 1;
      return isShared && parts.every((part) => row.measure?.[part] !== undefined) && row.weight !== undefined
        ? "pass"
        : undefined;
    }
    return {
      outcome: "fail" as const,
      evidence: [
        { table: "outcomes", id: other.id },
        { table: "outcomes", id: row.id },
      ],
      facts: { title: row.title, differs: differences(row, other), owner: row.ownerId, other: other.ownerId ?? "" },
    };
  }),
);
