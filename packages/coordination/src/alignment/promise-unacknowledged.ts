import { type Check, subjectCheck } from "@evenkeel/checks";
import { isSharedWork, lastEvent, overCommitments } from "@evenkeel/core";
import { sources } from "../citations.js";
import type { CoordinationInput } from "../types.js";

/** Nobody's word is given for them: a promise that another person wrote down was acknowledged by whoever is to keep it. */
export const promiseUnacknowledged: Check<CoordinationInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "coordination/promise-unacknowledged",
    kind: "heuristic",
    citation: [sources.conversation],
    needs: ["commitments.byId", "events.type"],
    applies: isSharedWork,
  },
  {
    ...overCommitments,
    judge: ({ plan, history, now }, id) => {
      const row = plan.row("commitments", id);
      if (row?.byId === undefined || (row.state !== undefined && row.state !== "open")) return undefined;
      const events = history.of("commitments", id);
      const made = lastEvent(events, ["commitmentMade"], now);
      if (made?.actor === undefined || made.actor === row.byId) return made === undefined ? undefined : "pass";
      const answered = events.some(
        (event) =>
          (event.type === "expectationAcknowledged" && (event.by ?? event.actor) === row.byId) ||
          (event.type === "commitmentRenegotiated" && event.actor === row.byId),
      );
      if (answered) return "pass";
      return {
        outcome: "fail",
        facts: { what: row.what ?? row.subject?.id ?? id, by: row.byId, writer: made.actor, due: row.due },
      };
    },
  },
);
