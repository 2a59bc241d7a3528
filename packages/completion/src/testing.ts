import { checkLaws, type Law } from "@evenkeel/checks/testing";
import { itemCategories } from "@evenkeel/core";
import { anyPlanWithHistory, reversedRows } from "@evenkeel/core/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { completionChecks } from "./completion-checks.js";
import { nextItems } from "./next-items.js";
import type { CompletionInput } from "./types.js";

/** Plans with histories, looked at five days later. */
export const anyCompletionInput: fc.Arbitrary<CompletionInput> = fc
  .tuple(anyPlanWithHistory, fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }))
  .map(([{ plan, history }, expectedDays]) => ({
    plan,
    history,
    now: 1_778_025_600_000,
    ...(expectedDays === undefined ? {} : { expectedDays }),
  }));

/** Laws of the completion checks and of the pull policy. */
export function completionLaws(): Law[] {
  return [
    ...checkLaws(completionChecks, anyCompletionInput, (input) => ({ ...input, plan: reversedRows(input.plan) })),
    {
      name: "the order of rows does not change what is next",
      statedRuns: 10_000,
      property: fc.property(
        anyCompletionInput,
        (input) =>
          canonicalJson(nextItems(input)) === canonicalJson(nextItems({ ...input, plan: reversedRows(input.plan) })),
      ),
    },
    {
      name: "nothing done, dropped or waiting for a predecessor is next",
      statedRuns: 10_000,
      property: fc.property(anyCompletionInput, (input) => {
        const categories = itemCategories(input.plan);
        const over = (id: string): boolean => ["done", "dropped"].includes(categories.get(id) ?? "");
        return nextItems(input, { most: 99 }).every(
          ({ itemId }) =>
            !over(itemId) &&
            (input.plan.dependencies ?? []).every(
              (link) => link.successorId !== itemId || link.type !== "FS" || over(link.predecessorId),
            ),
        );
      }),
    },
    {
      name: "fewer items asked for are the first of more",
      statedRuns: 1_000,
      property: fc.property(
        anyCompletionInput,
        fc.nat(9),
        (input, most) =>
          canonicalJson(nextItems(input, { most })) === canonicalJson(nextItems(input, { most: 99 }).slice(0, most)),
      ),
    },
  ];
}
