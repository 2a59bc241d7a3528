import { type Finding, runChecks } from "@evenkeel/checks";
import type { Law } from "@evenkeel/checks/testing";
import { validatePlan, workContext } from "@evenkeel/core";
import { anyClearWork, type DatedWork, dropped, workVariants } from "@evenkeel/core/testing";
import { assert, canonicalJson, orThrow } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { clarityChecks } from "../clarity-checks.js";
import { answer } from "../interview/answer.js";
import { interview } from "../interview/interview.js";
import type { Question } from "../interview/question.js";
import { carryOut } from "./carry-out.js";
import { clarityDefects } from "./defects.js";
import { sensibleAnswers } from "./sensible-answers.js";

const today = "2026-05-15";
const mostRounds = 8;

/** What no answer settles: what needs cutting, and wording. */
const unasked: readonly string[] = [
  "clarity/too-large",
  "clarity/too-entangled",
  "clarity/okr-shape",
  "clarity/text-smell",
  "clarity/why-smell",
];

const failuresOf = (work: DatedWork): Finding[] =>
  runChecks(clarityChecks, workContext(work), { today }).filter(({ outcome }) => outcome === "fail");
const questionsOf = (work: DatedWork): Question[] => interview(workContext(work), failuresOf(work));
const prints = (findings: readonly Finding[]): Set<string> => new Set(findings.map(({ fingerprint }) => fingerprint));

type Change = (work: DatedWork) => DatedWork | undefined;
const defectOf =
  (which: number, pick: number): Change =>
  (work) =>
    clarityDefects[which % clarityDefects.length]?.inject(work, pick)?.work;
const emptyingOf =
  (which: number): Change =>
  (work) => {
    const fields = workVariants.fields(work);
    return workVariants.empty(work, fields[which % fields.length] ?? "");
  };
const tables = ["outcomes", "assignments", "terms", "decisions"] as const;
const droppingOf =
  (which: number): Change =>
  (work) =>
    dropped(work, tables[which % tables.length] ?? "terms", () => true);

/** Up to eight defects; the same defect in many places; a field that no row has; a table that is not there. */
const anyChanges: fc.Arbitrary<readonly Change[]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(
      fc.tuple(fc.nat(), fc.nat()).map(([which, pick]) => defectOf(which, pick)),
      { maxLength: 8 },
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(), fc.array(fc.nat(), { maxLength: 8 }))
      .map(([which, picks]) => picks.map((pick) => defectOf(which, pick))),
  },
  { weight: 1, arbitrary: fc.array(fc.nat().map(emptyingOf), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.nat().map(droppingOf), { maxLength: 2 }) },
);

/** Work that was clear once. */
export const anyUnclearWork: fc.Arbitrary<DatedWork> = fc
  .tuple(anyClearWork, fc.array(anyChanges, { minLength: 1, maxLength: 3 }))
  .map(([clear, changes]) =>
    changes.flat().reduce((work, change) => {
      const made = change(work);
      return made === undefined || validatePlan(made.plan).issues.length > 0 ? work : made;
    }, clear),
  );

function answered(work: DatedWork, question: Question, pick: number, serial: string): DatedWork {
  // Through JSON and back: a question may have been stored or sent.
  const sent = JSON.parse(JSON.stringify(question)) as Question;
  return carryOut(work, orThrow(answer(sent, sensibleAnswers(sent, work, pick, serial))));
}

/** A goal that takes another part without becoming too much or too little. */
const hasRoom = ({ plan }: DatedWork): boolean => {
  const parts = new Map<string, number>();
  for (const { parentId } of plan.outcomes ?? [])
    if (parentId !== undefined) parts.set(parentId, (parts.get(parentId) ?? 0) + 1);
  return [...parts.values()].some((count) => count !== 5);
};

function clearedInRounds(start: DatedWork, pick: number): boolean {
  let work = start;
  for (let round = 0; round < mostRounds; round++) {
    const questions = questionsOf(work);
    if (questions.length === 0) break;
    for (const [at, question] of questions.entries()) work = answered(work, question, pick + at, `${round}x${at}`);
    const faults = validatePlan(work.plan).issues;
    assert(faults.length === 0, `answers made the plan invalid: ${JSON.stringify(faults)}`);
  }
  return failuresOf(work).every(
    ({ checkId }) => unasked.includes(checkId) || (checkId === "clarity/outcome-without-goal" && !hasRoom(work)),
  );
}

/** What an interview owes: silence over clear work, few and true questions, an end, and no dependence on the order of rows. */
export function interviewLaws(): Law[] {
  return [
    {
      name: "over clear work nothing is asked",
      statedRuns: 5_000,
      property: fc.property(anyClearWork, (work) => questionsOf(work).length === 0),
    },
    {
      name: "there are no more questions than failures, and each settles one that no question before it settles",
      statedRuns: 5_000,
      property: fc.property(anyUnclearWork, (work) => {
        const open = prints(failuresOf(work));
        const questions = questionsOf(work);
        if (questions.length > open.size || new Set(questions.map(({ id }) => id)).size < questions.length)
          return false;
        return questions.every(({ clears }) => {
          const isNew = clears.some((each) => open.has(each));
          for (const each of clears) open.delete(each);
          return isNew;
        });
      }),
    },
    {
      name: "an answer by itself settles what its question says, and what is new then was said to come to light",
      statedRuns: 5_000,
      property: fc.property(anyUnclearWork, fc.nat(), (work, pick) => {
        const before = prints(failuresOf(work));
        return questionsOf(work).every((question, at) => {
          const after = prints(failuresOf(answered(work, question, pick, `${at}`)));
          const isSettled = question.clears.every((each) => before.has(each) && !after.has(each));
          return isSettled && [...after].every((each) => before.has(each) || question.reveals.includes(each));
        });
      }),
    },
    {
      name: "when every question is answered, round after round, nothing is left that an answer can settle",
      statedRuns: 5_000,
      property: fc.property(anyUnclearWork, fc.nat(), clearedInRounds),
    },
    {
      name: "the order of rows and findings changes no question",
      statedRuns: 5_000,
      property: fc.property(anyUnclearWork, (work) => {
        const other = workVariants.permute(work);
        const permuted = interview(workContext(other), failuresOf(other).reverse());
        return canonicalJson(questionsOf(work)) === canonicalJson(permuted);
      }),
    },
  ];
}
