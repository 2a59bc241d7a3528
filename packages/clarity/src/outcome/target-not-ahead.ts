import type { Check } from "@evenkeel/checks";
import { type OutcomeMeasure, onTimeLine } from "@evenkeel/core";
import { sources } from "../citations.js";
import { outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** All that is wrong with a measure's numbers: its side, its dates, its unit; empty when they fit. */
export function measureFaults({ baseline, target, direction, unit, from, by }: OutcomeMeasure): string[] {
  const faults: string[] = [];
  if (baseline !== undefined && target !== undefined) {
    if (baseline === target && direction !== "maintain") faults.push("same");
    if (direction === "increase" && target < baseline) faults.push("side");
    if (direction === "decrease" && target > baseline) faults.push("side");
  }
  const [begin, end] = [onTimeLine(from ?? ""), onTimeLine(by ?? "", true)];
  if (begin !== undefined && end !== undefined && end <= begin) faults.push("dates");
  if (unit === undefined || unit.trim() === "") faults.push("unit");
  return faults;
}

/** C10: a target lies on the better side of its baseline, has a unit, and is due after it began. */
export const targetNotAhead: Check<ClarityInput> = /* @__PURE__ */ outcomeCheck(
  {
    id: "clarity/target-not-ahead",
    kind: "guideline",
    citation: [sources.smart, sources.okr],
    needs: ["outcomes.measure"],
  },
  ({ row: { title, measure } }) => {
    if (measure?.target === undefined) return undefined;
    const [why] = measureFaults(measure);
    return why === undefined ? "pass" : { outcome: "fail", facts: { title, why } };
  },
);
