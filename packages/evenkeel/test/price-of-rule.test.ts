import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  orThrow,
  type PriceOptions,
  priceChart,
  priceOfRule,
  reschedule,
  describe as say,
  type WorkPlan,
} from "../src/index.js";
import { applyDrafts } from "../src/price/apply-drafts.js";
import { priceLaws } from "../src/testing-price.js";

type Item = NonNullable<WorkPlan["items"]>[number];
type Assignment = NonNullable<WorkPlan["assignments"]>[number];

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const task = (id: string, title: string, days: number, more: object = {}): Item => ({
  ...{ id, title, kind: "task", projectId: "checkout" },
  schedule: { kind: "task", durationMinutes: days * 480 },
  ...more,
});
const does = (itemId: string, personId: string, hours: number): Assignment => ({
  ...{ id: `${itemId}-${personId}`, itemId, personId, role: "responsible", effortMinutes: hours * 60 },
});
/** Three weeks to the first of May, with 52 hours in each of them asked of two of the payments team. */
const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  projects: [{ id: "checkout", name: "Checkout", start: "2026-04-13" }],
  people: [
    { id: "ana", name: "Ana", skills: ["cards"] },
    { id: "ben", name: "Ben", skills: ["cards"] },
    { id: "eva", name: "Eva", skills: ["cards"] },
    { id: "sam", name: "Sam" },
  ],
  teams: [
    { id: "pay", name: "Payments", members: [{ personId: "ana" }, { personId: "ben" }, { personId: "eva" }] },
    { id: "web", name: "Web", members: [{ personId: "sam" }] },
  ],
  items: [
    task("cards", "Take cards", 15, { skills: ["cards"] }),
    task("refund", "Refund cards", 15, { skills: ["cards"] }),
    task("report", "Report on cards", 5),
    task("page", "Build the page", 10),
  ],
  dependencies: [],
  assignments: [
    does("cards", "ana", 156),
    does("refund", "ben", 156),
    does("report", "ben", 10),
    does("page", "sam", 80),
  ],
});

