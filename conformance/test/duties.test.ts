import { type Duty, openDuties } from "@evenkeel/completion";
import { anySettledWork, anyTangledWork, completionDefects } from "@evenkeel/completion/testing";
import { type WorkEvent, workContext } from "@evenkeel/core";
import type { DatedWork } from "@evenkeel/core/testing";
import { applyCommand, type Command } from "@evenkeel/edit";
import { formatInstant } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

/** What a person fills in where a duty asks. */
const answers: Readonly<Record<string, string | number>> = { note: "Both hinges, oak", result: "brass", value: 31 };
const keyOf = ({ kind, subject, whoId }: Duty): string =>
  JSON.stringify([kind, subject.table, subject.id, whoId ?? ""]);

/** Handoffs with nothing said yet, offered and returned; items given, asked about and answered. */
const withTalk = (work: DatedWork, picks: readonly number[]): DatedWork => {
  const stamp = formatInstant(work.now - 3_600_000);
  const pick = (at: number, size: number): number => (picks[at % picks.length] ?? 0) % size;
  const people = work.plan.people ?? [];
  const talk = (work.plan.assignments ?? []).flatMap(({ itemId, personId = "" }, at): WorkEvent[] => {
    const base = { at: stamp, subject: { table: "items" as const, id: itemId }, source: "exact" as const };
    const giver = people.find(({ id }) => id !== personId)?.id ?? "boss";
    if (pick(at, 3) === 0) return [{ ...base, id: `g${at}`, actor: giver, type: "assigned", assigneeId: personId }];
    if (pick(at, 3) === 1)
      return [
        { ...base, id: `q${at}`, actor: personId, type: "expectationQuestioned", by: personId, question: "Which?" },
      ];
    return [];
  });
  const dependencies = (work.plan.dependencies ?? []).map((row, at) => {
    const { state: _state, ...handoff } = row.handoff ?? { from: "ana", to: "ben", what: "keys" };
    const states = ["offered", "returned", "accepted", undefined] as const;
    const state = states[pick(at + 7, 4)];
    return { ...row, handoff: { ...handoff, ...(state === undefined ? {} : { state }) } };
  });
  return {
    ...work,
    plan: { ...work.plan, dependencies },
    history: { ...work.history, events: [...work.history.events, ...talk] },
  };
};

const anyWork: fc.Arbitrary<DatedWork> = fc
  .tuple(
    fc.oneof(anySettledWork, anyTangledWork),
    fc.constantFrom(...completionDefects),
    fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
  )
  .map(([work, { inject }, picks]) => withTalk(inject(work, picks[0] ?? 0)?.work ?? work, picks));

describe("carrying out the command of a duty", () => {
  test("removes that duty and no other; what may come is the next step of the same matter", () => {
    const runs = statedRuns(20_000);
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(anyWork, fc.nat(), (work, which) => {
        const before = openDuties(workContext(work));
        const duty = before[which % before.length];
        if (duty === undefined) return;
        const asked = Object.fromEntries((duty.ask ?? []).map((field) => [field, answers[field]]));
        const stamp = { id: "discharge", at: formatInstant(work.now), by: duty.whoId ?? "ana" };
        const edited = applyCommand(work.plan, { ...duty.command, ...asked, ...stamp } as unknown as Command);
        expect(edited.issues).toEqual([]);
        if (!edited.ok) return;
        const events = [...work.history.events, ...edited.value.events];
        const after = openDuties(
          workContext({ ...work, plan: edited.value.plan, history: { formatVersion: 1, events } }),
        );
        const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
        expect([...had].filter((key) => !has.has(key))).toEqual([keyOf(duty)]);
        const fresh = after.filter((each) => !had.has(keyOf(each)));
        for (const each of fresh) expect(each.subject).toEqual(duty.subject);
        kinds.set(duty.kind, (kinds.get(duty.kind) ?? 0) + 1);
      }),
      { numRuns: runs },
    );
    const all = [
      "acceptHandoff",
      "acceptResult",
      "acknowledge",
      "answer",
      "decide",
      "keepPromise",
      "offerHandoff",
      "renegotiate",
      "takeReading",
    ];
    // A hundredth of the runs need not meet each of them.
    if (runs < 20_000) expect(all).toEqual(expect.arrayContaining([...kinds.keys()]));
    else expect([...kinds.keys()].sort()).toEqual(all);
  });
});
