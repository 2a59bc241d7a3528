import type { Viewer } from "@evenkeel/checks";
import { workInProgress } from "@evenkeel/completion";
import { handoffStanding } from "@evenkeel/coordination";
import { type WorkHistory, type WorkPlan, workContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import type { Names } from "./names.js";
import type { DecisionWaiting, Waiting } from "./types.js";

/** Decisions that wait, the ones that hold most work first. */
export function decisionsWaiting(plan: WorkPlan, names: Names): DecisionWaiting[] {
  return (plan.decisions ?? [])
    .filter(({ result }) => result === undefined)
    .map(({ id, question, deciderId, by, blocks }) => ({
      decisionId: id,
      question,
      ...(deciderId === undefined ? {} : { decider: names.people.get(deciderId) ?? deciderId }),
      ...(by === undefined ? {} : { by }),
      blocks: blocks ?? [],
    }))
    .sort((a, b) => b.blocks.length - a.blocks.length || (a.decisionId < b.decisionId ? -1 : 1));
}

/** What waits for someone's answer: offered handoffs, pending decisions, blocked items; for one viewer, what waits for them. */
export function waitingFor(
  plan: WorkPlan,
  history: WorkHistory | undefined,
  now: number,
  names: Names,
  viewer?: Viewer,
): Waiting[] {
  const context = workContext({ plan, now, ...(history === undefined ? {} : { history }) });
  const handoffs = (plan.dependencies ?? []).flatMap(({ id, handoff, predecessorId }): Waiting[] => {
    if (handoff === undefined || handoffStanding(context, id)?.state !== "offered") return [];
    const what = handoff.what ?? names.items.get(predecessorId) ?? predecessorId;
    return [
      {
        code: "evenkeel/waits-handoff",
        facts: { what, to: names.people.get(handoff.to ?? "") ?? "" },
        subject: { table: "dependencies", id },
        ...(handoff.to === undefined ? {} : { personId: handoff.to }),
      },
    ];
  });
  const decisions = (plan.decisions ?? []).flatMap(({ id, question, deciderId, result, blocks }): Waiting[] =>
    result !== undefined
      ? []
      : [
          {
            code: "evenkeel/waits-decision",
            facts: { question, who: names.people.get(deciderId ?? "") ?? "", blocked: (blocks ?? []).length },
            subject: { table: "decisions", id },
            ...(deciderId === undefined ? {} : { personId: deciderId }),
          },
        ],
  );
  const owner = new Map(
    (plan.assignments ?? [])
      .filter(({ personId }) => personId !== undefined)
      .map(({ itemId, personId }) => [itemId, personId]),
  );
  const blocked = workInProgress({ plan, now, ...(history === undefined ? {} : { history }) }).flatMap(
    ({ item, blocked: since }): Waiting[] => {
      if (since === undefined) return [];
      const personId = owner.get(item.id);
      return [
        {
          code: "evenkeel/waits-unblocking",
          facts: { title: item.title, reason: item.blockedReason ?? "" },
          subject: { table: "items", id: item.id },
          ...(personId === undefined ? {} : { personId }),
        },
      ];
    },
  );
  const all = [...handoffs, ...decisions, ...blocked].sort(
    (a, b) => compareText(a.code, b.code) || compareText(a.subject.id, b.subject.id),
  );
  return viewer?.personId === undefined ? all : all.filter(({ personId }) => personId === viewer.personId);
}
