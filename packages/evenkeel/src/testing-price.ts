import type { Assignment, Dependency, Person, WorkItem, WorkPlan } from "@evenkeel/core";
import { reversedRows } from "@evenkeel/core/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { describe } from "./en.js";
import { priceChart } from "./price/price-chart.js";
import { priceOfRule } from "./price/price-of-rule.js";
import { reschedule, rescheduler } from "./price/reschedule.js";
import type { Price, PriceOptions, Rescheduled, WorkLimit } from "./price/types.js";
import type { Law } from "./testing-law.js";

const morning = { from: 480, to: 720 };
const afternoon = { from: 780, to: 1020 };
const full = [morning, afternoon];
/** Five days of eight hours less two holidays, and four short days. */
const calendars = [
  {
    id: "office",
    week: { monday: full, tuesday: full, wednesday: full, thursday: full, friday: full },
    exceptions: [{ from: "2026-05-14", to: "2026-05-15", intervals: [] }],
  },
  {
    id: "short",
    week: { monday: [morning], tuesday: full, wednesday: full, thursday: [{ from: 600, to: 900 }] },
  },
];

const anyPeople: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      calendarId: fc.constantFrom("office", "short"),
      contract: fc.option(fc.integer({ min: 600, max: 2400 }), { nil: undefined }),
      away: fc.option(fc.tuple(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 0, max: 6 })), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) =>
    rows.map(({ calendarId, contract, away }, at) => ({
      id: `p${at}`,
      name: `Person ${at}`,
      calendarId,
      ...(contract === undefined ? {} : { contractMinutesPerWeek: contract }),
      ...(away === undefined ? {} : { away: [{ from: dayOfMay(away[0]), to: dayOfMay(away[0] + away[1]) }] }),
    })),
  );

const dayOfMay = (day: number): string => `2026-05-${String(day).padStart(2, "0")}`;

const anyItem = fc.record({
  minutes: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 3000 }),
    fc.integer({ min: 1, max: 6 }).map((n) => n * 480),
  ),
  rank: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  from: fc.option(fc.integer({ min: 4, max: 25 }), { nil: undefined }),
  efforts: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 3000 })), { maxLength: 2 }),
});

const anyLink = fc.record({
  ends: fc.tuple(fc.nat(), fc.nat()),
  type: fc.constantFrom("FS" as const, "SS" as const, "FF" as const, "SF" as const),
  lag: fc.integer({ min: -4, max: 8 }),
});

/** Plans of one project with effort by people on two calendars, away at times, and links of every type. */
export const anyStaffedPlan: fc.Arbitrary<WorkPlan> = fc
  .tuple(anyPeople, fc.array(anyItem, { minLength: 1, maxLength: 7 }), fc.array(anyLink, { maxLength: 8 }))
  .map(([people, rows, ties]) => {
    const items = rows.map(
      ({ minutes, rank, from }, at): WorkItem => ({
        id: `i${at}`,
        title: `Item ${at}`,
        kind: minutes === 0 ? "milestone" : "task",
        projectId: "fair",
        ...(rank === undefined ? {} : { rank }),
        schedule: { kind: minutes === 0 ? "finishMilestone" : "task", durationMinutes: minutes },
        ...(from === undefined ? {} : { constraints: [{ kind: "startNoEarlierThan", at: dayOfMay(from) }] }),
      }),
    );
    const links = new Map<string, Dependency>();
    for (const { ends, type, lag } of ties) {
      const [a, b] = [ends[0] % rows.length, ends[1] % rows.length];
      if (a === b) continue;
      const [predecessorId, successorId] = [`i${Math.min(a, b)}`, `i${Math.max(a, b)}`];
      const row = {
        predecessorId,
        successorId,
        type,
        lag: { amount: lag * 60, unit: "minutes", basis: "working" },
      } as const;
      const id = `d-${predecessorId}-${successorId}`;
      links.set(id, { id, ...row });
    }
    const assignments = rows.flatMap(({ minutes, efforts }, at): Assignment[] =>
      (minutes === 0 ? [] : efforts).map(([person, effort], of) => ({
        id: `a${at}-${of}`,
        itemId: `i${at}`,
        personId: people[person % people.length]!.id,
        role: "responsible" as const,
        effortMinutes: effort,
      })),
    );
    const projects = [{ id: "fair", name: "Fair", start: "2026-05-04", calendarId: "office" }];
    return { formatVersion: 1, projects, calendars, people, items, dependencies: [...links.values()], assignments };
  });

const anyLimit = fc.integer({ min: 300, max: 3600 }).map((minutesPerWeek): WorkLimit => ({ minutesPerWeek }));
const none: WorkLimit = { minutesPerWeek: Number.POSITIVE_INFINITY };

function answerOf(plan: WorkPlan, limits: readonly WorkLimit[]): Rescheduled {
  const result = reschedule(plan, limits);
  if (!result.ok) throw new Error(canonicalJson(result.issues.map(({ code }) => code)));
  return result.value;
}

