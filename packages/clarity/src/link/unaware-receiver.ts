import type { Check } from "@evenkeel/checks";
import { isSharedWork, lastEvent } from "@evenkeel/core";
import { sources } from "../citations.js";
import { linkCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const knowing = ["handoffAccepted", "handoffReturned", "expectationAcknowledged"] as const;

/** C14: when the giver of a handoff is at work or done, its receiver has said that they know of it. */
export const unawareReceiver: Check<ClarityInput> = /* @__PURE__ */ linkCheck(
  {
    id: "clarity/unaware-receiver",
    kind: "heuristic",
    citation: [sources.conversation],
    needs: ["dependencies.handoff"],
    applies: isSharedWork,
  },
  ({ row: { id, handoff }, before, after }, { history, now }) => {
    if (handoff?.to === undefined || handoff.to === handoff.from) return undefined;
    if (before.category !== "active" && before.category !== "done") return undefined;
    if (handoff.state === "accepted" || handoff.state === "returned") return "pass";
    if (lastEvent(history.of("dependencies", id), knowing, now) !== undefined) return "pass";
    return {
      outcome: "fail",
      evidence: [
        { table: "dependencies", id },
        { table: "items", id: before.row.id },
      ],
      facts: { what: handoff.what ?? before.row.title, to: handoff.to, successor: after.row.title },
    };
  },
);
