import type { Check } from "@evenkeel/checks";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C11: an outcome with parts has a handful of them: one alone is the outcome itself, many are a list nobody keeps in mind. */
export const okrShape: Check<ClarityInput> = /* @__PURE__ */ outcomeCheck(
  {
    id: "clarity/okr-shape",
    kind: "heuristic",
    citation: [sources.okr],
    needs: ["outcomes.parentId"],
    params: { least: 2, most: 5 },
  },
  ({ row, children }, _context, { least, most }) => {
    if (children.length === 0) return undefined;
    const [few, many] = [Number(least), Number(most)];
    if (children.length >= few && children.length <= many) return "pass";
    const parts = children.map((child) => child.row.id).sort(compareText);
    const shown = children.length > many ? parts.slice(0, many + 1) : parts;
    return {
      outcome: "fail",
      measured: { value: children.length, unit: "outcomes" },
      threshold: { value: children.length > many ? many : few, unit: "outcomes" },
      evidence: [{ table: "outcomes", id: row.id }, ...shown.map((id) => ({ table: "outcomes", id }))],
      facts: { title: row.title, count: children.length, least: few, most: many },
    };
  },
);
