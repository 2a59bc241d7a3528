import { type WorkEvent, type WorkPlan, workContext } from "@evenkeel/core";
import { describe as textOf } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { type Duty, type DutyOptions, dutiesToICalendar, en, openDuties } from "../src/index.js";

const now = Date.UTC(2026, 4, 10);
const day = 86_400_000;
const people: WorkPlan["people"] = ["ana", "ben", "caro"].map((id) => ({ id, name: id }));
const event = (table: string, id: string, type: string, at: string, more: object = {}): WorkEvent =>
  ({ id: `${type}${at}${id}`, at, subject: { table, id }, source: "exact", type, ...more }) as WorkEvent;
const duties = (plan: Partial<WorkPlan>, events: readonly WorkEvent[] = [], options: DutyOptions = {}): Duty[] =>
  openDuties(
    workContext(
      deepFreeze({ plan: { formatVersion: 1, people, ...plan }, history: { formatVersion: 1, events }, now }),
    ),
    options,
  );
const brief = (found: readonly Duty[]) =>
  found.map(({ kind, subject, whoId, due, isLate }) => [kind, subject.id, whoId, (due - now) / day, isLate]);

describe("a handoff is owed by one of its two ends, or by nobody", () => {
  const plan = (category: "active" | "done", handoff: object = {}): Partial<WorkPlan> => ({
    workflows: [{ id: "w", name: "Board", states: [{ id: "s", name: "State", category }] }],
    items: [
      { id: "A", title: "Doors", kind: "task", workflowId: "w", stateId: "s" },
      { id: "B", title: "Walls", kind: "task" },
    ],
    dependencies: [
      {
        id: "d",
        predecessorId: "A",
        successorId: "B",
        type: "FS",
        handoff: { from: "ana", to: "ben", neededBy: "2026-05-11", ...handoff },
      },
    ],
  });
  const step = (type: string, at: string) => event("dependencies", "d", type, at);

  test("the giver offers it once the work is done, by the promised day, else by the day it is needed", () => {
    expect(duties(plan("active"))).toEqual([]);
    expect(brief(duties(plan("done")))).toEqual([["offerHandoff", "d", "ana", 2, false]]);
    expect(brief(duties(plan("done", { promisedBy: "2026-05-08" })))).toEqual([["offerHandoff", "d", "ana", -1, true]]);
  });

  test("the receiver answers an offer within two days, the giver mends what was returned, and then nothing is owed", () => {
    const offered = [step("handoffOffered", "2026-05-09T00:00:00Z")];
    const returned = [...offered, step("handoffReturned", "2026-05-09T01:00:00Z")];
    const accepted = [...returned, step("handoffAccepted", "2026-05-09T02:00:00Z")];
    expect(brief(duties(plan("done"), offered))).toEqual([["acceptHandoff", "d", "ben", 1, false]]);
    expect(duties(plan("done"), returned)[0]).toMatchObject({
      kind: "offerHandoff",
      code: "completion/duty-offer-again",
    });
    expect(duties(plan("done"), accepted)).toEqual([]);
    expect(brief(duties(plan("active", { state: "offered" })))).toEqual([["acceptHandoff", "d", "ben", 2, false]]);
  });
});

describe("an item is acknowledged, explained and accepted", () => {
  const item = { id: "A", title: "Doors", kind: "task" } as const;
  const plan: Partial<WorkPlan> = {
    items: [item],
    assignments: [{ id: "a", itemId: "A", personId: "ben", role: "responsible" }],
  };
  const given = event("items", "A", "assigned", "2026-05-08T00:00:00Z", { assigneeId: "ben", actor: "ana" });
  const asked = event("items", "A", "expectationQuestioned", "2026-05-09T00:00:00Z", { by: "ben", question: "Which?" });
  const clear = event("items", "A", "expectationClarified", "2026-05-09T06:00:00Z", { actor: "ana" });

  test("who was given it by another says so within three days; asking is an answer too, and is owed one", () => {
    expect(brief(duties(plan, [given]))).toEqual([["acknowledge", "A", "ben", 1, false]]);
    expect(brief(duties(plan, [given, asked]))).toEqual([["answer", "A", "ana", 2, false]]);
    expect(duties(plan, [given, asked, clear])).toEqual([]);
    expect(duties(plan, [{ ...given, actor: "ben" }])).toEqual([]);
    expect(duties({ items: [item] }, [given])).toEqual([]);
  });

  test("whoever it was promised to accepts it, else who is accountable", () => {
    const done: Partial<WorkPlan> = {
      workflows: [{ id: "w", name: "Board", states: [{ id: "s", name: "Done", category: "done" }] }],
      items: [
        {
          ...item,
          workflowId: "w",
          stateId: "s",
          finishedAt: "2026-05-01",
          acceptanceCriteria: [{ text: "It is quiet" }],
        },
      ],
      assignments: [{ id: "a", itemId: "A", personId: "ben", role: "accountable" }],
    };
    const promised: WorkPlan["commitments"] = [
      { id: "c", due: "2026-05-20", toId: "caro", subject: { table: "items", id: "A" }, state: "met" },
    ];
    expect(brief(duties(done))).toEqual([["acceptResult", "A", "ben", -2, true]]);
    expect(brief(duties({ ...done, commitments: promised }))).toEqual([["acceptResult", "A", "caro", -2, true]]);
    expect(duties(done, [event("items", "A", "accepted", "2026-05-02")])).toEqual([]);
  });
});

