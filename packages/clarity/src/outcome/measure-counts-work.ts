import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** Words that count what was done, not what it changed. */
const workWords =
  /\b(tasks?|tickets?|issues?|stor(y|ies)|story points?|items?|features?|commits?|deliverables?|meetings?|workshops?|hours worked|person[- ]days?)\b/i;

/** C11: a measure counts what changed for someone, not how much was done. */
export const measureCountsWork: Check<ClarityInput> = outcomeCheck(
  { id: "clarity/measure-counts-work", kind: "heuristic", citation: [sources.okr], needs: ["outcomes.measure"] },
  ({ row: { title, measure } }) => {
    if (measure?.metric === undefined) return undefined;
    const counted = workWords.exec(`${measure.metric} ${measure.unit ?? ""}`);
    return counted === null ? "pass" : { outcome: "fail", facts: { title, metric: measure.metric, word: counted[0] } };
  },
);