/** Laws of rescheduling under limits. */
export function rescheduleLaws(): Law[] {
  return [
    {
      name: "without limits the dates are those of the given schedule, where the effort fits between them",
      statedRuns: 10_000,
      property: fc.property(anyStaffedPlan, (plan) => {
        const { items, effort } = answerOf(plan, [none]);
        const planned = new Map(items.map((row) => [row.itemId, row]));
        const fits = effort.every(({ itemId, from, to }) => {
          const { plannedStart, plannedFinish } = planned.get(itemId)!;
          return plannedStart <= from && to <= plannedFinish;
        });
        return (
          !fits ||
          items.every(
            ({ start, finish, plannedStart, plannedFinish }) => start === plannedStart && finish === plannedFinish,
          )
        );
      }),
    },
    {
      name: "no limit brings an item forward",
      statedRuns: 10_000,
      property: fc.property(anyStaffedPlan, anyLimit, (plan, limit) =>
        answerOf(plan, [limit]).items.every(
          ({ start, finish, plannedStart, plannedFinish }) => start >= plannedStart && finish >= plannedFinish,
        ),
      ),
    },
    {
      name: "all effort is laid out, and no more",
      statedRuns: 10_000,
      property: fc.property(anyStaffedPlan, anyLimit, (plan, limit) => {
        const { effort, weeks } = answerOf(plan, [limit]);
        const wanted = (plan.assignments ?? []).reduce((sum, { effortMinutes = 0 }) => sum + effortMinutes, 0);
        const laid = effort.reduce((sum, { minutes }) => sum + minutes, 0);
        const asked = weeks.reduce((sum, { minutes }) => sum + minutes, 0);
        return Math.abs(laid - wanted) < 1e-3 && Math.abs(asked - wanted) < 1e-3;
      }),
    },
    {
      name: "the order of rows changes nothing",
      statedRuns: 5_000,
      property: fc.property(
        anyStaffedPlan,
        anyLimit,
        (plan, limit) =>
          canonicalJson(answerOf(plan, [limit]) as never) ===
          canonicalJson(answerOf(reversedRows(plan), [limit]) as never),
      ),
    },
    {
      name: "asking again gives the same, whatever was asked between",
      statedRuns: 2_000,
      property: fc.property(anyStaffedPlan, anyLimit, anyLimit, (plan, limit, other) => {
        const made = rescheduler(plan);
        if (!made.ok) return false;
        const first = canonicalJson(made.value([limit]) as never);
        made.value([other]);
        return canonicalJson(made.value([limit]) as never) === first;
      }),
    },
  ];
}

const anyPriced = fc.tuple(anyStaffedPlan, fc.option(fc.integer({ min: 600, max: 3600 }), { nil: undefined }));

function priceOf(plan: WorkPlan, minutesPerWeek: number | undefined, more: PriceOptions = {}): Price {
  const result = priceOfRule(plan, { ...(minutesPerWeek === undefined ? {} : { minutesPerWeek }), ...more });
  if (!result.ok) throw new Error(canonicalJson(result.issues.map(({ code }) => code)));
  return result.value;
}

/** Laws of the price of a limit. */
export function priceLaws(): Law[] {
  return [
    {
      name: "more hours never finish later in the curve, and no point is earlier than the given schedule",
      statedRuns: 3_000,
      property: fc.property(anyPriced, ([plan, minutes]) => {
        const { curve, plannedFinish } = priceOf(plan, minutes, { mostSuggestions: 0 });
        return curve.every(
          ({ minutesPerWeek, finish, computedFinish }, at) =>
            finish <= computedFinish &&
            finish >= plannedFinish &&
            (at === 0 || (minutesPerWeek > curve[at - 1]!.minutesPerWeek && finish <= curve[at - 1]!.finish)),
        );
      }),
    },
    {
      name: "the hours needed meet the day, and no fewer hours that were tried do",
      statedRuns: 3_000,
      property: fc.property(anyPriced, ([plan, minutes]) => {
        const { curve, neededMinutesPerWeek, by, isMet, finish } = priceOf(plan, minutes, { mostSuggestions: 0 });
        const meeting = curve.filter((point) => point.computedFinish.slice(0, 10) <= by);
        return (
          meeting[0]?.minutesPerWeek === neededMinutesPerWeek &&
          isMet === finish.slice(0, 10) <= by &&
          (!isMet || neededMinutesPerWeek !== undefined)
        );
      }),
    },
    {
      name: "every suggestion finishes earlier, or asks for less over the limit and finishes no later",
      statedRuns: 1_000,
      property: fc.property(anyPriced, ([plan, minutes]) => {
        const { suggestions, finish } = priceOf(teamed(plan), minutes);
        return suggestions.every(
          (each) => each.finish < finish || (each.finish <= finish && each.minutesOverRemoved > 0),
        );
      }),
    },
    {
      name: "no price names a person outside its suggestions",
      statedRuns: 1_000,
      property: fc.property(anyPriced, ([plan, minutes]) => {
        const { suggestions: _suggestions, ...told } = priceOf(plan, minutes);
        return !/"p[0-9]"/.test(canonicalJson(told as never));
      }),
    },
    {
      name: "everything it says has words, and facts for them",
      statedRuns: 1_000,
      property: fc.property(anyPriced, fc.boolean(), ([plan, minutes], isTeam) => {
        const whole = isTeam ? teamed(plan) : plan;
        const price = priceOf(whole, minutes, isTeam ? { teamId: "all" } : { by: "2026-05-08" });
        const edits = price.suggestions.flatMap(({ text, effect }) => [text, effect]);
        return [price.text, priceChart(price).text, ...price.notes, ...price.ignores, ...edits].every(
          (message) => !/\?|evenkeel\//.test(describe(message).message),
        );
      }),
    },
    {
      name: "the order of rows does not change the price",
      statedRuns: 1_000,
      property: fc.property(
        anyPriced,
        ([plan, minutes]) =>
          canonicalJson(priceOf(teamed(plan), minutes) as never) ===
          canonicalJson(priceOf(reversedRows(teamed(plan)), minutes) as never),
      ),
    },
  ];
}

/** All people of a plan in one team, so that they can help each other. */
const teamed = (plan: WorkPlan): WorkPlan => ({
  ...plan,
  teams: [{ id: "all", name: "All", members: (plan.people ?? []).map(({ id }) => ({ personId: id })) }],
});
