import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";

/** Overtime of a month, hours; work on the weekly holiday is apart. */
export interface OvertimeMonth {
  readonly overtime: number;
  readonly holidayWork: number;
}

/** Caps on overtime, hours. */
export interface OvertimeCaps {
  /** Most overtime in a year, without holiday work. */
  readonly year: number;
  /** Overtime of a month that is much, and in how many months a year it may be exceeded. */
  readonly month: number;
  readonly mostMonthsOver: number;
  /** Overtime and holiday work of any month stay below this. */
  readonly belowInMonth: number;
  /** Most overtime and holiday work a month on average over every 2 to 6 months. */
  readonly average: number;
}

/** A cap that is broken, and where. */
export interface OvertimeBreach {
  readonly cap: "year" | "monthsOver" | "month" | "average";
  /** Months it is about: index of the first, and how many. */
  readonly first: number;
  readonly months: number;
  /** Hours, or a number of months. */
  readonly value: number;
  readonly limit: number;
}

/** Caps of a special clause under article 36 of Japan's Labor Standards Act. Information, not legal advice. */
export const article36Caps: OvertimeCaps = {
  year: 720,
  month: 45,
  mostMonthsOver: 6,
  belowInMonth: 100,
  average: 80,
};

/** Averages are compared to a millionth of an hour, so that sums of decimal hours do not break a cap by rounding. */
const tolerance = 1e-6;

/**
 * Overtime of consecutive months against caps: year, months above a value, every month, every run of 2 to 6 months.
 *
 * @param months - up to twelve of one year, in time order, hours of at least 0
 * @param caps - default those of article 36
 * @returns every breach: year, months over, single months in time order, runs by length and then time
 *
 * Issues: sustainability/impossible-hours, sustainability/too-many-months.
 * Time O(months), space O(breaches).
 * Source: Japan, Labor Standards Act article 36, as amended 2018.
 *
 * @example
 * orThrow(overtimeBreaches([{ overtime: 80, holidayWork: 20 }])); // => [{ cap: "month", first: 0, months: 1, value: 100, limit: 100 }]
 */
export function overtimeBreaches(
  months: readonly OvertimeMonth[],
  caps: OvertimeCaps = article36Caps,
): Result<OvertimeBreach[]> {
  const issues: Issue[] = months.flatMap(({ overtime, holidayWork }, at) =>
    [overtime, holidayWork].every((hours) => hours >= 0 && hours <= 744)
      ? []
      : [
          issue("sustainability/impossible-hours", {
            path: ["months", at],
            facts: { found: `${overtime} + ${holidayWork}` },
          }),
        ],
  );
  if (months.length > 12)
    issues.push(issue("sustainability/too-many-months", { path: ["months"], facts: { found: months.length } }));
  const [fault, ...faults] = issues;
  if (fault !== undefined) return refuse([fault, ...faults]);
  const breaches: OvertimeBreach[] = [];
  const year = months.reduce((sum, { overtime }) => sum + overtime, 0);
  if (year > caps.year) breaches.push({ cap: "year", first: 0, months: months.length, value: year, limit: caps.year });
  const over = months.filter(({ overtime }) => overtime > caps.month).length;
  if (over > caps.mostMonthsOver)
    breaches.push({ cap: "monthsOver", first: 0, months: months.length, value: over, limit: caps.mostMonthsOver });
  for (const [first, { overtime, holidayWork }] of months.entries())
    if (overtime + holidayWork >= caps.belowInMonth)
      breaches.push({ cap: "month", first, months: 1, value: overtime + holidayWork, limit: caps.belowInMonth });
  for (let length = 2; length <= 6; length++)
    for (let first = 0; first + length <= months.length; first++) {
      const run = months.slice(first, first + length);
      const sum = run.reduce((all, { overtime, holidayWork }) => all + overtime + holidayWork, 0);
      if (sum > caps.average * length + tolerance)
        breaches.push({ cap: "average", first, months: length, value: sum / length, limit: caps.average });
    }
  return ok(breaches);
}
