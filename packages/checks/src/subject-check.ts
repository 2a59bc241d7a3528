import type { Check, SubjectRule, Verdict } from "./types.js";

/** A check without its way of judging; version 1.0.0, plan facts and no values unless it says otherwise. */
export type CheckCard<Input> = Pick<Check<Input>, "id" | "kind" | "citation" | "needs"> &
  Partial<Omit<Check<Input>, "evaluate" | "each">>;

/**
 * A check that judges row by row; after an edit only the rows near the change are judged again.
 *
 * @param card - id, citation, needs and the rest
 * @param rule - rows, judgement, and which rows a change may concern
 * @returns the check, with `evaluate` made from the rule
 *
 * Issues: none.
 * Time of `evaluate` O(rows x judgement), space O(rows).
 * Source: own.
 *
 * @example
 * const card = { id: "demo/short", version: "1", kind: "heuristic", citation: [], needs: [], dataClass: "planFact", params: {} } as const;
 * const short = subjectCheck<readonly string[]>(card, { table: "words", subjects: (words) => words, judge: (_words, word) => (word.length < 3 ? { outcome: "fail" } : "pass"), near: (_words, { id }) => [id] });
 * short.evaluate(["go", "slow"], {}).map(({ outcome }) => outcome); // => ["fail", "pass"]
 */
export function subjectCheck<Input>(card: CheckCard<Input>, rule: SubjectRule<Input>): Check<Input> {
  return {
    version: "1.0.0",
    dataClass: "planFact",
    params: {},
    ...card,
    each: rule,
    evaluate: (input, params) => {
      const verdicts: Verdict[] = [];
      for (const id of rule.subjects(input)) {
        const judged = rule.judge(input, id, params);
        const subject = { table: rule.table, id };
        if (judged === "pass") verdicts.push({ outcome: "pass", subject });
        else if (judged !== undefined) verdicts.push({ ...judged, subject });
      }
      return verdicts;
    },
  };
}
