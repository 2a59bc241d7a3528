import type { Review } from "evenkeel";

/** Placeholder until the page lands. */
export async function renderReport(review: Review): Promise<string> {
  return `<!doctype html><title>${review.counts.items}</title>`;
}
