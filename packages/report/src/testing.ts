import { type Review, reviewWork } from "evenkeel";
import { anyReviewInput } from "evenkeel/testing";
import * as fc from "fast-check";
import { renderReport } from "./render-report.js";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IAsyncProperty<unknown>;
}

/** Texts that try to be more than text. */
export const hostileText: fc.Arbitrary<string> = fc.constantFrom(
  "<script>alert(1)</script>",
  '" onload="alert(1)',
  "</style><script>alert(2)</script>",
  "javascript:alert(3)",
  "\u001b[31mred\u202e",
  "datum.x + warn(1)",
  "]]>&lt;",
);

/** Reviews of generated plans in which every title is hostile. */
export const anyHostileReview: fc.Arbitrary<Review> = fc
  .tuple(anyReviewInput, fc.array(hostileText, { minLength: 1 }))
  .map(([input, texts]) => {
    const items = (input.plan.items ?? []).map((item, index) => ({
      ...item,
      title: texts[index % texts.length] ?? "",
    }));
    const review = reviewWork({ ...input, title: texts[0] ?? "", plan: { ...input.plan, items } });
    if (!review.ok) throw new TypeError("a generated plan is valid");
    return review.value;
  });

/** Characters that no page may hold: escapes and bidirectional overrides. */
const inert = /[\u001b\u202a-\u202e]/;

/** Laws of the page. */
export function reportLaws(): Law[] {
  return [
    {
      name: "no text of the documents becomes markup, a handler or a script",
      statedRuns: 1_000,
      property: fc.asyncProperty(anyHostileReview, async (review) => {
        const page = await renderReport(review);
        const tags = (page.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
        return !/<script/i.test(page) && !inert.test(page) && !tags.some((tag) => /\s(on\w+|style)\s*=/i.test(tag));
      }),
    },
    {
      name: "the same review gives the same bytes",
      statedRuns: 500,
      property: fc.asyncProperty(anyHostileReview, async (review) => {
        const [first, second] = [await renderReport(review), await renderReport(review)];
        return first === second;
      }),
    },
  ];
}
