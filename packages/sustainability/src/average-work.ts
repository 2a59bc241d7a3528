import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";

/** A person's hours of a reference period and the days after it. */
export interface AverageWorkInput {
  /** Hours worked by civil day, from the first day of the reference period on; each 0 to 24. */
  readonly hoursByDay: readonly number[];
  /** Length of the reference period in weeks. */
  readonly weeks: number;
  /** Days of leave or sickness within the reference period, as indices into `hoursByDay`; each once. */
  readonly excludedDays: readonly number[];
}

/** Average hours a week by each way to treat days of leave. */
export interface AverageWork {
  /** (A + B) / C: as many days with work that follow the period make up for days of leave. */
  readonly replaced: number;
  /** A / (C - N / 7): days of leave are no days of the period. */
  readonly excluded: number;
  /** A / C: days of leave count as days without work. */
  readonly counted: number;
}

function issuesOf({ hoursByDay, weeks, excludedDays }: AverageWorkInput): Issue[] {
  const issues = hoursByDay.flatMap((hours, day) =>
    hours >= 0 && hours <= 24
      ? []
      : [issue("sustainability/impossible-hours", { path: ["hoursByDay", day], facts: { found: String(hours) } })],
  );
  if (!Number.isSafeInteger(weeks) || weeks < 1)
    issues.push(issue("sustainability/impossible-weeks", { path: ["weeks"], facts: { found: String(weeks) } }));
  else if (hoursByDay.length < 7 * weeks)
    issues.push(
      issue("sustainability/period-not-covered", {
        path: ["hoursByDay"],
        facts: { needed: 7 * weeks, found: hoursByDay.length },
      }),
    );
  const seen = new Set<number>();
  for (const [at, day] of excludedDays.entries()) {
    const isWithin = Number.isSafeInteger(day) && day >= 0 && day < 7 * weeks && !seen.has(day);
    seen.add(day);
    if (!isWithin)
      issues.push(
        issue("sustainability/impossible-leave-day", { path: ["excludedDays", at], facts: { found: String(day) } }),
      );
  }
  return issues;
}

/**
 * Average hours a week over a reference period, with days of leave made up for, left out, or counted.
 *
 * Days that make up for leave are the first days with work after the period; where the days given end before there are
 * enough of them, those there are count, and a warning says how many are missing.
 *
 * @param input - hours by day, weeks of the period, days of leave
 * @returns the average by each of three ways
 *
 * Issues: sustainability/impossible-hours, sustainability/impossible-weeks, sustainability/period-not-covered,
 * sustainability/impossible-leave-day; warning: sustainability/too-few-days-after.
 * Time O(days), space O(days).
 * Source: UK Working Time Regulations 1998, regulation 4(6), for (A + B) / C; Directive 2003/88/EC, article 16(b).
 *
 * @example
 * orThrow(averageWork({ hoursByDay: [10, 10, 10, 10, 0, 0, 0, 10], weeks: 1, excludedDays: [4] })).replaced; // => 50
 */
export function averageWork(input: AverageWorkInput): Result<AverageWork> {
  const [first, ...others] = issuesOf(input);
  if (first !== undefined) return refuse([first, ...others]);
  const { hoursByDay, weeks, excludedDays } = input;
  const within = sumExact(hoursByDay.slice(0, 7 * weeks));
  const after = hoursByDay.slice(7 * weeks).filter((hours) => hours > 0);
  const days = excludedDays.length;
  const made = sumExact(after.slice(0, days));
  const missing = days - after.length;
  return ok(
    {
      replaced: (within + made) / weeks,
      excluded: within / (weeks - days / 7),
      counted: within / weeks,
    },
    missing > 0
      ? [
          issue("sustainability/too-few-days-after", {
            severity: "warning",
            path: ["hoursByDay"],
            facts: { missing, needed: days },
          }),
        ]
      : [],
  );
}
