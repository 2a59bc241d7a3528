import { type Finding, runChecks, visibleFindings } from "@evenkeel/checks";
import { formatDay, describe as say } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { en, type SustainabilityInput, sustainabilityChecks } from "../src/index.js";

const hour = 3_600_000;
const run = (input: SustainabilityInput, name: string): Finding[] =>
  runChecks(sustainabilityChecks, deepFreeze(input), { today: "2026-05-01" }).filter(
    ({ checkId }) => checkId === `sustainability/${name}`,
  );
const outcomes = (input: SustainabilityInput, name: string) => run(input, name).map(({ outcome }) => outcome);
const week = (at: number, plannedMinutes: number, itemId = "A") => ({
  personId: "ana",
  week: formatDay(20_577 + 7 * at),
  plannedMinutes,
  capacityMinutes: 2400,
  items: [{ itemId, minutes: plannedMinutes }],
});
const weeks = (...minutes: number[]) => ({ load: minutes.map((each, at) => week(at, each, `i${at}`)) });
const day = (at: number) => ({
  personId: "ana",
  day: at,
  from: at * 24 * hour,
  to: (at + 1) * 24 * hour,
  working: [{ from: (at * 24 + 9) * hour, to: (at * 24 + 17) * hour }],
});

describe("checks of planned load", () => {
  test("two weeks over capacity in a row pass, a third fails with one item of each", () => {
    expect(outcomes(weeks(2500, 2500, 2400, 2500), "overload-streak")).toEqual(["pass"]);
    const [found] = run(weeks(2500, 2500, 2401, 2400), "overload-streak");
    expect(found).toMatchObject({
      outcome: "fail",
      measured: { value: 3 },
      window: { from: "2026-05-04", to: "2026-05-24" },
    });
    expect(found?.evidence.map(({ id }) => id)).toEqual(["i0", "i1", "i2"]);
    expect(say(found!, en).message).toContain("3 weeks in a row");
  });

  test("a peak is followed by two weeks of recovery, and the end of the plan is no peak", () => {
    expect(outcomes(weeks(2500, 100, 100, 2500), "recovery-after-peaks")).toEqual(["pass"]);
    expect(outcomes(weeks(2500, 100), "recovery-after-peaks")).toEqual(["pass"]);
    expect(run(weeks(2500, 100, 2500), "recovery-after-peaks")).toMatchObject([
      { outcome: "fail", measured: { value: 1 }, evidence: [{ id: "i0" }, { id: "i2" }] },
    ]);
  });

  test("nine tenths of four weeks may be planned; a minute more may not", () => {
    expect(outcomes(weeks(2400, 2400, 2400, 1440), "slack")).toEqual(["pass"]);
    expect(outcomes(weeks(2400, 2400, 2400, 1441), "slack")).toEqual(["fail"]);
    expect(outcomes(weeks(2400, 2400, 2400), "slack")).toEqual(["inapplicable"]);
  });
});

describe("checks of flow", () => {
  test("five projects at a time pass, six do not", () => {
    const held = (count: number) => ({
      heldItems: Array.from({ length: count }, (_, k) => ({
        personId: "ana",
        itemId: `i${k}`,
        projectId: `p${k}`,
        from: 0,
        to: 1,
      })),
    });
    expect([outcomes(held(5), "too-many-projects"), outcomes(held(6), "too-many-projects")]).toEqual([
      ["pass"],
      ["fail"],
    ]);
  });

  test("half of the effort may be interrupts and toil", () => {
    const efforts = (toil: number) => ({
      efforts: [
        { itemId: "A", minutes: 100, workType: "planned" as const },
        { itemId: "B", minutes: 60, workType: "unplanned" as const },
        { itemId: "C", minutes: toil, workType: "toil" as const },
        { itemId: "D", minutes: 900 },
      ],
    });
    expect(outcomes(efforts(40), "operational-work")).toEqual(["pass"]);
    const [found] = run(efforts(70), "operational-work");
    expect(found).toMatchObject({ outcome: "fail", measured: { value: 130 }, threshold: { value: 115 } });
    expect(found?.evidence.map(({ id }) => id)).toEqual(["C", "B"]);
    expect(outcomes({ efforts: [{ itemId: "D", minutes: 900 }] }, "operational-work")).toEqual(["inapplicable"]);
  });

  test("what a day and a week of one person say stays with that person", () => {
    const touches = Array.from({ length: 12 }, (_, k) => ({
      id: `e${k}`,
      personId: "ana",
      itemId: k % 2 === 0 ? "A" : "B",
      day: 0,
      at: k,
    }));
    const found = run({ touches }, "switches-per-day");
    expect(found).toMatchObject([{ outcome: "fail", measured: { value: 11 } }]);
    expect(outcomes({ touches: touches.slice(1) }, "switches-per-day")).toEqual(["pass"]);
    expect(visibleFindings(found).visible).toEqual([]);
    expect(visibleFindings(found, { personId: "ana" }).visible.length).toBe(1);
  });
});

