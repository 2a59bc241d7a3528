import { type Finding, runChecks } from "@evenkeel/checks";
import type { Law } from "@evenkeel/checks/testing";
import { formatDay } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { sustainabilityChecks } from "../sustainability-checks.js";
import type { LoadWeek, SustainabilityInput } from "../types.js";
import { anyHeld, anyTouches, anyWeekOfSpans } from "./flow-laws.js";

const today = "2026-05-01";
const hour = 3_600_000;

/** Weeks of two people, loaded by a few items each. */
const anyWeeks: fc.Arbitrary<LoadWeek[]> = fc
  .uniqueArray(
    fc.record({
      personId: fc.constantFrom("ana", "ben"),
      at: fc.nat(9),
      items: fc.uniqueArray(
        fc.record({ itemId: fc.constantFrom("A", "B", "C", "D"), minutes: fc.integer({ min: 1, max: 1500 }) }),
        { selector: ({ itemId }) => itemId, minLength: 1 },
      ),
    }),
    { selector: ({ personId, at }) => `${personId} ${at}`, maxLength: 16 },
  )
  .map((rows) =>
    rows.map(({ personId, at, items }) => ({
      personId,
      week: formatDay(20_577 + 7 * at),
      plannedMinutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
      capacityMinutes: 1800,
      items: [...items].sort((a, b) => b.minutes - a.minutes || (a.itemId < b.itemId ? -1 : 1)),
    })),
  );

const anyRota = fc
  .record({
    shifts: fc.array(fc.tuple(fc.constantFrom("ana", "ben"), fc.nat(160), fc.integer({ min: 1, max: 30 })), {
      maxLength: 10,
    }),
    calls: fc.array(fc.tuple(fc.constantFrom("ana", undefined), fc.nat(168)), { maxLength: 12 }),
  })
  .map(({ shifts, calls }) => ({
    from: 0,
    to: 168 * hour,
    shifts: shifts.map(([personId, at, length], k) => ({
      id: `s${k}`,
      personId,
      from: at * hour,
      to: (at + length) * hour,
    })),
    incidents: calls.map(([personId, at], k) => ({
      id: `i${k}`,
      at: at * hour,
      ...(personId === undefined ? {} : { personId }),
    })),
  }));

/** Inputs of the checks of load, flow and concentration; every part is there. */
export const anyPeopleInput: fc.Arbitrary<SustainabilityInput> = fc
  .record({
    load: anyWeeks,
    heldItems: anyHeld,
    touches: anyTouches,
    week: anyWeekOfSpans,
    rota: anyRota,
    pairs: fc.array(
      fc.tuple(
        fc.constantFrom("ana", "ben", "cy"),
        fc.constantFrom("ana", "ben", "cy"),
        fc.integer({ min: 4, max: 24 }),
      ),
      { maxLength: 12 },
    ),
    efforts: fc.array(fc.tuple(fc.constantFrom("planned", "unplanned", "toil", undefined), fc.nat(500)), {
      maxLength: 8,
    }),
    skills: fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), fc.constantFrom("sql", "go")), { maxLength: 5 }),
    owners: fc.array(fc.tuple(fc.constantFrom(..."ABCDEFG"), fc.constantFrom("ana", "ben", "cy")), { maxLength: 14 }),
  })
  .map(({ load, heldItems, touches, week, rota, pairs, efforts, skills, owners }) => ({
    load,
    heldItems,
    touches,
    workingDays: week.days,
    meetings: week.spans,
    workSpans: week.spans,
    contacts: week.contacts,
    rota,
    handoffs: pairs.map(([giver, receiver, day], k) => ({ id: `d${k}`, giver, receiver, day })),
    efforts: efforts.map(([workType, minutes], k) => ({
      itemId: `e${k}`,
      minutes,
      ...(workType === undefined ? {} : { workType }),
    })),
    skills: {
      people: [
        { personId: "ana", skills: ["sql"] },
        { personId: "ben", skills: ["go", "sql"] },
      ],
      items: skills.map(([itemId, skill]) => ({ itemId, skills: [skill] })),
    },
    owners: owners.map(([itemId, personId]) => ({ itemId, personId, projectId: "bridge" })),
    leaveStanding: {
      entitlements: [{ personId: "ana", days: 30, from: 0, to: 365 }],
      days: [{ id: "l", personId: "ana", day: 40, share: 1 }],
      today: 200,
    },
  }));

/** The same input with the rows of every part in the reverse order. */
export function turnedPeopleInput(input: SustainabilityInput): SustainabilityInput {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...value].reverse();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, turn(each)]));
  };
  return turn(input) as SustainabilityInput;
}

