import type { Row, TableName, WorkPlan } from "@evenkeel/core";
import * as fc from "fast-check";
import type { Command, CommandBase } from "../types.js";

/** A command without the stamp that all commands carry. */
type Body = Command extends infer Each ? (Each extends Command ? Omit<Each, keyof CommandBase> : never) : never;

const idsOf = (plan: WorkPlan, table: TableName): string[] =>
  ((plan[table] ?? []) as readonly Row[]).map(({ id }) => id);

/** Some of the states of the board, those of the plan's other items among them or not. */
const statesOf = (plan: WorkPlan, kept: readonly string[]): unknown =>
  (plan.workflows?.[0]?.states ?? []).filter(({ id }) => id === "no" || kept.includes(id));

/** Bodies of every type of command over a plan, sensible and not: rows may be missing, ids taken. */
function anyBody(plan: WorkPlan): fc.Arbitrary<Body> {
  const of = (table: TableName): fc.Arbitrary<string> =>
    fc.constantFrom(...idsOf(plan, table), ...idsOf(plan, table), "gone");
  const [item, person] = [of("items"), fc.constantFrom("ana", "ben", "ana", "ben", "zed")];
  const fresh = fc.constantFrom("n1", "n2", "n3", "n4", "__proto__", "constructor");
  const state = fc.constantFrom("todo", "wait", "doing", "done", "nowhere");
  const reason = fc.option(fc.constantFrom("paint is late", "no keys"), { nil: undefined });
  const subject = fc.oneof(
    item.map((id) => ({ table: "items" as const, id })),
    of("commitments").map((id) => ({ table: "commitments" as const, id })),
  );
  const body = <Type extends Body["type"]>(
    type: Type,
    fields: Record<string, fc.Arbitrary<unknown>>,
  ): fc.Arbitrary<Body> =>
    fc.record(fields).map((made) => {
      const given = Object.entries(made).filter(([, value]) => value !== undefined);
      return { type, ...Object.fromEntries(given) } as unknown as Body;
    });
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const part = fresh.map((id) => ({ id, title: `Part ${id}` }));
  const parts = fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
  const shares = (list: readonly { readonly id: string; readonly title: string }[]) =>
    list.map((each) => ({ ...each, share: 1 / list.length }));
  return fc.oneof(
    body("add", { table: fc.constant("items"), row: fresh.map((id) => ({ id, title: id, kind: "task" })) }),
    body("add", { table: fc.constant("terms"), row: fresh.map((id) => ({ id, term: id, meaning: "a word" })) }),
    body("change", { table: fc.constant("items"), target: item, set: fc.record({ title: fc.string() }) }),
    body("change", {
      table: fc.constant("items"),
      target: item,
      set: fc.record({ stateId: state }),
      unset: fc.constantFrom(["reason"], ["outcomeIds", "estimates"], []),
    }),
    body("change", {
      table: fc.constant("workflows"),
      target: fc.constant("board"),
      set: fc.record({ name: fc.string() }),
    }),
    body("change", {
      table: fc.constant("workflows"),
      target: fc.constant("board"),
      set: fc
        .subarray(["todo", "wait", "doing", "done"], { minLength: 3 })
        .map((kept) => ({ states: statesOf(plan, kept) })),
    }),
    body("change", {
      table: fc.constant("items"),
      target: item,
      set: fc.record({
        memberships: fc.constantFrom([], [{ containerId: "b1", stateId: "doing" }], [{ containerId: "b1" }]),
      }),
    }),
    body("change", { table: fc.constant("items"), target: item, set: fc.record({ blocked: fc.boolean() }) }),
    body("remove", {
      table: fc.constant("items"),
      target: item,
      references: fc.constantFrom("refuse", "clear", "clear"),
    }),
    body("remove", {
      table: fc.constant("workflows"),
      target: fc.constant("board"),
      references: fc.constantFrom("refuse", "clear"),
    }),
    body("remove", { table: fc.constant("people"), target: person, references: fc.constant("clear") }),
    body("remove", { table: fc.constant("projects"), target: fc.constant("p1"), references: fc.constant("clear") }),
    body("remove", { table: fc.constant("commitments"), target: of("commitments"), references: fc.constant("refuse") }),
    body("move", { item, parent: maybe(item), state: maybe(state), rank: maybe(fc.nat(9)) }),
    body("move", { item, container: fc.constantFrom("b1", "gone"), state }),
    body("split", { item, as: fc.constantFrom("children", "siblings"), parts, chain: maybe(fc.boolean()) }),
    body("split", {
      item,
      as: fc.constantFrom("children", "siblings"),
      parts: parts.map(shares),
      chain: maybe(fc.boolean()),
    }),
    body("merge", { items: fc.uniqueArray(item, { minLength: 1, maxLength: 3 }), into: item }),
    body("link", { dependency: fresh, predecessor: item, successor: item }),
    body("unlink", { dependency: of("dependencies") }),
    body("assign", {
      assignment: fresh,
      item,
      person,
      role: fc.constantFrom("responsible", "accountable"),
      effortMinutes: maybe(fc.nat(600)),
    }),
    body("unassign", { assignment: of("assignments") }),
    body("block", { item, reason }),
    body("unblock", { item }),
    body("accept", { item }),
    body("reopen", { item, state: maybe(state), reason }),
    body("commit", {
      commitment: fresh,
      due: fc.constantFrom("2026-06-01", "2026-06-31"),
      item: maybe(item),
      byId: maybe(person),
    }),
    body("renegotiate", { commitment: of("commitments"), due: fc.constant("2026-07-01"), reason }),
    body("withdraw", { commitment: of("commitments"), reason }),
    body("resolve", { commitment: of("commitments"), state: fc.constantFrom("met", "missed"), note: reason }),
    body("handoff", { dependency: of("dependencies"), change: fc.constantFrom("offer", "accept", "return"), reason }),
    body("acknowledge", { subject, person: maybe(person) }),
    body("question", { subject, question: reason }),
    body("clarify", { subject, note: reason }),
    body("decide", { decision: of("decisions"), result: fc.string() }),
    body("read", { outcome: of("outcomes"), value: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) }),
    body("template", {
      template: fc.constant({
        items: [
          { id: "a", title: "Strip", kind: "task" },
          { id: "b", title: "Paint", kind: "task", parentId: "a" },
        ],
        dependencies: [{ id: "d", predecessorId: "a", successorId: "b", type: "FS" }],
      }),
      ids: fc.tuple(fresh, fresh, fresh).map(([a, b, d]) => ({ items: { a, b }, dependencies: { d } })),
      set: maybe(fc.constant({ workflowId: "board", stateId: "todo" })),
    }),
  );
}

const stamp = (index: number): CommandBase => ({
  id: `k${index}`,
  at: `2026-05-01T08:${String(Math.floor(index / 60)).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}Z`,
  by: index % 2 === 0 ? "ana" : "ben",
});

/** Sequences of commands over a plan, a second apart. */
export const anyCommands = (plan: WorkPlan, most = 8): fc.Arbitrary<Command[]> =>
  fc
    .array(anyBody(plan), { maxLength: most })
    .map((bodies) => bodies.map((body, index): Command => ({ ...stamp(index), ...body })));
