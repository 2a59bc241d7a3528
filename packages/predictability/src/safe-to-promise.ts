import { canonicalJson, type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { pmfSurvival } from "@evenkeel/stats";
import { forecastDistribution } from "./forecast-distribution.js";
import type { Forecast, WhenDone } from "./forecast-types.js";
import { fault } from "./issue.js";
import type { LedgerMeasure, StatedChance } from "./ledger-types.js";
import { largestTotal } from "./limits.js";
import { whenDone } from "./when-done.js";

/** What is to be promised, and what is known. Give a wanted chance, a wanted date, or both. */
export interface PromiseQuestion {
  /** Items to be done, whole, 1..100,000. */
  readonly count: number;
  /** Wanted chance, between 0 and 1: asks for the date. */
  readonly confidence?: number;
  /** Wanted date in days from now, whole, 1..3,650: asks for the chance. */
  readonly days?: number;
}

/** The chance to have so many done in so many days. */
export interface ChanceByDate {
  readonly days: number;
  /** Day number, where the forecast knows its first day. */
  readonly day?: number;
  readonly chance: number;
}

/** What may be promised, and how promises like it have fared. */
export interface SafePromise {
  readonly count: number;
  /** The date for the wanted chance. */
  readonly date?: WhenDone;
  /** The chance of the wanted date. */
  readonly byDate?: ChanceByDate;
  /** The team's own record, as it was given. */
  readonly record: LedgerMeasure;
  /** Of that record, how promises with the nearest stated chance, at most 0.05 away, were kept; absent = there are none. */
  readonly alike?: StatedChance;
}

function chanceBy(forecast: Forecast, count: number, days: number): Result<ChanceByDate> {
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= largestTotal)) {
    const facts = { found: String(count), low: 1, high: largestTotal };
    return refuse([fault("predictability/not-a-count", { path: ["count"], facts })]);
  }
  const pmf = forecastDistribution(forecast, days);
  if (!pmf.ok) return pmf;
  const day = forecast.firstDay === undefined ? {} : { day: forecast.firstDay + days - 1 };
  return ok({ days, ...day, chance: Math.min(1, pmfSurvival(pmf.value, count)) });
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((each) => [canonicalJson(each), each])).values()];
}

function nearest(record: LedgerMeasure, chance: number): StatedChance | undefined {
  const away = ({ confidence }: StatedChance): number => Math.abs(confidence - chance);
  const near = (record.calibration?.groups ?? []).filter((group) => away(group) <= 0.05 + 1e-12);
  return near.sort((a, b) => away(a) - away(b))[0];
}

/**
 * What is safe to promise: the date for a wanted chance, and the chance of a wanted date, with the team's own record beside it.
 *
 * A forecast says what the counts allow; the record says what became of promises so far. The two are shown together and never
 * merged: a team whose 85 % came true 60 % of the time should see both. Scope is taken as fixed.
 *
 * @param forecast - from `forecastThroughput`
 * @param question - count, and a wanted chance, a wanted date, or both
 * @param record - from `measureLedger`, of the same team
 * @returns date and chance as asked, the record, and the stated chances of the record nearest to this one; where only one of the
 * two can be answered, issues say why the other cannot
 *
 * Issues: predictability/nothing-asked, predictability/not-a-count, predictability/out-of-range,
 * predictability/never-on-this-evidence, predictability/beyond-horizon.
 * Time as `whenDone` and `forecastDistribution`.
 * Source: own.
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * const record = orThrow(measureLedger({ promises: [] }, 0));
 * const safe = orThrow(safeToPromise(forecast, { count: 3, confidence: 0.85, days: 4 }, record));
 * [safe.date?.days, safe.byDate?.chance]; // => [8, 0.3125]
 */
export function safeToPromise(
  forecast: Forecast,
  question: PromiseQuestion,
  record: LedgerMeasure,
): Result<SafePromise> {
  const { count, confidence, days } = question;
  if (confidence === undefined && days === undefined)
    return refuse([fault("predictability/nothing-asked", { path: ["question"], facts: {} })]);
  const date = confidence === undefined ? undefined : whenDone(forecast, count, confidence);
  const byDate = days === undefined ? undefined : chanceBy(forecast, count, days);
  const issues = distinct([...(date?.issues ?? []), ...(byDate?.issues ?? [])]);
  const [first, ...rest] = issues;
  if (first !== undefined && date?.ok !== true && byDate?.ok !== true) return refuse([first, ...rest]);
  const chance = confidence ?? (byDate?.ok === true ? byDate.value.chance : undefined);
  const alike = chance === undefined ? undefined : nearest(record, chance);
  return ok(
    {
      count,
      ...(date?.ok === true ? { date: date.value } : {}),
      ...(byDate?.ok === true ? { byDate: byDate.value } : {}),
      record,
      ...(alike === undefined ? {} : { alike }),
    },
    issues,
  );
}
