import * as fc from "fast-check";
import { processBehaviour } from "./process-behaviour.js";
import { betweenEvents } from "./process-between-events.js";
import { countBehaviour } from "./process-counts.js";
import type { Law } from "./testing-law.js";

const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);

/** Laws of process behaviour charts. */
export function processLaws(): Law[] {
  return [
    {
      name: "limits of a process behaviour chart move and stretch with the values",
      statedRuns: 10_000,
      property: fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 40 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 64 }),
        (values, shift, scale) => {
          const plain = processBehaviour(values);
          const moved = processBehaviour(values.map((value) => value * scale + shift));
          if (!plain.ok || !moved.ok) return false;
          const same = (pick: "mean" | "upper" | "lower" | "adjustedUpper" | "adjustedLower"): boolean =>
            near(moved.value[pick], plain.value[pick] * scale + shift, 1e5 * scale);
          return (
            (["mean", "upper", "lower", "adjustedUpper", "adjustedLower"] as const).every(same) &&
            near(moved.value.rangeLimit, plain.value.rangeLimit * scale, 1e5 * scale) &&
            plain.value.adjustedUpper >= plain.value.upper
          );
        },
      ),
    },
    {
      name: "limits of counts are whole counts around the median, by the law their variance asks for",
      statedRuns: 10_000,
      property: fc.property(fc.array(fc.nat(12), { minLength: 3, maxLength: 60 }), (values) => {
        const found = countBehaviour(values);
        if (!found.ok) return false;
        const { lower, median, upper, law } = found.value;
        // Variance and mean compared in whole numbers, without rounding.
        const [count, sum, squares] = values.reduce(([n, s, q], x) => [n + 1, s + x, q + x * x], [0, 0, 0]);
        return (
          [lower, median, upper].every((limit) => Number.isSafeInteger(limit) && limit >= 0) &&
          lower <= median &&
          median <= upper &&
          (law === "poisson") === count * squares - sum * sum <= sum * (count - 1)
        );
      }),
    },
    {
      name: "the time between events adds up to the whole, and limits stretch with it",
      statedRuns: 10_000,
      property: fc.property(fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 40 }), (times) => {
        const events = [...times].sort((a, b) => a - b);
        const [plain, doubled] = [betweenEvents(events), betweenEvents(events.map((event) => 2 * event))];
        if (!plain.ok || !doubled.ok) return false;
        const whole = plain.value.gaps.reduce((sum, gap) => sum + gap, 0);
        return (
          whole === (events.at(-1) as number) - (events[0] as number) &&
          doubled.value.upperMillis === 2 * plain.value.upperMillis &&
          plain.value.lowerMillis <= plain.value.medianMillis &&
          plain.value.medianMillis <= plain.value.upperMillis
        );
      }),
    },
  ];
}
