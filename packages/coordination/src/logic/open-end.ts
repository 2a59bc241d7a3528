import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** DCMA 1: a scheduled activity has something before and something after it; milestones may begin or end the network. */
export const openEnd: Check<CoordinationInput> = /* @__PURE__ */ itemCheck(
  {
    id: "coordination/open-end",
    kind: "guideline",
    citation: [{ ...sources.dcma, article: "14-point assessment, 1: logic" }],
    needs: ["items.schedule", "dependencies.predecessorId"],
  },
  ({ row, incoming, outgoing }) => {
    if (row.schedule?.kind !== "task") return undefined;
    const absent = [
      ...(incoming.length === 0 && row.schedule.actualStart === undefined ? ["predecessor"] : []),
      ...(outgoing.length === 0 ? ["successor"] : []),
    ];
    return absent.length === 0 ? "pass" : { outcome: "fail", facts: { title: row.title, absent } };
  },
);
