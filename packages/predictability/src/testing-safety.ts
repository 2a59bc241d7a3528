import * as fc from "fast-check";
import { forecastThroughput } from "./forecast-throughput.js";
import type { LedgerMeasure } from "./ledger-types.js";
import { safeToPromise } from "./safe-to-promise.js";
import { anyDaily, anyModel } from "./testing-arbitraries.js";
import { type Law, law } from "./testing-law.js";
import { anyLedger, measured } from "./testing-promises.js";

/** Laws of what is safe to promise. */
export function safetyLaws(): Law[] {
  return [
    law(
      "the date for a chance has that chance, more items never a better one, and the record changes no answer",
      1_000,
      fc.property(anyDaily, anyModel, fc.integer({ min: 1, max: 12 }), anyLedger, (daily, model, count, ledger) => {
        const forecast = forecastThroughput(daily, { model, allowPrior: true });
        if (!forecast.ok) return false;
        const [record, none] = [measured(ledger), measured({ promises: [] })];
        const dated = safeToPromise(forecast.value, { count, confidence: 0.85 }, record);
        if (!dated.ok || dated.value.date === undefined) return false;
        const { days } = dated.value.date;
        const chanceOf = (more: number, known: LedgerMeasure): number => {
          const safe = safeToPromise(forecast.value, { count: more, days }, known);
          return safe.ok ? (safe.value.byDate?.chance ?? Number.NaN) : Number.NaN;
        };
        const chance = chanceOf(count, record);
        return chance >= 0.85 - 1e-9 && chanceOf(count + 1, record) <= chance && chanceOf(count, none) === chance;
      }),
    ),
  ];
}
