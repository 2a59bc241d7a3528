import { planAt, validateHistory, validatePlan, type WorkEvent, type WorkPlan } from "@evenkeel/core";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { applyCommand, applyCommands } from "./apply-command.js";
import { applyPatches } from "./apply-patches.js";
import { diffPlans } from "./diff-plans.js";
import { openEditor } from "./editor.js";
import { tellChanges } from "./tell-changes.js";
import { anyCommands } from "./testing/any-commands.js";
import { anyEditedPlan } from "./testing/any-plan.js";
import type { Law } from "./testing/law.js";
import type { Command } from "./types.js";

export { anyCommands } from "./testing/any-commands.js";
export { anyEditedPlan } from "./testing/any-plan.js";
export { anyHostileEdits, hostileLaws } from "./testing/hostile.js";
export type { Law } from "./testing/law.js";
export { anyTwoEdits, mergeLaws } from "./testing/merge-laws.js";

/** A plan and commands over it. */
export const anyEdits: fc.Arbitrary<{ readonly plan: WorkPlan; readonly commands: Command[] }> = anyEditedPlan.chain(
  (plan) => anyCommands(plan).map((commands) => ({ plan, commands })),
);

const isLast = (list: readonly { readonly at: string }[], index: number): boolean =>
  list[index + 1]?.at !== list[index]?.at;

