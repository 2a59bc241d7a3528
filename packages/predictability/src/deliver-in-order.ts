import { type Issue, ok, type Result } from "@evenkeel/kernel";
import type { Forecast, WhenDone } from "./forecast-types.js";
import { fault, refusal } from "./issue.js";
import { whenDone } from "./when-done.js";

/**
 * When each of several parts is done by one team that works on them in a fixed order: one pace for all, so they are not independent.
 *
 * Part k is done when the total of the counts up to k is. All parts are done when the last one is, with the same chance.
 *
 * @param forecast - from `forecastThroughput`
 * @param counts - items of each part in the order of work, whole, >= 1, at most 100,000 together; not changed
 * @param confidence - chance each date is to have, between 0 and 1
 * @returns one answer a part; its `count` is the total up to it
 *
 * Issues: predictability/sample-too-small, and those of `whenDone`.
 * Time as `whenDone` for each part.
 * Source: own.
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * orThrow(deliverInOrder(forecast, [1, 2], 0.85)).map(({ days }) => days); // => [3, 8]
 */
export function deliverInOrder(forecast: Forecast, counts: readonly number[], confidence: number): Result<WhenDone[]> {
  const issues: Issue[] = [];
  const done: WhenDone[] = [];
  let total = 0;
  counts.forEach((count, at) => {
    const isCount = Number.isSafeInteger(count) && count >= 1;
    if (isCount) total += count;
    const found = whenDone(forecast, isCount ? total : count, confidence);
    if (found.ok) done.push(found.value);
    else
      for (const each of found.issues) {
        // What is wrong with forecast or confidence is said once, not for every part.
        if (each.path[0] === "count") issues.push({ ...each, path: ["counts", at] });
        else if (at === 0) issues.push(each);
      }
  });
  if (counts.length === 0)
    issues.push(fault("predictability/sample-too-small", { path: ["counts"], facts: { needed: 1, found: 0 } }));
  return refusal(issues) ?? ok(done);
}
