import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { linkCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** DCMA 2: no dependency has negative lag; overlap is said by start-to-start or by splitting the activity. */
export const lead: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/lead",
    kind: "guideline",
    citation: [{ ...sources.dcma, article: "14-point assessment, 2: leads" }],
    needs: ["dependencies.lag"],
  },
  ({ row, before, after }) => {
    if (row.lag === undefined) return undefined;
    if (row.lag.amount >= 0) return "pass";
    const facts = {
      predecessor: before.row.title,
      successor: after.row.title,
      amount: row.lag.amount,
      unit: row.lag.unit,
    };
    return {
      outcome: "fail",
      measured: { value: row.lag.amount, unit: row.lag.unit },
      threshold: { value: 0, unit: row.lag.unit },
      facts,
    };
  },
);
