import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { failIfKnown, itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";
import { statedSize } from "./size.js";

/** C17: an item that is planned by size, in an iteration or release or with a schedule, states one. */
export const missingSize: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/missing-size",
    kind: "heuristic",
    citation: [{ ...sources.invest, article: "small; estimable" }],
    needs: ["items.estimates", "items.schedule"],
  },
  ({ row, timeboxes }, context) => {
    const isPlanned = row.schedule?.kind === "task" || timeboxes.some(({ kind }) => kind !== "phase");
    if (!isPlanned) return undefined;
    if (statedSize(row) !== undefined) return "pass";
    return failIfKnown(context, "items", row.id, "estimates", { facts: { title: row.title } });
  },
);
