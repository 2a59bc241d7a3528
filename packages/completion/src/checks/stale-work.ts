import type { Check } from "@evenkeel/checks";
import { itemFacts } from "../item-facts.js";
import type { CompletionInput } from "../types.js";
import { leafCheck, millisPerDay, within } from "./rules.js";

/** Something happens to work in progress within the allowed days; silence is stuck work that nobody has called stuck. */
export const staleWork: Check<CompletionInput> = /* @__PURE__ */ leafCheck(
  {
    id: "completion/stale-work",
    kind: "heuristic",
    citation: [{ title: "The Kanban Guide (2020)", article: "actively managing items in a workflow" }],
    needs: ["events.at"],
    params: { allowedDays: 14 },
  },
  (item, context, { allowedDays }) => {
    const { category, lastAt, blocked } = itemFacts(context, item);
    if (category !== "active" || blocked !== undefined || lastAt === undefined) return undefined;
    return within((context.now - lastAt) / millisPerDay, Number(allowedDays), { title: item.row.title });
  },
);