describe("checks of time", () => {
  test("a tenth of the week's working time may lie outside it", () => {
    const work = (minutes: number) => ({
      workingDays: [day(0)],
      workSpans: [{ id: "w", personId: "ana", from: 17 * hour, to: 17 * hour + minutes * 60_000 }],
    });
    expect([outcomes(work(48), "after-hours-work"), outcomes(work(49), "after-hours-work")]).toEqual([
      ["pass"],
      ["fail"],
    ]);
    expect(run({ workingDays: [day(0)] }, "after-hours-work")).toMatchObject([
      { outcome: "unknown", missing: ["workIntervals.from", "workIntervals.to", "people.calendarId"] },
    ]);
  });

  test("five contacts a week outside working time pass, six do not", () => {
    const contacts = Array.from({ length: 6 }, (_, k) => ({ id: `c${k}`, personId: "ana", at: 18 * hour + k }));
    expect(outcomes({ workingDays: [day(0)], contacts }, "after-hours-contact")).toEqual(["fail"]);
    expect(outcomes({ workingDays: [day(0)], contacts: contacts.slice(1) }, "after-hours-contact")).toEqual(["pass"]);
  });

  test("a week cut up by meetings has no focus; one without room for it is not judged", () => {
    const meetings = [11, 13, 15].map((at) => ({
      id: `m${at}`,
      personId: "ana",
      from: (at - 0.5) * hour,
      to: at * hour,
    }));
    expect(outcomes({ workingDays: [day(0)], meetings }, "focus-time")).toEqual(["fail"]);
    expect(outcomes({ workingDays: [day(0)], meetings: meetings.slice(0, 2) }, "focus-time")).toEqual(["pass"]);
    const short = { ...day(0), working: [{ from: 9 * hour, to: 10 * hour }] };
    expect(outcomes({ workingDays: [short], meetings }, "focus-time")).toEqual(["inapplicable"]);
    expect(run({ workingDays: [day(0)] }, "focus-time")).toMatchObject([{ missing: ["meetings.from", "meetings.to"] }]);
  });

  test("ten days of leave may wait", () => {
    const leave = (days: number) => ({
      leaveStanding: { entitlements: [{ personId: "ana", days, from: 0, to: 365 }], days: [], today: 365 },
    });
    expect([outcomes(leave(10), "leave-taken"), outcomes(leave(11), "leave-taken")]).toEqual([["pass"], ["fail"]]);
    expect(run({ leaveStanding: { days: [], today: 0 } }, "leave-taken")).toMatchObject([
      { missing: ["leave.entitlements"] },
    ]);
  });
});

describe("checks of on-call", () => {
  const shift = (id: string, personId: string, from: number, to: number) => ({
    id,
    personId,
    from: from * hour,
    to: to * hour,
  });
  test("eight share a rota at one site, six each at two", () => {
    const shifts = (count: number, rotaId: string) =>
      Array.from({ length: count }, (_, k) => ({ ...shift(`${rotaId}${k}`, `p${k}`, k, k + 1), rotaId }));
    const rota = (...sizes: number[]) => ({
      rota: { shifts: sizes.flatMap((size, k) => shifts(size, `r${k}`)), incidents: [], from: 0, to: hour },
    });
    expect(outcomes(rota(8), "rota-size")).toEqual(["pass"]);
    expect(outcomes(rota(7), "rota-size")).toEqual(["fail"]);
    expect(outcomes(rota(6, 5), "rota-size")).toEqual(["pass", "fail"]);
  });
});

describe("checks of concentration", () => {
  test("a skill that open items ask for is held by two", () => {
    const skills = (...people: string[]) => ({
      skills: {
        people: ["ana", "ben", "cy"].map((personId) => ({
          personId,
          skills: people.includes(personId) ? ["sql"] : [],
        })),
        items: [{ itemId: "A", skills: ["sql"] }],
      },
    });
    expect(
      ["ana", "ana ben", ""].map((people) => outcomes(skills(...people.split(" ")), "skill-concentration")),
    ).toEqual([["fail"], ["pass"], ["fail"]]);
  });

  test("one owner of most items of a project is too few", () => {
    const owners = (...people: string[]) => ({
      owners: people.map((personId, k) => ({ itemId: `i${k}`, personId, projectId: "house" })),
    });
    expect(run(owners("ana", "ana", "ana", "ben", "ben"), "ownership-concentration")).toMatchObject([
      { outcome: "fail", subject: { table: "projects", id: "house" }, evidence: [{ id: "ana" }] },
    ]);
    expect(outcomes(owners("ana", "ana", "cy", "ben", "ben"), "ownership-concentration")).toEqual(["pass"]);
    expect(outcomes(owners("ana", "ana", "ben", "ben"), "ownership-concentration")).toEqual(["inapplicable"]);
  });
});
