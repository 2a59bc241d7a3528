import { orThrow, parseTimeText, type Result } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addWork,
  compileCalendars,
  intlZoneRules,
  nextWorkingTime,
  standardCalendar,
  toInstant,
  toLocal,
  workBetween,
} from "../src/index.js";

const rules = intlZoneRules();
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Asia/Kolkata",
  "America/Sao_Paulo",
  "Pacific/Apia",
];
const local = (text: string): number => {
  const time = orThrow(parseTimeText(text));
  return time.form === "local" ? time.local : Number.NaN;
};
const instant = (text: string): number => Date.parse(text);
const codes = (result: Result<unknown>) => result.issues.map((found) => found.code);
const tick = (text: string): number => instant(text) / 6000;

describe("changes of the clock", () => {
  test("a skipped local time moves forward by the gap, a repeated one is the earlier, both are said", () => {
    const skipped = toInstant(local("2026-03-29T02:30"), "Europe/Berlin", rules);
    expect([skipped.ok && skipped.value, codes(skipped)]).toEqual([
      instant("2026-03-29T01:30Z"),
      ["calendar/skipped-local-time"],
    ]);
    const repeated = toInstant(local("2026-10-25T02:30"), "Europe/Berlin", rules);
    expect([repeated.ok && repeated.value, codes(repeated)]).toEqual([
      instant("2026-10-25T00:30Z"),
      ["calendar/repeated-local-time"],
    ]);
    expect(codes(toInstant(0, "Mars/Olympus", rules))).toEqual(["calendar/unknown-zone"]);
    expect(codes(toLocal(0, "Mars/Olympus", rules))).toEqual(["calendar/unknown-zone"]);
  });
  test("working time is real time: a night shift has 7 hours in spring, 9 in autumn", () => {
    const night = [{ from: 1320, to: 1800 }];
    const week = { saturday: night };
    const { calendars, timeLine, zoneRulesVersion } = orThrow(
      compileCalendars([{ id: "n", zone: "Europe/Berlin", week }], rules),
    );
    const hours = (from: string, to: string): number => workBetween(calendars[0]!, tick(from), tick(to)) / 600;
    expect([timeLine, zoneRulesVersion]).toEqual(["instant", "intl"]);
    expect(hours("2026-03-28T00:00Z", "2026-03-30T00:00Z")).toBe(7);
    expect(hours("2026-10-24T00:00Z", "2026-10-26T00:00Z")).toBe(9);
    expect(hours("2026-06-06T00:00Z", "2026-06-08T00:00Z")).toBe(8);
  });
  test("an interval that the jump swallows has no time; one that it cuts loses its part", () => {
    const week = {
      sunday: [
        { from: 130, to: 170 },
        { from: 175, to: 240 },
      ],
    };
    const { calendars } = orThrow(compileCalendars([{ id: "n", zone: "Europe/Berlin", week }], rules));
    expect(workBetween(calendars[0]!, tick("2026-03-29T00:00Z"), tick("2026-03-30T00:00Z"))).toBe(600);
  });
  test("calendars of different zones share one time line", () => {
    const specs = [
      { ...standardCalendar, id: "berlin", zone: "Europe/Berlin" },
      { ...standardCalendar, id: "new york", zone: "America/New_York" },
    ];
    const { calendars } = orThrow(compileCalendars(specs, rules));
    const handedOver = addWork(calendars[0]!, tick("2026-05-04T06:00Z"), 4800);
    expect(handedOver).toBe(tick("2026-05-04T15:00Z"));
    expect(nextWorkingTime(calendars[1]!, tick("2026-05-04T06:00Z"))).toBe(tick("2026-05-04T12:00Z"));
  });
  test("an unknown zone is an issue", () => {
    expect(codes(compileCalendars([{ ...standardCalendar, zone: "Mars/Olympus" }], rules))).toEqual([
      "calendar/unknown-zone",
    ]);
  });
});

describe("against Temporal", () => {
  const millis = fc.integer({ min: instant("1970-01-05T00:00Z") / 60_000, max: instant("2037-12-01T00:00Z") / 60_000 });
  const around = fc.integer({ min: -200, max: 200 });
  test("every local time of every zone has the same instant, and back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), millis, around, (zone, minute, shift) => {
        const after = rules.transitions(zone, minute * 60_000, minute * 60_000 + 400 * 86_400_000)!;
        const near = (after[1] ?? after[0]!).at + shift * 60_000;
        for (const wanted of [minute * 60_000, near]) {
          const plain = new Temporal.PlainDateTime(1970, 1, 1).add({ milliseconds: wanted });
          const theirs = plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
          const ours = toInstant(wanted, zone, rules);
          expect([zone, String(plain), ours.ok && ours.value]).toEqual([zone, String(plain), theirs]);
          const shown = Temporal.Instant.fromEpochMilliseconds(wanted).toZonedDateTimeISO(zone).toPlainDateTime();
          const back = toLocal(wanted, zone, rules);
          expect(back.ok && back.value).toBe(shown.toZonedDateTime("UTC").epochMilliseconds);
        }
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
  test("the changes of the clock from 1970 to 2037 are the same", () => {
    for (const zone of ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca"]) {
      const ours = rules
        .transitions(zone, 0, instant("2038-01-01T00:00Z"))!
        .slice(1)
        .map((change) => change.at);
      const theirs: number[] = [];
      let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
      for (
        at = at.getTimeZoneTransition("next");
        at !== null && at.year < 2038;
        at = at.getTimeZoneTransition("next")
      ) {
        theirs.push(at.epochMilliseconds);
      }
      expect([zone, ours.filter((change) => change < instant("2037-12-31T00:00Z"))]).toEqual([
        zone,
        theirs.filter((change) => change < instant("2037-12-31T00:00Z")),
      ]);
    }
  });
});
