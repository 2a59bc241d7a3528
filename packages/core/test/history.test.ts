import { parseTimeText } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  digestHistory,
  inspectHistory,
  itemTimes,
  onTimeLine,
  orderEvents,
  replayItems,
  statesAt,
  validateHistory,
  type WorkEvent,
  type WorkHistory,
  type WorkPlan,
} from "../src/index.js";
import { anyPlanWithHistory, withMess } from "../src/testing.js";

const plan: WorkPlan = {
  formatVersion: 1,
  workflows: [
    {
      id: "w",
      name: "Board",
      states: [
        { id: "todo", name: "To do", category: "proposed" },
        { id: "doing", name: "Doing", category: "active" },
        { id: "review", name: "Review", category: "waiting" },
        { id: "done", name: "Done", category: "done" },
        { id: "no", name: "Dropped", category: "dropped" },
      ],
    },
  ],
  items: [{ id: "A", title: "Paint", kind: "task", workflowId: "w" }],
};
const at = (hour: number): string => new Date(Date.UTC(2026, 4, 1, hour)).toISOString();
const happened = (id: string, hour: number, type: string, more: object = {}): WorkEvent =>
  ({ id, at: at(hour), subject: { table: "items", id: "A" }, source: "exact", type, ...more }) as WorkEvent;
const moved = (id: string, hour: number, to: string, more: object = {}): WorkEvent =>
  happened(id, hour, "stateChanged", { to, ...more });
const told = (...events: WorkEvent[]): WorkHistory => deepFreeze({ formatVersion: 1, events });
const times = (...events: WorkEvent[]) => {
  const [replay] = replayItems(plan, told(...events));
  const found = itemTimes(replay!, Date.UTC(2026, 4, 1, 20));
  const hours = (millis: number | undefined) => (millis === undefined ? undefined : millis / 3_600_000);
  return [
    hours(found.cycleMillis),
    hours(found.ageMillis),
    hours(found.activeMillis),
    hours(found.waitingMillis),
    hours(found.blockedMillis),
    hours(found.pausedMillis),
  ];
};

describe("where time goes", () => {
  test("cycle time runs from the first active state to the last entry into done", () => {
    expect(
      times(moved("1", 1, "todo"), moved("2", 2, "doing"), moved("3", 5, "review"), moved("4", 9, "done")),
    ).toEqual([7, undefined, 3, 4, 0, 0]);
  });

  test("work that came back has its pause counted apart, and its cycle time whole", () => {
    const events = [moved("1", 1, "doing"), moved("2", 4, "done"), moved("3", 10, "doing"), moved("4", 12, "done")];
    expect(times(...events)).toEqual([11, undefined, 5, 0, 0, 6]);
  });

  test("open work has an age, dropped work neither age nor cycle time, blocked time overlaps", () => {
    expect(times(moved("1", 8, "doing"), happened("b", 10, "blocked"), happened("u", 13, "unblocked"))).toEqual([
      undefined,
      12,
      12,
      0,
      3,
      0,
    ]);
    expect(times(moved("1", 8, "doing"), happened("b", 10, "blocked"))).toEqual([undefined, 12, 12, 0, 10, 0]);
    expect(times(moved("1", 8, "doing"), moved("2", 9, "no"))).toEqual([undefined, undefined, 1, 0, 0, 0]);
    expect(times(moved("1", 8, "done"))).toEqual([undefined, undefined, 0, 0, 0, 0]);
  });

  test("agrees with counting every second", () => {
    const end = Date.UTC(2026, 4, 1, 1);
    fc.assert(
      fc.property(withMess(anyPlanWithHistory), ({ plan: generated, history }) => {
        for (const replay of replayItems(generated, history)) {
          const counted = { active: 0, waiting: 0, blocked: 0 };
          const stop = Math.min(replay.finishedAt ?? replay.droppedAt ?? end, end);
          for (let second = replay.startedAt ?? stop; second < stop; second += 1000) {
            const now = replay.changes.findLast((change) => change.at <= second)?.category;
            if (now === "active" || now === "waiting") counted[now]++;
            if (replay.blocked.some(({ from, to }) => from <= second && (to === undefined || to > second)))
              counted.blocked++;
          }
          const { activeMillis, waitingMillis, blockedMillis } = itemTimes(replay, end);
          expect([activeMillis, waitingMillis, blockedMillis]).toEqual(
            [counted.active, counted.waiting, counted.blocked].map((count) => count * 1000),
          );
        }
      }),
      { numRuns: statedRuns(500) },
    );
  });
});

