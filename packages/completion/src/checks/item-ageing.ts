import type { Check } from "@evenkeel/checks";
import { itemFacts } from "../item-facts.js";
import type { CompletionInput } from "../types.js";
import { leafCheck, millisPerDay, within } from "./rules.js";

/** No item in progress is older than the team's own service level expectation. */
export const itemAgeing: Check<CompletionInput> = /* @__PURE__ */ leafCheck(
  {
    id: "completion/item-ageing",
    kind: "guideline",
    citation: [{ title: "The Kanban Guide (2020)", article: "work item age against the service level expectation" }],
    needs: ["items.startedAt"],
  },
  (item, context) => {
    const { category, startedAt, blocked } = itemFacts(context, item);
    if (category === "done" || category === "dropped") return undefined;
    if (category !== "active" && startedAt === undefined && blocked === undefined) return undefined;
    const { title } = item.row;
    if (context.expectedDays === undefined)
      return { outcome: "unknown", missing: ["service level expectation"], facts: { title } };
    if (startedAt === undefined) return { outcome: "unknown", missing: ["items.startedAt"], facts: { title } };
    const expected = Math.round(context.expectedDays);
    return within((context.now - startedAt) / millisPerDay, context.expectedDays, { title, expected });
  },
);
