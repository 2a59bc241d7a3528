import type { Check } from "@evenkeel/checks";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C18: an open item is tied to few others; one with many dependencies cannot be planned, done or changed by itself. */
export const tooEntangled: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/too-entangled",
    kind: "heuristic",
    citation: [{ ...sources.invest, article: "independent" }],
    needs: ["dependencies.predecessorId", "dependencies.successorId"],
    params: { most: 5 },
  },
  ({ row, incoming, outgoing }, _context, { most }) => {
    const degree = incoming.length + outgoing.length;
    if (degree <= Number(most)) return "pass";
    const links = [...incoming, ...outgoing].map(({ id }) => id).sort(compareText);
    return {
      outcome: "fail",
      measured: { value: degree, unit: "dependencies" },
      threshold: { value: Number(most), unit: "dependencies" },
      evidence: links.slice(0, Number(most) + 1).map((id) => ({ table: "dependencies", id })),
      facts: { title: row.title, count: degree, most: Number(most) },
    };
  },
);
