import type { Check } from "@evenkeel/checks";
import { isSharedWork } from "@evenkeel/core";
import { linkCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";
import { sharedMinutes } from "./shared-hours.js";

/** Giver and receiver of a handoff share working hours; else each question costs a day. */
export const noSharedHours: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/no-shared-hours",
    kind: "heuristic",
    citation: [
      { title: "Espinosa & Carmel (2003), The impact of time separation on coordination in global software teams" },
    ],
    needs: ["dependencies.handoff", "people.zone"],
    applies: isSharedWork,
    params: { leastMinutesPerWeek: 60 },
  },
  ({ row: { id, handoff } }, { plan, now }, { leastMinutesPerWeek }) => {
    const [giver, taker] = [plan.people.get(handoff?.from ?? ""), plan.people.get(handoff?.to ?? "")];
    if (giver === undefined || taker === undefined || giver === taker) return undefined;
    if (giver.row.zone === undefined || taker.row.zone === undefined) return undefined;
    const minutes = sharedMinutes(plan, giver.row, taker.row, now);
    if (minutes === undefined) return undefined;
    if (minutes >= Number(leastMinutesPerWeek)) return "pass";
    return {
      outcome: "fail",
      measured: { value: minutes, unit: "minutes a week" },
      threshold: { value: Number(leastMinutesPerWeek), unit: "minutes a week" },
      evidence: [
        { table: "dependencies", id },
        { table: "people", id: giver.row.id },
        { table: "people", id: taker.row.id },
      ],
      facts: { from: giver.row.name, to: taker.row.name, minutes },
    };
  },
);
