import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readXes } from "../src/xes.js";
import { xes } from "./standard-samples.js";

describe("an event log", () => {
  const { plan, history, report } = orThrow(readXes(xes));

  test("makes an item of each trace and an event of each event, in order of time", () => {
    expect(plan.items?.map((item) => [item.id, item.stateId, item.startedAt])).toEqual([
      ["7", "Fill", "2026-03-02T08:00:00Z"],
      ["8", undefined, "2026-03-02T10:00:00Z"],
    ]);
    expect(history.events.map((each) => [each.subject.id, each.at, each.type, "to" in each ? each.to : ""])).toEqual([
      ["7", "2026-03-02T08:00:00Z", "stateChanged", "Dig"],
      ["7", "2026-03-02T11:00:00Z", "blocked", ""],
      ["7", "2026-03-02T12:00:00Z", "unblocked", ""],
      ["7", "2026-03-03T08:00:00Z", "stateChanged", "Dig (complete)"],
      ["7", "2026-03-04T08:00:00Z", "stateChanged", "Fill"],
      ["8", "2026-03-02T10:00:00Z", "changed", { activity: "Dig", transition: "schedule" }],
    ]);
    expect(report.counts).toEqual({ read: 8, imported: 8, merged: 0, rejected: 0 });
  });

  test("waits between the end of an activity and the begin of the next", () => {
    expect(plan.workflows?.[0]?.states.map((state) => [state.id, state.category])).toEqual([
      ["Dig", "active"],
      ["Dig (complete)", "waiting"],
      ["Fill", "active"],
    ]);
  });

  test("keeps what has no place: nested attributes, lists, digits beyond milliseconds", () => {
    expect(plan.title).toBe("Harbour");
    expect(plan.items?.[0]?.customFields?.["area"]).toMatchObject({ attributes: { value: "north" } });
    expect(history.events[0]?.extensions).toEqual({ cost: 12.5 });
    const last = history.events[4]?.extensions;
    expect(last?.["time:timestamp"]).toBe("2026-03-04T09:00:00.000250+01:00");
    expect(JSON.stringify(last?.["crew"])).toContain("Bo");
  });

  test("reads bytes in pieces as it reads a text", () => {
    const wide = xes.replace("north", "nörd 日本 ".repeat(20_000));
    const fromBytes = orThrow(readXes(new TextEncoder().encode(wide)));
    expect(fromBytes.plan).toEqual(orThrow(readXes(wide)).plan);
  });

  test("keeps nothing that was not asked for", () => {
    const bare = orThrow(readXes(xes, { keepUnmapped: false }));
    expect(JSON.stringify(bare)).not.toContain("12.5");
    expect(bare.report.fields.some((row) => row.why === "kept only when asked for")).toBe(true);
  });
});

test("events without a zone stay local, or are placed in the zone the caller states", () => {
  const local = xes.replaceAll("+01:00", "");
  expect(orThrow(readXes(local)).history.events[0]?.at).toBe("2026-03-02T09:00");
  expect(orThrow(readXes(local, { zone: "Europe/Berlin" })).history.events[0]?.at).toBe("2026-03-02T08:00:00Z");
});

test("names what no case went on from, until it is answered that it is the end", () => {
  const event = (activity: string, day: number): string =>
    `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="2026-03-0${day}T09:00:00Z"/></event>`;
  const log = `<log>${[1, 2, 3]
    .map(
      (id) =>
        `<trace><string key="concept:name" value="${id}"/>${event("Dig", 2)}${id < 3 ? event("Pay", 4) : ""}</trace>`,
    )
    .join("")}</log>`;
  const open = orThrow(readXes(log));
  const facts = { state: "Pay", count: 2, category: "done" };
  expect(open.report.issues.filter(({ code }) => code === "interop/log-category-unknown")).toMatchObject([{ facts }]);
  const answered = orThrow(readXes(log, { answers: { states: { Pay: "done" } } }));
  expect(answered.report.issues.map(({ code }) => code)).not.toContain("interop/log-category-unknown");
  expect(answered.plan.workflows?.[0]?.states.map(({ id, category }) => [id, category])).toEqual([
    ["Dig", "active"],
    ["Pay", "done"],
  ]);
});