describe("order", () => {
  test("is by when it happened, when it was recorded, and id; the plain sort says the same", () => {
    fc.assert(
      fc.property(withMess(anyPlanWithHistory), ({ history }) => {
        const gone = new Set(history.events.map(({ corrects }) => corrects));
        const recorded = (event: WorkEvent) => Date.parse(event.recordedAt ?? event.at);
        const naive = history.events
          .filter(({ id }) => !gone.has(id))
          .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || recorded(a) - recorded(b) || (a.id < b.id ? -1 : 1));
        expect(orderEvents(deepFreeze(history)).map(({ id }) => id)).toEqual(naive.map(({ id }) => id));
      }),
      { numRuns: statedRuns(10_000) },
    );
  });

  test("holds over centuries, and for texts of every form", () => {
    const texts = [
      "1999-12-31",
      "2026-05-01T08:00+02:00",
      "1970-01-01T00:00:00.001Z",
      "9999-12-31T23:59:59Z",
      "0001-01-01T00:00Z",
    ];
    const events = texts.map((text, index) => ({ ...happened(`e${index}`, 0, "accepted"), at: text }) as WorkEvent);
    expect(orderEvents(told(...events)).map((event) => event.at)).toEqual([
      texts[4],
      texts[2],
      texts[0],
      texts[1],
      texts[3],
    ]);
  });

  test("plain instants and local times are read as the full reading reads them", () => {
    const part = fc.integer({ min: 0, max: 62 }).map((value) => String(value).padStart(2, "0"));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.array(part, { minLength: 5, maxLength: 5 }),
        fc.constantFrom("", ".000", ".125", ":5"),
        (year, [month, day, hour, minute, second], rest) => {
          const text = `${String(year).padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}${rest}Z`;
          // An offset of zero is read by the full parser alone.
          expect(onTimeLine(text)).toBe(onTimeLine(text.replace("Z", "+00:00")));
          const local = text.slice(0, -1);
          for (const floating of [local, local.slice(0, 16)]) {
            const parsed = parseTimeText(floating);
            const read = parsed.ok && parsed.value.form === "local" ? Number(parsed.value.local) : undefined;
            expect(onTimeLine(floating)).toBe(read);
          }
        },
      ),
      { numRuns: statedRuns(100_000) },
    );
  });
});

describe("a history told late, twice or wrongly", () => {
  test("a late event takes its place, a correction takes its event out", () => {
    const late = [moved("2", 5, "done"), moved("1", 2, "doing", { recordedAt: at(6) })];
    expect(replayItems(plan, told(...late))[0]).toMatchObject({
      startedAt: Date.parse(at(2)),
      finishedAt: Date.parse(at(5)),
    });
    const corrected = [...late, moved("3", 7, "done", { corrects: "2" })];
    expect(replayItems(plan, told(...corrected))[0]).toMatchObject({ finishedAt: Date.parse(at(7)) });
    expect(statesAt(told(...corrected), Date.parse(at(6))).get("A")).toBe("doing");
  });

  test("what is doubtful is described: clocks ahead, late and corrected events, states that do not follow", () => {
    const events = [
      happened("0", 0, "created", { stateId: "todo" }),
      moved("1", 5, "doing", { from: "todo", recordedAt: at(4) }),
      moved("2", 3, "review", { from: "doing", source: "inferred" }),
      moved("3", 9, "done", { corrects: "0", recordedAt: at(10) }),
    ];
    expect(inspectHistory(told(...events))).toEqual({
      events: 4,
      corrected: 1,
      late: 1,
      fromFuture: 1,
      inferred: 1,
      brokenChains: [{ subject: { table: "items", id: "A" }, eventId: "1", from: "todo", found: "review" }],
    });
  });

  test("a snapshot is a valid history, shorter, and keeps corrections of what has not come yet", () => {
    const events = [
      happened("0", 0, "created", { stateId: "todo", actor: "ana" }),
      happened("1", 1, "accepted", { by: "ana" }),
      moved("2", 2, "doing", { corrects: "later" }),
      moved("3", 3, "review"),
      moved("4", 4, "done", { corrects: "3" }),
    ];
    const snapshot = digestHistory(told(...events));
    expect(snapshot.events.map(({ id, corrects }) => [id, corrects])).toEqual([
      ["0", undefined],
      ["2", "later"],
      ["4", undefined],
    ]);
    expect(validateHistory(digestHistory(told(...events.slice(0, 2), ...events.slice(3)))).ok).toBe(true);
  });
});
