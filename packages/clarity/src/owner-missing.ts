import type { Check, Verdict } from "@evenkeel/checks";
import { indexPlan, isCovered, isOnePersonPlan, openItems } from "@evenkeel/core";
import type { ClarityInput } from "./types.js";

const owning = new Set(["accountable", "responsible", "driver"]);

/** C03: every open item has a person or team that is accountable, responsible or drives it. A one-person plan needs none. */
export const ownerMissing: Check<ClarityInput> = {
  id: "clarity/owner-missing",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "ISO 45003:2021 Psychological health and safety at work", article: "roles and expectations" }],
  needs: ["assignments.itemId", "assignments.role"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan }) => {
    if (isOnePersonPlan(plan))
      return [{ outcome: "inapplicable", subject: { table: "document", id: "clarity/owner-missing" } }];
    const index = indexPlan(plan);
    const known = isCovered(plan.coverage, "assignments");
    return openItems(plan).map((item): Verdict => {
      const subject = { table: "items", id: item.id };
      const owners = index
        .assignments(item.id)
        .filter(({ role, resourceId }) => owning.has(role) && resourceId === undefined);
      const facts = { title: item.title };
      if (owners.length > 0) return { outcome: "pass", subject, facts };
      return known
        ? { outcome: "fail", subject, facts }
        : { outcome: "unknown", subject, facts, missing: ["assignments.itemId"] };
    });
  },
};
