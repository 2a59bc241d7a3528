import type { Check } from "@evenkeel/checks";
import { isSharedWork, onTimeLine } from "@evenkeel/core";
import { sources } from "../citations.js";
import { linkCheck, millisPerDay } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** The receiver of a handoff needs it no earlier than the giver promises it; where they differ, they should talk now. */
export const needBeforePromise: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/need-before-promise",
    kind: "heuristic",
    citation: [sources.conversation],
    needs: ["dependencies.handoff"],
    applies: isSharedWork,
  },
  ({ row: { handoff }, before }) => {
    if (handoff?.neededBy === undefined) return undefined;
    const what = handoff.what ?? before.row.title;
    if (handoff.promisedBy === undefined)
      return { outcome: "unknown", missing: ["dependencies.handoff.promisedBy"], facts: { what } };
    const [needed, promised] = [onTimeLine(handoff.neededBy, true), onTimeLine(handoff.promisedBy, true)];
    if (needed === undefined || promised === undefined) return undefined;
    const days = (promised - needed) / millisPerDay;
    if (days <= 0) return "pass";
    return {
      outcome: "fail",
      severity: "serious",
      measured: { value: days, unit: "days" },
      threshold: { value: 0, unit: "days" },
      facts: {
        what,
        needed: handoff.neededBy,
        promised: handoff.promisedBy,
        days: Math.ceil(days),
        from: handoff.from ?? "",
        to: handoff.to ?? "",
      },
    };
  },
);
