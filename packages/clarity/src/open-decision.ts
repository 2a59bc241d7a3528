import { type Check, subjectCheck } from "@evenkeel/checks";
import { onTimeLine, overDecisions } from "@evenkeel/core";
import { sources } from "./citations.js";
import type { ClarityInput } from "./types.js";

/** C22: an undecided question has a decider and a date, and its date has not passed. */
export const openDecision: Check<ClarityInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "clarity/open-decision",
    kind: "guideline",
    citation: [sources.rapid],
    needs: ["decisions.deciderId", "decisions.by", "decisions.result"],
  },
  {
    ...overDecisions,
    judge: ({ plan, now }, id) => {
      const row = plan.row("decisions", id);
      if (row === undefined) return undefined;
      if (row.result !== undefined) return "pass";
      const by = row.by === undefined ? undefined : onTimeLine(row.by, true);
      const isLate = by !== undefined && by <= now;
      const absent = [
        ...(row.deciderId === undefined ? ["decider"] : []),
        ...(row.by === undefined ? ["date"] : []),
        ...(isLate ? ["answer"] : []),
      ];
      if (absent.length === 0) return "pass";
      const facts = { title: row.question, absent, blocked: row.blocks?.length ?? 0 };
      return { outcome: "fail", severity: isLate ? "serious" : "moderate", facts };
    },
  },
);
