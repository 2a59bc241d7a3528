import { workBetween, type ZoneRules } from "@evenkeel/calendar";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { makeClock } from "./clock.js";
import { type PlanVersion, readVersion } from "./plan-version.js";

/** Dates of an activity as they were agreed. */
export interface BaselineRow {
  readonly id: string;
  readonly start: string;
  readonly finish: string;
  /** Working minutes; default: the working time between the dates on the activity's calendar. */
  readonly durationMinutes?: number;
}

/** How an activity stands against its baseline; positive = later, or longer. */
export interface BaselineVariance {
  readonly id: string;
  /** Working minutes on the activity's calendar. */
  readonly startMinutes: number;
  readonly finishMinutes: number;
  readonly durationMinutes: number;
  readonly startElapsedMinutes: number;
  readonly finishElapsedMinutes: number;
}

/** The answer. */
export interface BaselineReport {
  /** Activities that have dates now and in the baseline, in the order of the schedule. */
  readonly activities: readonly BaselineVariance[];
  /** Ids without a baseline. */
  readonly added: readonly string[];
  /** Ids of the baseline that have no dates now. */
  readonly missing: readonly string[];
  /** Working minutes on the project's calendar from the latest baseline finish to the latest finish. */
  readonly finishMinutes: number;
}

/**
 * Variance of start, finish and duration against a baseline, each on the activity's own calendar.
 *
 * Time is taken on the calendars of today's plan, also for the baseline: a day's holiday more counts as no variance.
 *
 * @param current - a plan and its schedule
 * @param baseline - rows of any schedule; each id once
 * @param zoneRules - as the schedule was made with
 * @returns variances, and what only one of both has
 *
 * Issues: scheduling/duplicate-id, scheduling/baseline-reversed, scheduling/invalid-duration, those of the calendars and
 * of time texts.
 * Time O(n), space O(n).
 * Source: Project Management Institute (2019), Practice Standard for Scheduling, third edition (schedule variance in time).
 *
 * @example
 * const input = { start: "2026-12-01", activities: [{ id: "a", durationMinutes: 960 }] };
 * const baseline = [{ id: "a", start: "2026-12-01T08:00", finish: "2026-12-01T17:00" }];
 * orThrow(baselineVariance({ input, schedule: orThrow(schedule(input)) }, baseline)).activities[0].finishMinutes; // => 480
 */
export function baselineVariance(
  current: PlanVersion,
  baseline: readonly BaselineRow[],
  zoneRules?: ZoneRules,
): Result<BaselineReport> {
  const issues: Issue[] = [];
  const now = readVersion(current, "current", zoneRules, issues);
  if (now === undefined) return refuse(issues as [Issue, ...Issue[]]);
  const clock = makeClock(current.input.zone, zoneRules, issues);
  const found = new Map<string, BaselineVariance>();
  const missing: string[] = [];
  let [last, lastBaseline] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const seen = new Set<string>();
  baseline.forEach((row, at) => {
    const about = { path: ["baseline", at], subject: [row.id], facts: { id: row.id } };
    if (seen.has(row.id)) issues.push(issue("scheduling/duplicate-id", { ...about, path: [...about.path, "id"] }));
    seen.add(row.id);
    const calendar = now.calendarOf(row.id);
    const start = clock.read(row.start, [...about.path, "start"], calendar, "from");
    const finish = clock.read(row.finish, [...about.path, "finish"], calendar, "to");
    if (start === undefined || finish === undefined) return;
    if (finish < start) issues.push(issue("scheduling/baseline-reversed", about));
    const { durationMinutes } = row;
    if (durationMinutes !== undefined && !(durationMinutes >= 0 && durationMinutes < Number.POSITIVE_INFINITY)) {
      const facts = { id: row.id, found: String(durationMinutes) };
      issues.push(issue("scheduling/invalid-duration", { ...about, path: [...about.path, "durationMinutes"], facts }));
    }
    lastBaseline = Math.max(lastBaseline, finish);
    const span = now.spans.get(row.id);
    if (span === undefined) {
      missing.push(row.id);
      return;
    }
    const agreed = durationMinutes ?? workBetween(calendar, start, finish) / 10;
    found.set(row.id, {
      id: row.id,
      startMinutes: workBetween(calendar, start, span.start) / 10,
      finishMinutes: workBetween(calendar, finish, span.finish) / 10,
      durationMinutes: workBetween(calendar, span.start, span.finish) / 10 - agreed,
      startElapsedMinutes: (span.start - start) / 10,
      finishElapsedMinutes: (span.finish - finish) / 10,
    });
  });
  if (issues.some(({ severity }) => severity === "error")) return refuse(issues as [Issue, ...Issue[]]);
  for (const { finish } of now.spans.values()) last = Math.max(last, finish);
  const isDated = Number.isFinite(last) && Number.isFinite(lastBaseline);
  return ok(
    {
      activities: [...now.rows.keys()].flatMap((id) => found.get(id) ?? []),
      added: [...now.rows.keys()].filter((id) => !found.has(id)),
      missing,
      finishMinutes: isDated ? workBetween(now.usual, lastBaseline, last) / 10 : 0,
    },
    issues,
  );
}
