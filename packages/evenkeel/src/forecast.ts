import { type Issue, issue, parseTimeText, type Result, refuse, type TimeText } from "@evenkeel/kernel";
import { type Forecast, type ForecastModel, type ForecastPrior, forecastThroughput } from "@evenkeel/predictability";

/** Completions as an app developer has them. */
export interface EasyForecast {
  /** When each item was done: days, local times or instants. */
  readonly done: readonly string[];
  /** Today; the first day forecast. Completions on or after it are not used. */
  readonly now: string;
  /** First day of the record; absent = the day of the first completion. */
  readonly from?: string;
  readonly model?: ForecastModel;
  readonly windowDays?: number;
  /** What nb-mix takes from other teams; default `openTeamsPrior`. */
  readonly prior?: ForecastPrior;
  /** With less than four weeks of record, lean on other teams' record alone instead of refusing. Default false. */
  readonly allowPrior?: boolean;
}

const millisPerDay = 86_400_000;

function dayOf(time: TimeText): number {
  if (time.form === "day") return time.day;
  return Math.floor((time.form === "local" ? time.local : time.instant) / millisPerDay);
}

/**
 * Forecasts completions from the days on which items were done; ask the answer with `whenDone` and `howMany`.
 *
 * Days without completions count as zero. An instant counts on its UTC day.
 *
 * @param input - completion times in any order, and today
 * @returns a forecast that knows its first day
 *
 * Issues: kernel/invalid-time-text, kernel/impossible-date, evenkeel/no-past, and those of `forecastThroughput`.
 * Time O(n + days^2), space O(n + days).
 * Source: own; see `forecastThroughput`.
 *
 * @example
 * const done = Array.from({ length: 56 }, (_none, day) => "2026-" + (day < 28 ? "10" : "11") + "-" + String(1 + (day % 28)).padStart(2, "0"));
 * orThrow(forecast({ done, now: "2026-12-01" })).model; // => "nb-mix"
 */
export function forecast(input: EasyForecast): Result<Forecast> {
  const issues: Issue[] = [];
  const read = (text: string, path: Issue["path"]): number | undefined => {
    const parsed = parseTimeText(text, path);
    if (parsed.ok) return dayOf(parsed.value);
    issues.push(...parsed.issues);
    return undefined;
  };
  const now = read(input.now, ["now"]);
  const stated = input.from === undefined ? undefined : read(input.from, ["from"]);
  const days = input.done.flatMap((text, index) => read(text, ["done", index]) ?? []);
  const past = now === undefined ? [] : days.filter((day) => day < now);
  const first = stated ?? past.reduce((earliest, day) => Math.min(earliest, day), Number.POSITIVE_INFINITY);
  if (now !== undefined && issues.length === 0 && !(first < now))
    issues.push(issue("evenkeel/no-past", { path: ["done"], facts: { now: input.now } }));
  const [fault, ...rest] = issues;
  if (fault !== undefined || now === undefined) return refuse([fault ?? issue("evenkeel/no-past"), ...rest]);
  const daily = new Array<number>(now - first).fill(0);
  for (const day of past) if (day >= first) daily[day - first] = (daily[day - first] ?? 0) + 1;
  return forecastThroughput(daily, {
    firstDay: now,
    ...(input.model === undefined ? {} : { model: input.model }),
    ...(input.windowDays === undefined ? {} : { windowDays: input.windowDays }),
    ...(input.prior === undefined ? {} : { prior: input.prior }),
    ...(input.allowPrior === undefined ? {} : { allowPrior: input.allowPrior }),
  });
}
