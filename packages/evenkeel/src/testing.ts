import { anyPlanWithHistory, reversedRows } from "@evenkeel/core/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { schedulePlan } from "./review/schedule-projects.js";
import type { ReviewInput } from "./review/types.js";
import { reviewWork } from "./review-work.js";
import type { Law } from "./testing-law.js";

export type { Law } from "./testing-law.js";
export { anyStaffedPlan, priceLaws, rescheduleLaws } from "./testing-price.js";

const day = (offset: number): string => `2026-05-${String(1 + (offset % 28)).padStart(2, "0")}`;

/** Review inputs with promises, records of one person, and a history. */
export const anyReviewInput: fc.Arbitrary<ReviewInput> = fc
  .tuple(anyPlanWithHistory, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }))
  .map(([{ plan, history }, picks]) => {
    const pick = (at: number): number => picks[at % picks.length] ?? 0;
    const commitments = (plan.items ?? []).slice(0, 3).map(({ id }, index) => ({
      id: `c${index}`,
      due: day(pick(index)),
      subject: { table: "items" as const, id },
      byId: "ana",
    }));
    const people = (plan.people ?? []).map((person) => ({ ...person, jurisdiction: "DE" }));
    const workIntervals = picks.slice(0, 6).map((at, index) => {
      const hour = at % 20;
      const text = (value: number): string => `2026-05-0${1 + index}T${String(value).padStart(2, "0")}:00:00Z`;
      return { id: `w${index}`, personId: "ana", from: text(hour), to: text(hour + 3), kind: "actual" as const };
    });
    return {
      plan: { ...plan, people, commitments },
      history,
      records: { formatVersion: 1 as const, workIntervals },
      now: day(20),
    };
  });

/** Laws of the review. */
export function reviewLaws(): Law[] {
  return [
    {
      name: "the same input gives the same bytes, whatever the order of its rows",
      statedRuns: 1_000,
      property: fc.property(anyReviewInput, (input) => {
        const firsts = (each: ReviewInput): string => {
          const review = reviewWork(each);
          return review.ok
            ? canonicalJson([
                review.value.first,
                review.value.findings,
                review.value.executive,
                review.value.contributor,
              ])
            : "";
        };
        return firsts(input) === firsts({ ...input, plan: reversedRows(input.plan) });
      }),
    },
    {
      name: "at most five things come first, ordered by what is lost, one a subject",
      statedRuns: 1_000,
      property: fc.property(anyReviewInput, (input) => {
        const review = reviewWork(input);
        return review.ok && review.value.first.length <= 5;
      }),
    },
    {
      name: "records of a person are in no review but theirs",
      statedRuns: 1_000,
      property: fc.property(anyReviewInput, (input) => {
        const review = reviewWork({ ...input, viewer: { personId: "ben" } });
        return (
          review.ok &&
          review.value.findings.every(
            ({ dataClass, personId }) => dataClass === "planFact" || personId === undefined || personId === "ben",
          )
        );
      }),
    },
    {
      name: "no measure of flow, promises, effort or estimates names a person",
      statedRuns: 1_000,
      property: fc.property(anyReviewInput, (input) => {
        const review = reviewWork(input);
        if (!review.ok) return false;
        const { record, otherRecords, yield: spent, rework, estimates } = review.value.executive;
        const told = canonicalJson([review.value.lead.flow, record, otherRecords, spent, rework, estimates] as never);
        return (input.plan.people ?? []).every(({ id }) => !told.includes(JSON.stringify(id)));
      }),
    },
    {
      name: "a review leaves its input as it was",
      statedRuns: 500,
      property: fc.property(anyReviewInput, (input) => {
        const before = canonicalJson(input);
        reviewWork(input);
        return canonicalJson(input) === before;
      }),
    },
    {
      name: "every finish-to-start successor starts when its predecessor has finished, or nothing fixed it otherwise",
      statedRuns: 1_000,
      property: fc.property(anyReviewInput, ({ plan }) => {
        const { byItem } = schedulePlan(plan, { today: "2026-05-01" });
        return (plan.dependencies ?? []).every(({ type, predecessorId, successorId }) => {
          const [before, after] = [byItem.get(predecessorId), byItem.get(successorId)];
          if (type !== "FS" || before === undefined || after === undefined || before.isSummary || after.isSummary)
            return true;
          return after.driver?.kind === "actual" || after.start >= before.finish;
        });
      }),
    },
  ];
}
