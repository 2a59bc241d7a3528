import { type Commitment, type Decision, type OutcomeNode, onTimeLine, type WorkContext } from "@evenkeel/core";
import { isMeasured } from "../outcome-facts.js";
import { isOpenPromise, promiseTitle } from "../promise-facts.js";
import type { Duty } from "./duty.js";

/** Every open promise is one duty: to keep it, or, once its day has passed or is doubted, to agree anew. */
export function dutyOfPromise({ plan, now }: WorkContext, row: Commitment, atRisk: ReadonlySet<string>): Duty[] {
  const due = onTimeLine(row.due, true);
  if (!isOpenPromise(row) || due === undefined) return [];
  const isLate = due < now;
  const renegotiate = isLate || atRisk.has(row.id);
  const commands = {
    met: { type: "resolve", commitment: row.id, state: "met" },
    withdraw: { type: "withdraw", commitment: row.id },
    renegotiate: { type: "renegotiate", commitment: row.id },
  };
  return [
    {
      kind: renegotiate ? "renegotiate" : "keepPromise",
      subject: { table: "commitments", id: row.id },
      ...(row.byId === undefined ? {} : { whoId: row.byId }),
      due,
      isLate,
      code: isLate
        ? "completion/duty-promise-late"
        : renegotiate
          ? "completion/duty-renegotiate"
          : "completion/duty-keep-promise",
      facts: { what: promiseTitle(plan, row), due: row.due },
      command: commands.met,
      otherwise: [commands.renegotiate, commands.withdraw],
    },
  ];
}

/** An open question is its decider's duty. */
export function dutyOfDecision(
  { now }: WorkContext,
  { id, question, deciderId, by, result, blocks }: Decision,
): Duty[] {
  if (result !== undefined) return [];
  const due = (by === undefined ? undefined : onTimeLine(by, true)) ?? now;
  return [
    {
      kind: "decide",
      subject: { table: "decisions", id },
      ...(deciderId === undefined ? {} : { whoId: deciderId }),
      due,
      isLate: due < now,
      code: "completion/duty-decide",
      facts: { question, blocked: blocks?.length ?? 0 },
      command: { type: "decide", decision: id },
      ask: ["result"],
    },
  ];
}

/** An outcome with a measure and no reading is one duty of its owner. */
export function dutyOfOutcome(context: WorkContext, outcome: OutcomeNode): Duty[] {
  const { row, children } = outcome;
  if (row.measure === undefined || children.length > 0 || isMeasured(context, outcome)) return [];
  const due = (row.measure.by === undefined ? undefined : onTimeLine(row.measure.by, true)) ?? context.now;
  return [
    {
      kind: "takeReading",
      subject: { table: "outcomes", id: row.id },
      ...(row.ownerId === undefined ? {} : { whoId: row.ownerId }),
      due,
      isLate: due < context.now,
      code: "completion/duty-take-reading",
      facts: { title: row.title, metric: row.measure.metric ?? "" },
      command: { type: "read", outcome: row.id },
      ask: ["value"],
    },
  ];
}
