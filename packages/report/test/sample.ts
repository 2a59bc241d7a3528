import { readFileSync } from "node:fs";
import { type Review, type ReviewInput, reviewWork } from "evenkeel";

const file = new URL("../../../examples/data/portfolio.evenkeel.json", import.meta.url);

/** The review of the bundled sample. */
export function sampleReview(more: Partial<ReviewInput> = {}): Review {
  const { plan, history, records } = JSON.parse(readFileSync(file, "utf8")) as Required<ReviewInput>;
  const review = reviewWork({ plan, history, records, now: "2026-11-20T09:00:00Z", ...more });
  if (!review.ok) throw new TypeError(JSON.stringify(review.issues));
  return review.value;
}
