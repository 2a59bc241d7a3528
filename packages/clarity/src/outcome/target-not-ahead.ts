import type { Check } from "@evenkeel/checks";
import { type OutcomeMeasure, onTimeLine } from "@evenkeel/core";
import { sources } from "../citations.js";
import { outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** What is wrong with a measure's numbers: its side, its unit, its dates; undefined when all fit. */
function fault({ baseline, target, direction, unit, from, by }: OutcomeMeasure): string | undefined {
  if (baseline !== undefined && target !== undefined) {
    if (baseline === target && direction !== "maintain") return "same";
    if (direction === "increase" && target < baseline) return "side";
    if (direction === "decrease" && target > baseline) return "side";
  }
  const [begin, end] = [onTimeLine(from ?? ""), onTimeLine(by ?? "", true)];
  if (begin !== undefined && end !== undefined && end <= begin) return "dates";
  return unit === undefined || unit.trim() === "" ? "unit" : undefined;
}

/** C10: a target lies on the better side of its baseline, has a unit, and is due after it began. */
export const targetNotAhead: Check<ClarityInput> = outcomeCheck(
  {
    id: "clarity/target-not-ahead",
    kind: "guideline",
    citation: [sources.smart, sources.okr],
    needs: ["outcomes.measure"],
  },
  ({ row: { title, measure } }) => {
    if (measure?.target === undefined) return undefined;
    const why = fault(measure);
    return why === undefined ? "pass" : { outcome: "fail", facts: { title, why } };
  },
);
