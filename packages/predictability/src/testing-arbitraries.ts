import * as fc from "fast-check";
import type { PromiseRow } from "./commitment-types.js";
import type { DayWindow, FlowItem } from "./flow-types.js";
import type { ForecastModel } from "./forecast-types.js";

const day = 86_400_000;

/** Items over forty days: open, finished, dropped, without a start; ids include those every object inherits. */
export const anyFlow: fc.Arbitrary<FlowItem[]> = fc
  .array(fc.record({ start: fc.nat(40 * day), length: fc.nat(20 * day), kind: fc.nat(4), lead: fc.nat(5 * day) }), {
    maxLength: 30,
  })
  .map((rows) =>
    rows.map(({ start, length, kind, lead }, at) => ({
      id: ["__proto__", "constructor", "toString"][at] ?? `I${at}`,
      createdAt: start - lead,
      ...(kind === 4 ? {} : { startedAt: start }),
      ...(kind < 2 || kind === 4 ? { finishedAt: start + length } : {}),
      ...(kind === 2 ? { droppedAt: start + length } : {}),
    })),
  );

/** Windows of days that overlap the items of `anyFlow`. */
export const anyWindow: fc.Arbitrary<DayWindow> = fc
  .tuple(fc.integer({ min: -5, max: 55 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: from + length }));

/** Daily counts of a small team. */
export const anyDaily: fc.Arbitrary<number[]> = fc
  .array(fc.oneof(fc.constant(0), fc.nat(4)), { minLength: 7, maxLength: 120 })
  .filter((counts) => counts.some((count) => count > 0));

/** Models of forecasts. */
export const anyModel: fc.Arbitrary<ForecastModel> = fc.constantFrom("nb-mix", "iid-bootstrap");

/** Promises around day 20: kept, late, open, withdrawn, moved. */
export const anyPromises: fc.Arbitrary<PromiseRow[]> = fc
  .array(
    fc.record({
      due: fc.nat(40 * day),
      resolved: fc.nat(40 * day),
      state: fc.constantFrom("open", "met", "missed", "withdrawn"),
      probability: fc.constantFrom(undefined, 0.5, 0.85),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ due, resolved, state, probability }, at) => ({
      id: `P${at}`,
      due,
      state: state as PromiseRow["state"],
      ...(state === "open" ? {} : { resolvedAt: resolved }),
      ...(probability === undefined ? {} : { probability }),
    })),
  );