describe("priceOfRule", () => {
  const price = orThrow(priceOfRule(plan, { minutesPerWeek: 2400, mostSuggestions: 9 }));

  test("says what the planned day takes, from whom, for how long, and what the limit makes of it", () => {
    expect(say(price.text).message).toBe(
      "Finishing by Fri 1 May 2026 needs up to 56 h a week from each in Payments, in 3 weeks; at 40 h it is Fri 15 May 2026.",
    );
    expect(price).toMatchObject({ by: "2026-05-01", isMet: false, neededMinutesPerWeek: 56 * 60 });
    expect(price.plannedWeeks).toEqual([
      { week: "2026-04-13", teamId: "pay", people: 2, minutesOver: expect.closeTo(2040, 6) },
      { week: "2026-04-20", teamId: "pay", people: 2, minutesOver: expect.closeTo(1440, 6) },
      { week: "2026-04-27", teamId: "pay", people: 2, minutesOver: expect.closeTo(1440, 6) },
    ]);
  });

  test("finds the fewest hours by trying: one hour less does not meet the day", () => {
    const at = (hours: number): string => orThrow(reschedule(plan, [{ minutesPerWeek: hours * 60 }])).finish;
    expect(at(56) <= "2026-05-01T17:00").toBe(true);
    expect(at(55) <= "2026-05-01T17:00").toBe(false);
    expect(orThrow(priceOfRule(plan, { by: "2026-05-08" })).neededMinutesPerWeek).toBe(52 * 60);
  });

  test("keeps the finish where the day can be met, and says so where the dates as planned ask for more than they need", () => {
    const kept = orThrow(priceOfRule(plan, { minutesPerWeek: 62 * 60 }));
    expect(say(kept.text).message).toBe("62 h a week are enough: all is done on Fri 1 May 2026.");
    const early = orThrow(priceOfRule(plan, { by: "2026-05-15" }));
    expect(say(early.text).message).toBe(
      "At 40 h a week Fri 15 May 2026 is met, yet the dates as planned ask for more in 3 weeks: other starts would not.",
    );
  });

  test("tells a day that no hours meet from one that no week has hours for", () => {
    expect(orThrow(priceOfRule(plan, { by: "2026-04-24" })).text.code).toBe("evenkeel/price-beyond-plan");
    const tooMuch = { ...plan, assignments: [does("cards", "ana", 600)] };
    expect(orThrow(priceOfRule(tooMuch)).text.code).toBe("evenkeel/price-unpayable");
    expect(orThrow(priceOfRule({ ...plan, assignments: [] })).text.code).toBe("evenkeel/price-no-effort");
    const oneDay = { ...plan, items: [task("cards", "Take cards", 1)], assignments: [does("cards", "ana", 10)] };
    expect(say(orThrow(priceOfRule(oneDay)).text).message).toBe(
      "Finishing by Mon 13 Apr 2026 asks no week for more than 40 h, yet some days are as long as in a week of 50 h; with even days it is Tue 14 Apr 2026.",
    );
  });

  test("lets the hours of one team grow alone, others keep to their contract", () => {
    const busy = { ...plan, assignments: [...plan.assignments!.slice(0, 3), does("page", "sam", 160)] };
    expect(orThrow(priceOfRule(busy, { teamId: "pay", by: "2026-05-08" })).neededMinutesPerWeek).toBe(52 * 60);
    const late = { ...busy, assignments: [...busy.assignments.slice(0, 3), does("page", "sam", 161)] };
    expect(orThrow(priceOfRule(late, { teamId: "pay", by: "2026-05-08" })).text.code).toBe("evenkeel/price-team-alone");
  });

  test("scales part-time people in proportion to the contract in the middle, and keeps who works around the clock at the limit", () => {
    const around = { id: "around", week: Object.fromEntries(days.map((day) => [day, [{ from: 0, to: 1440 }]])) };
    const office = {
      id: "office",
      week: Object.fromEntries(days.slice(0, 5).map((day) => [day, [{ from: 480, to: 960 }]])),
    };
    const people = [
      { id: "ana", name: "Ana", calendarId: "office" },
      { id: "ben", name: "Ben", calendarId: "office", contractMinutesPerWeek: 1200 },
      { id: "sam", name: "Sam", calendarId: "around" },
    ];
    const finishes = (busy: Assignment, options: PriceOptions): string => {
      const assignments = [busy, ...people.map(({ id }) => ({ ...does("report", id, 0), id: `idle-${id}` }))];
      const crowd = { ...plan, people, teams: [], calendars: [office, around], assignments };
      const { items } = plan;
      const own = { ...crowd, items: items!.filter(({ id }) => id === busy.itemId || id === "report") };
      return orThrow(priceOfRule(own, options)).finish.slice(0, 10);
    };
    expect(finishes(does("refund", "ben", 60), {})).toBe("2026-05-01");
    expect(finishes(does("refund", "ben", 60), { minutesPerWeek: 2400 })).toBe("2026-05-01");
    expect(finishes(does("refund", "ben", 60), { minutesPerWeek: 1200 })).toBe("2026-05-22");
    expect(finishes(does("page", "sam", 80), {})).toBe("2026-04-24");
    expect(finishes(does("page", "sam", 80), { minutesPerWeek: 2400 })).toBe("2026-04-27");
  });

  test("suggests edits as commands whose effect comes true once they are carried out", () => {
    expect(price.suggestions.map(({ text, effect }) => `${say(text).message}: ${say(effect).message}`)).toEqual([
      'Let Eva take half of "Refund cards" from Ben: 46 h less over the limit, done on Fri 8 May 2026',
      'Hand "Report on cards" from Ben to Eva: 10 h less over the limit, done on Fri 8 May 2026',
      'Leave out "Report on cards", for which nothing waits: 10 h less over the limit, done on Fri 8 May 2026',
      'Let Eva take half of "Take cards" from Ana: 36 h less over the limit, done on Fri 15 May 2026',
      'Start "Report on cards" on Fri 8 May 2026 instead of Mon 13 Apr 2026: 10 h less over the limit, done on Fri 15 May 2026',
      'Let Eva take half of "Report on cards" from Ben: 5 h less over the limit, done on Fri 15 May 2026',
    ]);
    for (const { commands, finish } of price.suggestions) {
      const then = applyDrafts(plan, commands);
      expect(orThrow(reschedule(then, [{ minutesPerWeek: 2400 }])).finish).toBe(finish);
    }
  });

  test("draws the curve with limit and day, and says the same in words", () => {
    const chart = priceChart(price);
    expect(chart.rows).toContainEqual({ weekHours: 40, finish: "2026-05-15", by: "2026-05-01" });
    expect(say(chart.text).message).toBe(
      "With 20 h a week the work is done on Thu 11 Jun 2026, with 60 h on Fri 1 May 2026.",
    );
  });

  test("tells the better schedule where more hours made a later one, and says that", () => {
    const slower = orThrow(
      priceOfRule(plan, {
        mostSuggestions: 0,
        rescheduler: (given) => ({
          ok: true,
          issues: [],
          value: (limits) => {
            const answer = reschedule(given, limits);
            const isOdd = limits[0]?.minutesPerWeek === 45 * 60;
            return answer.ok && isOdd ? { ...answer, value: { ...answer.value, finish: "2026-07-01T17:00" } } : answer;
          },
        }),
      }),
    );
    const [before, odd] = slower.curve.filter(
      ({ minutesPerWeek }) => minutesPerWeek === 2400 || minutesPerWeek === 2700,
    );
    expect([odd?.finish, odd?.computedFinish]).toEqual([before?.finish, "2026-07-01T17:00"]);
    expect(slower.notes.map((note) => say(note).message)).toEqual([
      "At 1 of these points the schedule found ends later than one with fewer hours, which is told instead: it keeps the higher limit too.",
    ]);
  });

  test("counts a week with a holiday as over the limit from what is left of it", () => {
    const hours = Object.fromEntries(days.slice(0, 5).map((day) => [day, [{ from: 480, to: 960 }]]));
    const exceptions = [{ from: "2026-04-15", to: "2026-04-15", intervals: [] }];
    const calendars = [{ id: "office", week: hours, exceptions }];
    const short = {
      ...plan,
      calendars,
      items: [task("page", "Build the page", 4)],
      assignments: [does("page", "sam", 36)],
    };
    expect(orThrow(priceOfRule(short)).plannedWeeks).toEqual([
      { week: "2026-04-13", teamId: "web", people: 1, minutesOver: expect.closeTo(240, 6) },
    ]);
  });

  test("takes another method in place of list scheduling", () => {
    const other = orThrow(
      priceOfRule(plan, {
        rescheduler: (given, options) => {
          void options;
          return {
            ok: true,
            issues: [],
            value: (limits) => {
              const answer = reschedule(given, limits);
              return answer.ok
                ? { ...answer, value: { ...answer.value, method: "exact", quality: "optimal" } }
                : answer;
            },
          };
        },
      }),
    );
    expect([other.method, other.quality]).toEqual(["exact", "optimal"]);
  });

  test("names what it cannot take", () => {
    const codes = priceOfRule(plan, { minutesPerWeek: -1, by: "soon", teamId: "x" }).issues.map(({ code }) => code);
    expect(codes).toEqual(["evenkeel/impossible-limit", "kernel/invalid-time-text", "evenkeel/unknown-team"]);
    expect(priceOfRule({ formatVersion: 1 }).ok).toBe(false);
  });
});

testLaws("laws of the price", priceLaws());
