import type { Check } from "@evenkeel/checks";
import { measureServing } from "./measure-serving.js";
import type { EffectivenessInput } from "./types.js";

/** Most of the effort serves an outcome; a share of the team's work, never of a person's. */
export const effortUnserving: Check<EffectivenessInput> = {
  id: "effectiveness/effort-unserving",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "ISO 21502:2020 Guidance on project management", article: "benefits and outcomes" }],
  needs: ["items.outcomeIds", "assignments.effortMinutes"],
  dataClass: "planFact",
  params: { leastShare: 0.8 },
  evaluate: ({ effort }, { leastShare }) => {
    const subject = { table: "document", id: "effectiveness/effort-unserving" };
    const served = measureServing(effort ?? []);
    if (!served.ok || served.value.total === 0) return [{ outcome: "inapplicable", subject }];
    const { share, serving, servingNone } = served.value;
    if (share === undefined) return [{ outcome: "unknown", subject, missing: ["items.outcomeIds"] }];
    const none = (effort ?? []).filter(({ outcomeIds, minutes }) => outcomeIds?.length === 0 && minutes > 0);
    const largest = none.sort((a, b) => b.minutes - a.minutes || (a.itemId < b.itemId ? -1 : 1)).slice(0, 5);
    return [
      {
        outcome: share < Number(leastShare) ? "fail" : "pass",
        subject,
        measured: { value: share, unit: "share" },
        threshold: { value: Number(leastShare), unit: "share" },
        evidence: largest.length > 0 ? largest.map(({ itemId }) => ({ table: "items", id: itemId })) : [subject],
        facts: { share, least: Number(leastShare), none: servingNone, known: serving + servingNone },
      },
    ];
  },
};
