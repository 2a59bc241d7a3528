import type { Finding } from "@evenkeel/checks";
import type { WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { greedyCover } from "./greedy-cover.js";
import { type Inquiry, type Proposal, questionOf } from "./proposal.js";
import { decisionQuestions, handoffQuestions, receiverQuestions } from "./proposals/agreements.js";
import {
  acceptanceQuestions,
  dateQuestions,
  duplicateQuestions,
  observableQuestions,
  readyQuestions,
  reasonQuestions,
  sizeQuestions,
} from "./proposals/items.js";
import { goalQuestions, measureQuestions, servingQuestions } from "./proposals/outcomes.js";
import { outcomeQuestions, whyQuestions } from "./proposals/outcomes-of-items.js";
import {
  consultedQuestions,
  doerQuestions,
  modelQuestions,
  ownerQuestions,
  successorQuestions,
} from "./proposals/owners.js";
import { acknowledgeQuestions, talkQuestions } from "./proposals/talks.js";
import { clashQuestions, termQuestions } from "./proposals/terms.js";
import type { Question } from "./question.js";

const proposing: readonly ((inquiry: Inquiry) => Proposal[])[] = [
  outcomeQuestions,
  whyQuestions,
  ownerQuestions,
  doerQuestions,
  modelQuestions,
  successorQuestions,
  consultedQuestions,
  acknowledgeQuestions,
  talkQuestions,
  reasonQuestions,
  acceptanceQuestions,
  observableQuestions,
  sizeQuestions,
  readyQuestions,
  dateQuestions,
  duplicateQuestions,
  termQuestions,
  clashQuestions,
  measureQuestions,
  goalQuestions,
  servingQuestions,
  handoffQuestions,
  receiverQuestions,
  decisionQuestions,
];

type ByCheck = ReadonlyMap<string, ReadonlyMap<string, Finding>>;

function failuresOf(findings: readonly Finding[]): Map<string, Map<string, Finding>> {
  const failed = findings
    .filter(({ outcome, waiver }) => outcome === "fail" && waiver === undefined)
    .sort((a, b) => compareText(a.fingerprint, b.fingerprint));
  const byCheck = new Map<string, Map<string, Finding>>();
  for (const finding of failed) {
    const rows = byCheck.get(finding.checkId) ?? new Map<string, Finding>();
    byCheck.set(finding.checkId, rows.set(finding.subject.id, finding));
  }
  return byCheck;
}

/** Takes out what is better asked in the next round: about an item that may go away, about a handoff or role that is not agreed yet. */
function defer({ plan }: WorkContext, byCheck: Map<string, Map<string, Finding>>): void {
  const twins = byCheck.get("clarity/duplicate-item") ?? new Map<string, Finding>();
  for (const id of twins.keys()) {
    const item = plan.items.get(id);
    const links = [...(item?.incoming ?? []), ...(item?.outgoing ?? [])].map((link) => link.id);
    for (const [checkId, rows] of byCheck) {
      if (checkId === "clarity/duplicate-item") continue;
      for (const each of [id, ...links]) {
        const table = rows.get(each)?.subject.table;
        if (table === "items" || table === "dependencies") rows.delete(each);
      }
    }
  }
  for (const id of byCheck.get("clarity/not-one-accountable")?.keys() ?? [])
    byCheck.get("clarity/owner-unavailable")?.delete(id);
}

function inquiryOf(context: WorkContext, byCheck: ByCheck): Inquiry {
  const none: ReadonlyMap<string, Finding> = new Map();
  const failing: Inquiry["failing"] = (checkId) => byCheck.get(checkId) ?? none;
  const settled: Inquiry["settled"] = (id, ...checkIds) =>
    checkIds.flatMap((checkId) => failing(checkId).get(id)?.fingerprint ?? []);
  return { ...context, failing, settled };
}

/**
 * The fewest questions, and to whom, so that the work becomes clear: what each asks for, and the edit commands its answer makes.
 *
 * Questions that settle several failures come first and stand for several: an outcome for a whole tree, an owner for the parts of one whole, one talk a person.
 * Greedy: at most 1 + ln n times as many as the fewest possible, n = most failures one question settles. One round: an answer may let one see
 * what could not be judged before (`reveals`), and what hangs on an open answer waits; ask again with new findings until none is left.
 * No question is made for what needs cutting rather than an answer: clarity/too-large, clarity/too-entangled, clarity/okr-shape; for wording, clarity/text-smell and clarity/why-smell;
 * and where the plan has nothing to offer: no goal with room, no item, a definition of ready that names a field no short answer fills.
 *
 * @param context - the work, from `workContext`
 * @param findings - of `clarityChecks` on that context, in any order; those of other checks, without failure or waived are passed over
 * @returns questions, those that settle most first; then by kind and id
 *
 * Issues: none.
 * Time O(findings x depth of items + options), space O(questions and their options).
 * Source: Chvatal (1979), "A greedy heuristic for the set-covering problem"; questions own.
 *
 * @example
 * import { runChecks } from "@evenkeel/checks";
 * import { workContext } from "@evenkeel/core";
 * const items = [{ id: "A", title: "Refit", kind: "task" }, { id: "B", title: "Doors", kind: "task", parentId: "A" }, { id: "C", title: "Walls", kind: "task", parentId: "A" }] as const;
 * const context = workContext({ plan: { formatVersion: 1, items, outcomes: [{ id: "quiet", title: "Guests sleep", why: "They come back" }] }, now: 0 });
 * const [first] = interview(context, runChecks(clarityChecks, context, { today: "2026-05-01" }));
 * [describe(first!, en).message, first!.clears.length]; // => ['Which outcome does "Refit" serve?', 4]
 */
export function interview(context: WorkContext, findings: readonly Finding[]): Question[] {
  const byCheck = failuresOf(findings);
  defer(context, byCheck);
  const inquiry = inquiryOf(context, byCheck);
  const wanted = [...byCheck.values()].flatMap((rows) => [...rows.values()].map(({ fingerprint }) => fingerprint));
  return greedyCover(
    proposing.flatMap((propose) => propose(inquiry)),
    wanted,
  ).map(questionOf);
}
