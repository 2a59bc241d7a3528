import { type Check, subjectCheck } from "@evenkeel/checks";
import { onTimeLine, overCommitments } from "@evenkeel/core";
import { isOpenPromise, promiseTitle } from "../promise-facts.js";
import type { CompletionInput } from "../types.js";
import { millisPerDay } from "./rules.js";

/** Every open promise is still in time: met, renegotiated or withdrawn before its day has passed. */
export const promiseOverdue: Check<CompletionInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "completion/promise-overdue",
    kind: "heuristic",
    citation: [
      {
        title: "Winograd & Flores (1986), Understanding Computers and Cognition",
        article: "a promise is met, renegotiated or withdrawn",
      },
    ],
    needs: ["commitments.due"],
  },
  {
    ...overCommitments,
    judge: ({ plan, now }, id) => {
      const row = plan.row("commitments", id);
      const due = row === undefined ? undefined : onTimeLine(row.due, true);
      if (row === undefined || due === undefined || !isOpenPromise(row)) return undefined;
      const days = (now - due) / millisPerDay;
      if (days <= 0) return "pass";
      return {
        outcome: "fail",
        severity: "serious",
        measured: { value: days, unit: "days" },
        threshold: { value: 0, unit: "days" },
        facts: { what: promiseTitle(plan, row), due: row.due, days: Math.ceil(days) },
      };
    },
  },
);