describe("decisions, promises and readings", () => {
  const commitments: WorkPlan["commitments"] = [
    { id: "late", byId: "ana", what: "Doors", due: "2026-05-08" },
    { id: "doubted", byId: "ben", what: "Walls", due: "2026-05-20" },
    { id: "kept", byId: "ben", what: "Roof", due: "2026-05-12" },
    { id: "over", byId: "ben", what: "Floor", due: "2026-05-01", state: "withdrawn" },
  ];

  test("a promise is kept, or agreed anew once it is late or in doubt; each is one duty with its ways out", () => {
    const found = duties({ commitments }, [], { atRisk: new Set(["doubted"]) });
    expect(brief(found)).toEqual([
      ["renegotiate", "late", "ana", -1, true],
      ["keepPromise", "kept", "ben", 3, false],
      ["renegotiate", "doubted", "ben", 11, false],
    ]);
    expect(found[0]?.otherwise?.map(({ type }) => type)).toEqual(["renegotiate", "withdraw"]);
  });

  test("an open question is its decider's, a measure without a reading its owner's", () => {
    const plan: Partial<WorkPlan> = {
      decisions: [
        { id: "q", question: "Which paint?", deciderId: "caro", by: "2026-05-12" },
        { id: "r", question: "Which lamp?", result: "brass" },
      ],
      outcomes: [
        { id: "o", title: "Quiet", ownerId: "ana", measure: { metric: "noise", by: "2026-06-01" } },
        { id: "p", title: "Loud", ownerId: "ana", measure: { metric: "noise", current: 3 } },
      ],
    };
    expect(brief(duties(plan))).toEqual([
      ["decide", "q", "caro", 3, false],
      ["takeReading", "o", "ana", 23, false],
    ]);
    expect(duties(plan, [event("outcomes", "o", "outcomeRead", "2026-05-01", { value: 33 })])).toHaveLength(1);
  });

  test("a person's list holds their teams' duties, a team's that of its members now", () => {
    const members = [{ personId: "ana" }, { personId: "ben", during: { to: "2026-05-01" } }];
    const teams: WorkPlan["teams"] = [{ id: "crew", name: "Crew", members }];
    const shared: WorkPlan["commitments"] = [{ id: "t", byId: "crew", what: "All", due: "2026-05-30" }];
    const plan = { commitments: [...commitments, ...shared], teams };
    const ids = (options: DutyOptions) => duties(plan, [], options).map(({ subject }) => subject.id);
    expect(ids({ personId: "ana" })).toEqual(["late", "t"]);
    expect(ids({ teamId: "crew" })).toEqual(["late", "t"]);
    expect(ids({ personId: "caro" })).toEqual([]);
  });

  test("every duty has its words", () => {
    for (const duty of duties({ commitments })) expect(textOf(duty, en).message).toContain(String(duty.facts["what"]));
  });
});

describe("as a calendar", () => {
  test("each duty is a to-do with its instant; hostile titles stay inert and long lines are folded", () => {
    const what = `Doors; <b>, \\ and${"\n"}BEGIN:VTODO ${"long ".repeat(30)}ß`;
    const found = duties({ commitments: [{ id: "c", byId: "ana", what, due: "2026-05-20" }] });
    const text = dutiesToICalendar(found, now, en);
    const lines = text.split("\r\n");
    expect(lines.filter((line) => line === "BEGIN:VTODO")).toHaveLength(1);
    expect(lines).toContain("DUE:20260521T000000Z");
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(lines.join("").replace(/ /g, "")).toContain("Doors\\;<b>\\,\\\\and");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });
});
