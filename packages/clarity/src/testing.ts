import { runChecks } from "@evenkeel/checks";
import { checkLaws, type Law } from "@evenkeel/checks/testing";
import { anyPlan, reversedRows } from "@evenkeel/core/testing";
import * as fc from "fast-check";
import { clarityChecks } from "./clarity-checks.js";
import type { ClarityInput } from "./types.js";

/** Inputs of the clarity checks. */
export const anyClarityInput: fc.Arbitrary<ClarityInput> = anyPlan.map((plan) => ({ plan, now: 1_777_593_600_000 }));

const failures = (input: ClarityInput): string[] =>
  runChecks(clarityChecks, input, { today: "2026-05-01" }).flatMap(({ outcome, fingerprint }) =>
    outcome === "fail" ? [fingerprint] : [],
  );

/** Laws of the clarity checks. */
export function clarityLaws(): Law[] {
  return [
    ...checkLaws(clarityChecks, anyClarityInput, ({ plan, now }) => ({ plan: reversedRows(plan), now })),
    {
      name: "saying more about an item never adds a finding",
      statedRuns: 10_000,
      property: fc.property(anyClarityInput, fc.nat(), ({ plan, now }, pick) => {
        const items = plan.items ?? [];
        const target = items[pick % items.length]?.id;
        const clearer = items.map((item) =>
          item.id === target
            ? { ...item, reason: "Guests sleep", outcomeIds: ["goal"], acceptanceCriteria: [{ text: "Below 30 dB" }] }
            : item,
        );
        const before = new Set(failures({ plan, now }));
        return failures({ plan: { ...plan, items: clearer }, now }).every((found) => before.has(found));
      }),
    },
  ];
}
