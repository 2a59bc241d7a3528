import type { Check } from "@evenkeel/checks";
import { isSharedWork, lastEvent, onTimeLine } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const millisPerDay = 86_400_000;
const answering = ["expectationAcknowledged", "expectationQuestioned", "stateChanged", "commitmentMade"] as const;

/** C15: whoever was given an item by somebody else has answered: acknowledged, asked back, accepted, or begun. */
export const unacknowledgedAssignment: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/unacknowledged-assignment",
    kind: "heuristic",
    citation: [sources.conversation],
    needs: ["events.type", "assignments.acceptedOn"],
    applies: isSharedWork,
    params: { allowedDays: 3 },
  },
  (item, { history, now }, { allowedDays }) => {
    const events = history.of("items", item.row.id);
    const given = lastEvent(events, ["assigned"], now);
    if (given?.actor === undefined || given.actor === given.assigneeId) return undefined;
    const held = item.assignments.filter(({ personId }) => personId === given.assigneeId);
    if (held.length === 0) return undefined;
    const since = onTimeLine(given.at) ?? now;
    const answered = events.some(
      (event) =>
        (answering as readonly string[]).includes(event.type) &&
        (event.actor === given.assigneeId || ("by" in event && event.by === given.assigneeId)) &&
        (onTimeLine(event.at) ?? 0) >= since &&
        (onTimeLine(event.at) ?? 0) <= now,
    );
    if (answered || held.some(({ acceptedOn }) => acceptedOn !== undefined)) return "pass";
    const days = (now - since) / millisPerDay;
    if (days <= Number(allowedDays)) return undefined;
    return {
      outcome: "fail",
      measured: { value: days, unit: "days" },
      threshold: { value: Number(allowedDays), unit: "days" },
      evidence: [
        { table: "items", id: item.row.id },
        // With several roles each alone would do, so none of them is evidence.
        ...(held.length === 1 ? held.map(({ id }) => ({ table: "assignments", id })) : []),
      ],
      facts: { title: item.row.title, person: given.assigneeId, by: given.actor, days: Math.floor(days) },
    };
  },
);
