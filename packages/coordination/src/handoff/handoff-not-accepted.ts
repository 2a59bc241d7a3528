import type { Check } from "@evenkeel/checks";
import { isSharedWork } from "@evenkeel/core";
import { sources } from "../citations.js";
import { linkCheck, millisPerDay } from "../rules.js";
import type { CoordinationInput } from "../types.js";
import { standingOf } from "./handoff-log.js";

/** What was offered is accepted or returned within the allowed days; what is done is offered at all. Nobody waits unnoticed. */
export const handoffNotAccepted: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/handoff-not-accepted",
    kind: "heuristic",
    citation: [sources.goldratt],
    needs: ["dependencies.handoff"],
    applies: isSharedWork,
    params: { allowedDays: 2 },
  },
  ({ row, before, after }, context, { allowedDays }) => {
    const { id, handoff } = row;
    const standing = standingOf(context, row);
    if (handoff === undefined || standing === undefined) return undefined;
    if (standing.state === "accepted") return "pass";
    const given = before.category === "done";
    const days = standing.since === undefined ? undefined : (context.now - standing.since) / millisPerDay;
    const isOverdue = standing.state === "offered" ? days === undefined || days > Number(allowedDays) : given;
    if (!isOverdue) return given || standing.state === "offered" ? "pass" : undefined;
    return {
      outcome: "fail",
      ...(days === undefined
        ? {}
        : { measured: { value: days, unit: "days" }, threshold: { value: Number(allowedDays), unit: "days" } }),
      evidence: [
        { table: "dependencies", id },
        { table: "items", id: before.row.id },
      ],
      facts: {
        what: handoff.what ?? before.row.title,
        to: handoff.to ?? after.row.title,
        state: standing.state,
        days: Math.floor(days ?? 0),
      },
    };
  },
);
