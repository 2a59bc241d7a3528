import type { Check } from "@evenkeel/checks";
import { isSharedWork } from "@evenkeel/core";
import { sources } from "../citations.js";
import { linkCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";
import { standingOf } from "./handoff-log.js";

/** A handoff does not come back again and again: what makes it acceptable was then not agreed. */
export const handoffBounced: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/handoff-bounced",
    kind: "heuristic",
    citation: [sources.crosby],
    needs: ["dependencies.handoff", "events.type"],
    applies: isSharedWork,
    params: { most: 1 },
  },
  ({ row, before }, context, { most }) => {
    const standing = standingOf(context, row);
    if (standing?.since === undefined) return undefined;
    if (standing.bounces <= Number(most)) return "pass";
    return {
      outcome: "fail",
      measured: { value: standing.bounces, unit: "returns" },
      threshold: { value: Number(most), unit: "returns" },
      facts: { what: row.handoff?.what ?? before.row.title, count: standing.bounces },
    };
  },
);
