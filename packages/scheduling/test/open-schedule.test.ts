import { orThrow } from "@evenkeel/kernel";
import { testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { openSchedule, schedule } from "../src/index.js";
import { editLaws } from "../src/testing.js";

testLaws("laws of edits", editLaws());

describe("links that come twice", () => {
  test("a link to a summary and one of its own tie the same two: both stay", () => {
    const plan = {
      start: "2026-06-03T08:00",
      activities: [
        { id: "A", durationMinutes: 60 },
        { id: "B", durationMinutes: 60, parentId: "S" },
        { id: "S", kind: "summary" as const },
      ],
      links: [{ predecessor: "A", successor: "S", type: "SS" as const }],
    };
    const open = orThrow(openSchedule(plan));
    const link = { predecessor: "A", successor: "B", type: "SS" as const, lag: { minutes: -30 } };
    orThrow(open.edit({ kind: "putLink", link }));
    expect(open.schedule()).toEqual(orThrow(schedule({ ...plan, links: [...plan.links, link] })));
    orThrow(open.edit({ kind: "removeLink", predecessor: "A", successor: "B", type: "SS" }));
    expect(open.schedule()).toEqual(orThrow(schedule(plan)));
  });

  test("what one edit of a batch gets wrong a later one mends", () => {
    const open = orThrow(openSchedule({ start: "2026-06-01T08:00", activities: [{ id: "a", durationMinutes: 60 }] }));
    const put = (more: object) => ({
      kind: "putActivity" as const,
      activity: { id: "a", durationMinutes: 120, ...more },
    });
    expect(open.edit(put({ calendarId: "none" })).ok).toBe(false);
    expect(open.edit(put({ calendarId: "none" }), put({})).ok).toBe(true);
    expect(open.activity("a")?.finish).toBe("2026-06-01T10:00");
  });
  test("a link put before the activity it ties is taken back with it", () => {
    const open = orThrow(openSchedule({ start: "2026-06-03T08:00", activities: [{ id: "A", durationMinutes: 60 }] }));
    const first = open.schedule();
    orThrow(
      open.edit(
        { kind: "putLink", link: { predecessor: "A", successor: "B" } },
        { kind: "putActivity", activity: { id: "B", durationMinutes: 60 } },
      ),
    );
    orThrow(open.undo());
    expect(open.schedule()).toEqual(first);
  });

  test("a refused batch gives lags back to their links, wherever these moved", () => {
    const milestone = (id: string) => ({ id, durationMinutes: 0 });
    const plan = {
      start: "2026-06-03T08:00",
      dataDate: "2026-06-03T17:00",
      activities: [milestone("A"), { ...milestone("B"), elapsed: true }, milestone("C")],
      links: [{ predecessor: "B", successor: "C", lag: { minutes: 30 } }],
    };
    const open = orThrow(openSchedule(plan));
    const refused = open.edit(
      { kind: "putActivity", activity: { ...milestone("C"), elapsed: true } },
      { kind: "putLink", link: { predecessor: "A", successor: "C" } },
      { kind: "putLink", link: { predecessor: "A", successor: "nobody" } },
    );
    expect(refused.ok).toBe(false);
    expect(open.schedule()).toEqual(orThrow(schedule(plan)));
  });

  test("of two links that ask for the same date the one drives that drives in a schedule from scratch", () => {
    const plan = {
      start: "2026-06-03T08:00",
      activities: ["A", "B", "C"].map((id) => ({ id, durationMinutes: 0 })),
      links: [{ predecessor: "A", successor: "C", type: "SS" as const }],
    };
    const open = orThrow(openSchedule(plan));
    orThrow(open.edit({ kind: "putLink", link: { predecessor: "B", successor: "C", type: "FS" } }));
    expect(open.schedule()).toEqual(orThrow(schedule(open.input())));
  });
});