/** Checks with values so low that random inputs fail them. */
const strict = /* @__PURE__ */ (() => {
  const low = {
    mostProjects: 1,
    mostSwitches: 2,
    mostContacts: 1,
    mostHandoffs: 2,
    mostIncidents: 1,
    weeks: 2,
    mostWeeks: 1,
    leastShare: 0.8,
    leastDays: 7,
  };
  return sustainabilityChecks.map((check) => ({
    ...check,
    params: Object.fromEntries(
      Object.entries(check.params).map(([key, value]) => [
        key,
        Object.hasOwn(low, key) ? low[key as keyof typeof low] : value,
      ]),
    ),
  }));
})();

/** The input with only those rows of the evidence's table that are kept; load only in the finding's window. */
function restricted(input: SustainabilityInput, finding: Finding, kept: ReadonlySet<string>): SustainabilityInput {
  const table = finding.evidence[0]?.table;
  const only = <Row extends { readonly id: string }>(rows: readonly Row[] = []) =>
    rows.filter(({ id }) => kept.has(id));
  const ofItem = <Row extends { readonly itemId: string }>(rows: readonly Row[] = []) =>
    rows.filter(({ itemId }) => kept.has(itemId));
  const { window } = finding;
  const load = (input.load ?? [])
    .filter(({ week }) => window === undefined || (window.from <= week && week <= window.to))
    .map((row) => {
      const items = ofItem(row.items);
      return { ...row, items, plannedMinutes: items.reduce((sum, { minutes }) => sum + minutes, 0) };
    });
  if (table === "items")
    return {
      ...input,
      load,
      heldItems: ofItem(input.heldItems),
      ...(input.skills === undefined ? {} : { skills: { ...input.skills, items: ofItem(input.skills.items) } }),
    };
  if (table === "workIntervals") return { ...input, workSpans: only(input.workSpans) };
  if (table === "contactEvents") return { ...input, contacts: only(input.contacts) };
  if (table === "meetings") return { ...input, meetings: only(input.meetings) };
  if (table === "events") return { ...input, touches: only(input.touches) };
  if (table === "dependencies") return { ...input, handoffs: only(input.handoffs) };
  const { rota } = input;
  if (rota === undefined) return input;
  if (table === "incidents") return { ...input, rota: { ...rota, incidents: only(rota.incidents) } };
  return { ...input, rota: { ...rota, shifts: only(rota.shifts) } };
}

const byRows = new Set(
  "overload overload-streak recovery-after-peaks slack too-many-projects handoffs-per-week switches-per-day focus-time after-hours-work after-hours-contact on-call-share incidents-per-shift skill-concentration"
    .split(" ")
    .map((name) => `sustainability/${name}`),
);

function stillFails(input: SustainabilityInput, finding: Finding, kept: readonly string[]): boolean {
  const check = strict.find(({ id }) => id === finding.checkId);
  if (check === undefined) return false;
  return runChecks([check], restricted(input, finding, new Set(kept)), { today }).some(
    ({ outcome, subject, window }) =>
      outcome === "fail" &&
      subject.id === finding.subject.id &&
      (window?.from ?? "") <= (finding.window?.to ?? "") &&
      (finding.window?.from ?? "") <= (window?.to ?? ""),
  );
}

/** Laws of the checks on load, flow and concentration. */
export function peopleCheckLaws(): Law[] {
  return [
    {
      name: "evidence alone fails, and without any of it does not",
      statedRuns: 10_000,
      property: fc.property(anyPeopleInput, (input) =>
        runChecks(strict, input, { today })
          .filter(({ outcome, checkId }) => outcome === "fail" && byRows.has(checkId))
          .every((finding) => {
            const ids = finding.evidence.map(({ id }) => id);
            return (
              stillFails(input, finding, ids) &&
              ids.every(
                (id) =>
                  !stillFails(
                    input,
                    finding,
                    ids.filter((other) => other !== id),
                  ),
              )
            );
          }),
      ),
    },
    {
      name: "a check whose part is not there is unknown and names what is missing",
      statedRuns: 1_000,
      property: fc.property(anyPeopleInput, fc.constantFrom(...sustainabilityChecks), (input, check) => {
        const parts = Object.keys(input) as (keyof SustainabilityInput)[];
        return parts.every((part) => {
          const { [part]: _gone, ...rest } = input;
          const [before, after] = [input, rest].map((each) => runChecks([check], each, { today }));
          const same = JSON.stringify(before) === JSON.stringify(after);
          return (
            same || (after ?? []).every(({ outcome, missing }) => outcome === "unknown" && (missing ?? []).length > 0)
          );
        });
      }),
    },
  ];
}
