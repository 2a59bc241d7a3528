import { runChecks } from "@evenkeel/checks";
import { checkLaws, type Law } from "@evenkeel/checks/testing";
import { anyPlan, reversedRows } from "@evenkeel/core/testing";
import * as fc from "fast-check";
import { coordinationChecks } from "./coordination-checks.js";
import type { CoordinationInput } from "./types.js";

const day = (offset: number): string => `2026-05-${String(1 + (offset % 28)).padStart(2, "0")}`;
const now = 1_778_803_200_000;

/** Plans whose dependencies carry handoffs and whose items carry promises. */
export const anyCoordinationInput: fc.Arbitrary<CoordinationInput> = fc
  .tuple(anyPlan, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }))
  .map(([plan, picks]) => {
    const pick = (at: number, size: number): number => (picks[at % picks.length] ?? 0) % size;
    const dependencies = (plan.dependencies ?? []).map((link, index) => ({
      ...link,
      ...(pick(index, 3) === 0
        ? {}
        : {
            handoff: {
              what: "keys",
              neededBy: day(pick(index + 1, 28)),
              promisedBy: day(pick(index + 2, 28)),
              ...(pick(index + 3, 3) === 0 ? { state: "offered" as const } : {}),
            },
          }),
    }));
    const commitments = (plan.items ?? []).map(({ id }, index) => ({
      id: `c${index}`,
      due: day(pick(index + 4, 28)),
      subject: { table: "items" as const, id },
    }));
    return { plan: { ...plan, dependencies, commitments }, now };
  });

const failures = (input: CoordinationInput): number =>
  runChecks(coordinationChecks, input, { today: "2026-05-15" }).filter(({ outcome }) => outcome === "fail").length;

/** Laws of the coordination checks. */
export function coordinationLaws(): Law[] {
  return [
    ...checkLaws(coordinationChecks, anyCoordinationInput, ({ plan, ...rest }) => ({
      plan: reversedRows(plan),
      ...rest,
    })),
    {
      name: "accepting every handoff in time and promising in order leaves nothing to find",
      statedRuns: 10_000,
      property: fc.property(anyCoordinationInput, ({ plan, now: at }) => {
        const dependencies = (plan.dependencies ?? []).map((link) => ({
          ...link,
          handoff: { state: "accepted" as const, neededBy: day(9), promisedBy: day(8) },
        }));
        const commitments = (plan.commitments ?? []).map((row) => ({ ...row, due: day(20) }));
        return failures({ plan: { ...plan, dependencies, commitments }, now: at }) === 0;
      }),
    },
  ];
}
