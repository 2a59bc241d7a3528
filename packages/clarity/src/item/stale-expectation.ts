import type { Check } from "@evenkeel/checks";
import { lastEvent, onTimeLine } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const millisPerDay = 86_400_000;

/** C15: what is expected of work in progress was said, or confirmed, within the allowed days. */
export const staleExpectation: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/stale-expectation",
    kind: "heuristic",
    citation: [sources.iso45003],
    needs: ["items.clarifiedAt"],
    params: { allowedDays: 30 },
  },
  ({ row, category }, { history, now }, { allowedDays }) => {
    if (category !== "active" && category !== "waiting") return undefined;
    const said = lastEvent(
      history.of("items", row.id),
      ["expectationClarified", "expectationAcknowledged", "created"],
      now,
    );
    let last = Number.NEGATIVE_INFINITY;
    for (const text of [row.clarifiedAt, said?.at, row.createdAt]) {
      const at = text === undefined ? undefined : onTimeLine(text);
      if (at !== undefined && at <= now && at > last) last = at;
    }
    if (last === Number.NEGATIVE_INFINITY) return undefined;
    const days = (now - last) / millisPerDay;
    if (days <= Number(allowedDays)) return row.clarifiedAt === undefined && said === undefined ? undefined : "pass";
    return {
      outcome: "fail",
      measured: { value: days, unit: "days" },
      threshold: { value: Number(allowedDays), unit: "days" },
      facts: { title: row.title, days: Math.floor(days) },
    };
  },
);
