import { existsSync } from "node:fs";
import { standardCalendar } from "@evenkeel/calendar";
import type { ScheduledItem, WorkItem, WorkPlan } from "@evenkeel/core";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import exclusions from "../exclusions.json" with { type: "json" };
import { compare } from "../schedules/compare.mjs";
import { isEqual } from "../schedules/fields.mjs";
import { staleValues } from "../schedules/stale.mjs";
import { storedFiles } from "../schedules/stored-files.mjs";
import { bothTotals } from "../schedules/totals.mjs";

describe("two values are equal", () => {
  test.each([
    ["2026-05-04T08:00", "2026-05-04T08:00:00", true],
    ["2026-05-04T17:00", "2026-05-05T08:00", false],
    [480.4, 480, true],
    [480.6, 480, false],
    [undefined, 0, false],
    [undefined, false, false],
    [false, false, true],
  ])("%s and stored %s: %s", (ours, stored, equal) => expect(isEqual(ours, stored)).toBe(equal));
});

const plan = (preset: "msProject" | "primavera", more: object = {}): WorkPlan => ({
  formatVersion: 1,
  calendars: [standardCalendar],
  projects: [{ id: "p", name: "Pier", calendarId: "standard", start: "2026-05-04T08:00", scheduling: { preset } }],
  items: ["a", "b"].map((id) => ({
    id,
    title: id,
    kind: "task",
    projectId: "p",
    schedule: { kind: "task", mode: "auto", durationMinutes: 480, remainingMinutes: 480, ...more },
  })),
  dependencies: [{ id: "l", predecessorId: "a", successorId: "b", type: "FS" }],
});
const row = (id: string, day: string, late = day): [string, ScheduledItem] => [
  id,
  {
    itemId: id,
    start: `${day}T08:00`,
    earlyStart: `${day}T08:00`,
    earlyFinish: `${day}T17:00`,
    lateStart: `${late}T08:00`,
    lateFinish: `${late}T17:00`,
  },
];
const finishes = new Map([["p", "2026-05-05T17:00"]]);

describe("stored values are stale", () => {
  const fresh = [row("a", "2026-05-04"), row("b", "2026-05-05")] as const;

  test("nowhere in a plan that was saved as computed", () => {
    expect(staleValues(plan("msProject"), new Map(fresh), finishes)).toBe("none");
    expect(staleValues(plan("primavera"), new Map(fresh), new Map())).toBe("none");
  });

  test("where an open end counts from another finish, work ends after the finish, or a start is neither early nor late", () => {
    const other = [fresh[0], row("b", "2026-05-05", "2026-05-07")];
    expect(staleValues(plan("msProject"), new Map(other), finishes)).toBe("late");
    expect(staleValues(plan("msProject"), new Map(fresh), new Map([["p", "2026-05-04T17:00"]]))).toBe("late");
    const moved = { ...fresh[0][1], start: "2026-05-06T08:00" };
    expect(staleValues(plan("msProject"), new Map([["a", moved], fresh[1]]), finishes)).toBe("late");
  });

  test("where late dates count from work that is not in the file", () => {
    const beyond = [fresh[0], row("b", "2026-05-05", "2026-05-07")];
    expect(staleValues(plan("primavera"), new Map(beyond), new Map())).toBe("late");
    const [project] = plan("primavera").projects ?? [];
    const bound = { ...plan("primavera"), projects: [{ ...project, mustFinishBy: "2026-05-07T17:00" }] };
    expect(staleValues(bound, new Map(beyond), new Map())).toBe("none");
  });

  test("throughout where work that has not begun is to start outside its hours", () => {
    const saturday = [row("a", "2026-05-09"), row("b", "2026-05-11")];
    expect(staleValues(plan("primavera"), new Map(saturday), new Map())).toBe("all");
    expect(staleValues(plan("primavera", { actualStart: "2026-05-09T08:00" }), new Map(saturday), new Map())).toBe(
      "none",
    );
  });
});

describe("the score", () => {
  const stored = new Map<string, Partial<ScheduledItem>>([
    ["a", { earlyStart: "2026-05-04T08:00", earlyFinish: "2026-05-04T16:59" }],
    ["b", { earlyStart: "2026-05-05T08:00" }],
  ]);

  test("counts what is stored, and names each difference with both values", () => {
    const { rows, unstored } = compare(plan("msProject"), stored, []);
    expect(rows.map(({ id, compared, wrong }) => [id, compared.length, wrong])).toEqual([
      ["a", 2, [{ field: "earlyFinish", ours: "2026-05-04T17:00", stored: "2026-05-04T16:59" }]],
      ["b", 1, []],
    ]);
    expect(unstored).toBe(21);
    const file = { rows, unstored, excluded: [], stale: "late" };
    const { everything, withoutStale } = bothTotals([file]);
    expect([everything.files, everything.tasks.all]).toEqual([
      { equal: 0, all: 1 },
      { equal: 1, all: 2 },
    ]);
    expect(everything.fields["earlyFinish"]).toEqual({ equal: 0, all: 1 });
    expect(withoutStale.fields["earlyFinish"]).toEqual({ equal: 0, all: 1 });
    expect(bothTotals([{ ...file, stale: "all" }]).withoutStale.tasks.all).toEqual({ equal: 0, all: 0 });
  });

  test("leaves out of scope only what a rule over the content says", () => {
    const rules = [{ item: { schedule: { mode: "auto" } }, reason: "an example" }];
    expect(compare(plan("msProject"), stored, rules)).toMatchObject({ rows: [], excluded: [{ id: "a" }, { id: "b" }] });
    const waits = {
      ...plan("msProject"),
      items: [
        {
          id: "x",
          title: "x",
          kind: "task" as const,
          projectId: "p",
          extensions: { danglingLinks: [{ field: "PredecessorLink", reference: "other.mpp" }] },
        },
        ...plan("msProject").items!,
      ],
    };
    expect(compare(waits, stored, exclusions)).toMatchObject({ rows: [], excluded: [{ id: "a" }, { id: "b" }] });
    expect(compare(plan("msProject"), stored, exclusions)).toMatchObject({ excluded: [] });
  });
});

describe("every file with stored dates", async () => {
  const root = sharedData("schedules");
  const files = root !== undefined && existsSync(root) ? storedFiles(root) : [];

  test.each(files.map((file) => [`${file.folder}/${file.name}`, file] as const))(
    "%s is read, and what Primavera computed without progress is computed again",
    async (_name, file) => {
      const { plan: read, stored } = await file.read(file.path);
      expect(read.projects?.length).toBeGreaterThan(0);
      const isUntouched = (read.items ?? []).every(({ schedule }: WorkItem) => schedule?.actualStart === undefined);
      if (file.folder !== "p6-captured" && !(file.folder === "xer" && isUntouched)) return;
      expect(compare(read, stored, []).rows.flatMap(({ wrong }) => wrong)).toEqual([]);
    },
  );
});