/** Laws of edits. */
export function editLaws(): Law[] {
  return [
    {
      name: "undoing all steps gives the plan bit for bit, redoing them the edited one",
      statedRuns: 100_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        const editor = openEditor(plan);
        const before = canonicalJson(plan);
        for (const command of commands) editor.apply(command);
        const after = canonicalJson(editor.plan());
        const steps = editor.steps().undo;
        const turn = (which: "undo" | "redo"): boolean =>
          Array.from({ length: steps }, (_none, at) =>
            editor[which]({ id: `${which}${at}`, at: "2026-05-02T08:00:00Z" }),
          ).every(({ ok }) => ok);
        const isBack = turn("undo") && canonicalJson(editor.plan()) === before;
        return isBack && turn("redo") && canonicalJson(editor.plan()) === after && canonicalJson(plan) === before;
      }),
    },
    {
      name: "each command and its inverse are the identity, by patches alone",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) =>
        commands.every((command) => {
          const edited = applyCommand(plan, command);
          if (!edited.ok) return true;
          const undone = applyPatches(edited.value.plan, edited.value.inverse);
          const redone = undone.ok ? applyPatches(undone.value.plan, edited.value.patches) : undone;
          return (
            undone.ok &&
            redone.ok &&
            canonicalJson(undone.value.plan) === canonicalJson(plan) &&
            canonicalJson(redone.value.plan) === canonicalJson(edited.value.plan)
          );
        }),
      ),
    },
    {
      name: "a command that is taken leaves a valid plan, a command that is refused leaves the plan",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        const before = canonicalJson(plan);
        return commands.every((command) => {
          const edited = applyCommand(plan, command);
          return canonicalJson(plan) === before && (!edited.ok || validatePlan(edited.value.plan).ok);
        });
      }),
    },
    {
      name: "the editor says and does what applying commands to the plan does",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        const editor = openEditor(plan);
        let now = plan;
        return commands.every((command) => {
          const [pure, kept] = [applyCommand(now, command), editor.apply(command)];
          if (pure.ok) now = pure.value.plan;
          const [a, b] = [pure, kept].map((result) =>
            result.ok
              ? [result.value.patches, result.value.inverse, result.value.events]
              : result.issues.map(({ code, subject }) => [code, subject]),
          );
          return canonicalJson(a) === canonicalJson(b) && canonicalJson(now) === canonicalJson(editor.plan());
        });
      }),
    },
    {
      name: "a batch is all or none, and one step to undo",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        const [batch, editor] = [applyCommands(plan, commands), openEditor(plan)];
        const kept = editor.apply(...commands);
        const expected = batch.ok ? batch.value.plan : plan;
        if (kept.ok !== batch.ok || canonicalJson(editor.plan()) !== canonicalJson(expected)) return false;
        if (!kept.ok || commands.length === 0) return editor.steps().undo === 0;
        editor.undo({ id: "u", at: "2026-05-02T08:00:00Z" });
        return canonicalJson(editor.plan()) === canonicalJson(plan);
      }),
    },
    {
      name: "branches, of branches too, do what editors opened anew on their plans do, and leave one another alone",
      statedRuns: 10_000,
      property: fc.property(
        anyEdits,
        fc.array(fc.nat(), { minLength: 1, maxLength: 24 }),
        ({ plan, commands }, picks) => {
          const pairs = [{ forked: openEditor(plan), anew: openEditor(plan) }];
          for (const [step, pick] of picks.entries()) {
            const { forked, anew } = pairs[pick % pairs.length] ?? { forked: openEditor(plan), anew: openEditor(plan) };
            const command = commands[step % Math.max(commands.length, 1)];
            const stamp = { id: `s${step}`, at: "2026-05-02T08:00:00Z" };
            if (pick % 3 === 0 && pairs.length < 12)
              pairs.push({ forked: forked.branch(), anew: openEditor(anew.plan()) });
            else if (pick % 7 === 1)
              [forked, anew].map((editor) => (editor.steps().undo > 0 ? editor.undo(stamp) : editor));
            else if (command !== undefined) [forked, anew].map((editor) => editor.apply({ ...command, ...stamp }));
          }
          return pairs.every(({ forked, anew }) => canonicalJson(forked.plan()) === canonicalJson(anew.plan()));
        },
      ),
    },
    {
      name: "the history that edits write gives back the plan of every instant, and is valid",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        const editor = openEditor(plan);
        const events: WorkEvent[] = [];
        const stands: { readonly at: string; readonly plan: string }[] = [];
        const take = (at: string, change: ReturnType<typeof editor.undo>): void => {
          if (!change.ok) return;
          events.push(...change.value.events);
          stands.push({ at, plan: canonicalJson(editor.plan()) });
        };
        for (const command of commands) take(command.at, editor.apply(command));
        take("2026-05-02T08:00:00Z", editor.undo({ id: "u1", at: "2026-05-02T08:00:00Z" }));
        take("2026-05-02T08:01:00Z", editor.undo({ id: "u2", at: "2026-05-02T08:01:00Z" }));
        take("2026-05-02T08:02:00Z", editor.redo({ id: "r1", at: "2026-05-02T08:02:00Z" }));
        const history = { formatVersion: 1 as const, events };
        const isTold = stands.every(
          (stand, index) =>
            !isLast(stands, index) || canonicalJson(planAt(plan, history, Date.parse(stand.at))) === stand.plan,
        );
        return (
          isTold &&
          canonicalJson(planAt(plan, history)) === canonicalJson(editor.plan()) &&
          validateHistory(history, editor.plan()).ok
        );
      }),
    },
    {
      name: "what is told between two plans leads from one to the other",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        const editor = openEditor(plan);
        for (const command of commands) editor.apply(command);
        const after = editor.plan();
        const events = tellChanges(plan, after, { id: "told", at: "2026-05-02T08:00:00Z" });
        const replayed = planAt(plan, { formatVersion: 1, events });
        return diffPlans(replayed, after).patches.length === 0;
      }),
    },
    {
      name: "a plan replayed to an instant and then on is the plan replayed at once",
      statedRuns: 10_000,
      property: fc.property(anyEdits, fc.nat(9), ({ plan, commands }, second) => {
        const editor = openEditor(plan);
        const events = commands.flatMap((command) => {
          const change = editor.apply(command);
          return change.ok ? change.value.events : [];
        });
        const instant = Date.parse(`2026-05-01T08:00:0${second}Z`);
        const later = { formatVersion: 1 as const, events: events.filter(({ at }) => Date.parse(at) > instant) };
        const snapshot = planAt(plan, { formatVersion: 1, events }, instant);
        return canonicalJson(planAt(snapshot, later)) === canonicalJson(editor.plan());
      }),
    },
  ];
}
