import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";
import { statedSize } from "./size.js";

const discussing: readonly string[] = [
  "estimated",
  "expectationClarified",
  "expectationAcknowledged",
  "expectationQuestioned",
  "changed",
];

/** C19: work in progress was talked about: it was estimated, clarified or questioned, or its text was changed. A weak sign. */
export const neverDiscussed: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/never-discussed",
    kind: "heuristic",
    citation: [{ ...sources.invest, article: "negotiable" }],
    needs: ["events.type", "items.estimates"],
  },
  ({ row, category }, { history }) => {
    const events = history.of("items", row.id);
    if (category !== "active" || events.length === 0) return undefined;
    const talked = statedSize(row) !== undefined || events.some(({ type }) => discussing.includes(type));
    return talked ? "pass" : { outcome: "fail", severity: "info", facts: { title: row.title } };
  },
);
