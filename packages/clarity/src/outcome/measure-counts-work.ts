import type { Check } from "@evenkeel/checks";
import type { OutcomeMeasure } from "@evenkeel/core";
import { sources } from "../citations.js";
import { outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** Words that count what was done, not what it changed. */
const workWords =
  /\b(tasks?|tickets?|issues?|stor(y|ies)|story points?|items?|features?|commits?|deliverables?|meetings?|workshops?|hours worked|person[- ]days?)\b/i;

/** The word by which a measure counts work; undefined when it counts something else. */
export function countsWork({ metric, unit }: OutcomeMeasure): string | undefined {
  return metric === undefined ? undefined : workWords.exec(`${metric} ${unit ?? ""}`)?.[0];
}

/** C11: a measure counts what changed for someone, not how much was done. */
export const measureCountsWork: Check<ClarityInput> = /* @__PURE__ */ outcomeCheck(
  { id: "clarity/measure-counts-work", kind: "heuristic", citation: [sources.okr], needs: ["outcomes.measure"] },
  ({ row: { title, measure } }) => {
    if (measure?.metric === undefined) return undefined;
    const word = countsWork(measure);
    return word === undefined ? "pass" : { outcome: "fail", facts: { title, metric: measure.metric, word } };
  },
);
