import { validateHistory, validatePlan, type WorkPlan } from "@evenkeel/core";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyCommand, applyCommands, type Command } from "../src/index.js";
import { anyEdits, editLaws, hostileLaws } from "../src/testing.js";

const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  workflows: [
    {
      id: "w",
      name: "Board",
      states: [
        { id: "todo", name: "To do", category: "proposed" },
        { id: "done", name: "Done", category: "done" },
      ],
    },
  ],
  outcomes: [{ id: "o", title: "Quiet rooms", measure: { target: 30 } }],
  items: [
    { id: "A", title: "Doors", kind: "task", workflowId: "w", stateId: "todo", outcomeIds: ["o"] },
    { id: "B", title: "Walls", kind: "task", parentId: "A" },
  ],
  dependencies: [{ id: "d", predecessorId: "A", successorId: "B", type: "FS", handoff: { what: "keys" } }],
  people: [{ id: "p", name: "Ana" }],
  commitments: [{ id: "c", due: "2026-06-01", subject: { table: "items", id: "A" } }],
  decisions: [{ id: "q", question: "Which paint?" }],
});
const base = { id: "k", at: "2026-05-01T08:00:00Z", by: "p" } as const;
type Body = Command extends infer Each ? (Each extends Command ? Omit<Each, "id" | "at" | "by"> : never) : never;
const apply = (body: Body) => applyCommand(plan, { ...base, ...body } as Command);

describe("commands", () => {
  test.each<[Body, string, object]>([
    [{ type: "move", item: "A", state: "done" }, "stateChanged", { from: "todo", to: "done" }],
    [
      { type: "renegotiate", commitment: "c", due: "2026-07-01", reason: "paint is late" },
      "commitmentRenegotiated",
      { due: "2026-07-01", reason: "paint is late" },
    ],
    [{ type: "withdraw", commitment: "c" }, "commitmentWithdrawn", {}],
    [{ type: "resolve", commitment: "c", state: "met", note: "in time" }, "commitmentMet", { note: "in time" }],
    [{ type: "block", item: "A", reason: "no paint" }, "blocked", { reason: "no paint" }],
    [{ type: "unblock", item: "A" }, "unblocked", {}],
    [{ type: "accept", item: "A" }, "accepted", { by: "p" }],
    [{ type: "reopen", item: "A", state: "todo", reason: "it creaks" }, "reopened", { reason: "it creaks" }],
    [{ type: "acknowledge", subject: { table: "items", id: "A" } }, "expectationAcknowledged", { by: "p" }],
    [
      { type: "question", subject: { table: "items", id: "A" }, question: "Which?" },
      "expectationQuestioned",
      { question: "Which?" },
    ],
    [{ type: "clarify", subject: { table: "items", id: "A" }, note: "all" }, "expectationClarified", { note: "all" }],
    [{ type: "handoff", dependency: "d", change: "accept" }, "handoffAccepted", { by: "p" }],
    [{ type: "decide", decision: "q", result: "white" }, "decisionMade", { result: "white" }],
    [{ type: "read", outcome: "o", value: 33 }, "outcomeRead", { value: 33 }],
    [
      { type: "assign", assignment: "a", item: "A", person: "p", role: "accountable" },
      "assigned",
      { assigneeId: "p", role: "accountable" },
    ],
    [
      { type: "commit", commitment: "c2", due: "2026-06-02", item: "B", probability: 0.8 },
      "commitmentMade",
      { due: "2026-06-02", probability: 0.8 },
    ],
    [
      { type: "change", table: "items", target: "A", set: { title: "Gates" } },
      "changed",
      { field: "title", from: "Doors", to: "Gates" },
    ],
    [{ type: "link", dependency: "d2", predecessor: "B", successor: "A" }, "created", {}],
  ])("%j is an event %s", (body, type, facts) => {
    const edited = apply(body);
    expect(edited.ok && edited.value.events).toContainEqual(expect.objectContaining({ type, actor: "p", ...facts }));
    expect(edited.ok && validatePlan(edited.value.plan).ok).toBe(true);
    expect(edited.ok && validateHistory({ formatVersion: 1, events: edited.value.events }, edited.value.plan).ok).toBe(
      true,
    );
  });

  test("a handoff keeps what was agreed, a reading keeps the measure", () => {
    const accepted = apply({ type: "handoff", dependency: "d", change: "accept" });
    expect(accepted.ok && accepted.value.plan.dependencies?.[0]?.handoff).toEqual({ what: "keys", state: "accepted" });
    const read = apply({ type: "read", outcome: "o", value: 33 });
    expect(read.ok && read.value.plan.outcomes?.[0]?.measure).toEqual({ target: 30, current: 33 });
  });

  test("removing refuses while rows name it, and says which", () => {
    const refused = apply({ type: "remove", table: "items", target: "A", references: "refuse" });
    expect(refused.issues.map(({ code, facts }) => [code, facts["by"]])).toEqual([
      ["edit/still-referenced", "B"],
      ["edit/still-referenced", "d"],
      ["edit/still-referenced", "c"],
    ]);
  });

  test("removing with clear takes links along and frees children", () => {
    const cleared = apply({ type: "remove", table: "items", target: "A", references: "clear" });
    expect(cleared.ok && cleared.value.plan.items).toEqual([{ id: "B", title: "Walls", kind: "task" }]);
    expect(cleared.ok && (cleared.value.plan.dependencies ?? [])).toEqual([]);
  });

  test.each<[Body, string]>([
    [{ type: "move", item: "A", parent: "B" }, "core/parent-cycle"],
    [{ type: "move", item: "A", state: "nowhere" }, "core/unknown-state"],
    [{ type: "link", dependency: "d", predecessor: "A", successor: "B" }, "edit/id-taken"],
    [{ type: "link", dependency: "x", predecessor: "A", successor: "A" }, "core/self-dependency"],
    [{ type: "unlink", dependency: "x" }, "edit/no-such-row"],
    [{ type: "assign", assignment: "a", item: "A", person: "nobody", role: "responsible" }, "core/dangling-reference"],
    [{ type: "commit", commitment: "c2", due: "2026-02-30" }, "kernel/impossible-date"],
  ])("%j is refused as %s", (body, code) => {
    expect(apply(body)).toMatchObject({ ok: false, issues: [{ code }] });
  });

  test("a command without an instant is refused", () => {
    expect(applyCommand(plan, { ...base, at: "yesterday", type: "unlink", dependency: "d" }).issues[0]?.code).toBe(
      "kernel/invalid-time-text",
    );
  });

  test("a batch is atomic and names the command that failed", () => {
    const batch = applyCommands(plan, [
      { ...base, type: "decide", decision: "q", result: "white" },
      { ...base, id: "k2", type: "unlink", dependency: "x" },
    ]);
    expect(batch).toMatchObject({ ok: false, issues: [{ code: "edit/no-such-row", path: [1, 0] }] });
  });

  test("the check of touched rows agrees with the check of the whole plan", () => {
    fc.assert(
      fc.property(anyEdits, ({ plan: generated, commands }) => {
        for (const command of commands) {
          const edited = applyCommand(generated, command);
          if (edited.ok) expect(validatePlan(edited.value.plan).issues).toEqual([]);
        }
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});

testLaws("laws of edits", editLaws());
testLaws("laws of what comes from strangers", hostileLaws());
