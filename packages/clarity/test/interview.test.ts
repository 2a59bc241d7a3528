import { runChecks } from "@evenkeel/checks";
import { type WorkHistory, type WorkPlan, workContext } from "@evenkeel/core";
import { anyClearWork } from "@evenkeel/core/testing";
import { describe as inWords, orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, clarityChecks, en, interview, type Question } from "../src/index.js";
import { greedyCover } from "../src/interview/greedy-cover.js";
import { carryOut, interviewLaws, sensibleAnswers } from "../src/testing.js";

const now = Date.UTC(2026, 4, 15);
const today = "2026-05-15";
const empty: WorkHistory = { formatVersion: 1, events: [] };
const ask = (plan: WorkPlan, history = empty): Question[] => {
  const context = workContext(deepFreeze({ plan, history, now }));
  return interview(context, runChecks(clarityChecks, context, { today }));
};
const codes = (questions: readonly Question[]): string[] => questions.map(({ code }) => code);
const only = (questions: readonly Question[], code: string): Question => {
  const found = questions.filter((question) => question.code === code);
  expect(found).toHaveLength(1);
  return found[0] as Question;
};

const people = [
  { id: "ana", name: "Ana" },
  { id: "ben", name: "Ben" },
];
const outcomes = [
  {
    id: "quiet",
    title: "Guests sleep",
    why: "They come back",
    ownerId: "ana",
    measure: { metric: "guests who slept well", unit: "%", baseline: 60, target: 80, by: "2026-12-31" },
  },
];
const signed = [{ text: "The guest signs", observable: "approval" as const }];
const house = { id: "H", title: "Refit", kind: "task" as const };
const doors = { id: "D", title: "Doors", kind: "task" as const, parentId: "H", acceptanceCriteria: signed };
const walls = { ...doors, id: "W", title: "Walls" };

describe("interview", () => {
  test("asks once for a whole tree, and says in words whom and what", () => {
    const plan: WorkPlan = { formatVersion: 1, people, outcomes, items: [house, doors, walls] };
    const questions = ask(plan);
    expect(questions.map((question) => [inWords(question, en).message, question.to, question.clears.length])).toEqual([
      ['Which outcome does "Refit" serve?', undefined, 4],
      ["Who takes these 2: Doors, Walls?", undefined, 2],
      ['Which item works for "Guests sleep"?', "ana", 1],
    ]);
    expect(orThrow(answer(questions[0] as Question, { outcome: "quiet" }))).toEqual([
      { type: "change", table: "items", target: "H", set: { outcomeIds: ["quiet"] } },
    ]);
    expect(orThrow(answer(questions[1] as Question, { person: "ben" }))).toEqual([
      {
        type: "assign",
        assignment: "clarity/ask-owner|items|H/D/responsible",
        item: "D",
        person: "ben",
        role: "responsible",
      },
      {
        type: "assign",
        assignment: "clarity/ask-owner|items|H/W/responsible",
        item: "W",
        person: "ben",
        role: "responsible",
      },
    ]);
  });

  test("a plan without any outcome is asked for one in full, at once", () => {
    const plan: WorkPlan = { formatVersion: 1, items: [house, doors, walls] };
    const [question] = ask(plan);
    expect(question?.code).toBe("clarity/ask-new-outcome");
    const work = { plan, history: empty, now };
    const said = orThrow(answer(question as Question, sensibleAnswers(question as Question, work, 0, "1")));
    const next = carryOut(work, said);
    expect(ask(next.plan)).toEqual([]);
  });

  test("whoever owns is asked; else the owner above; else the owner of the outcome; else anyone", () => {
    const bare = { ...doors, acceptanceCriteria: [] };
    const ownedBy = (itemId: string, personId: string) => ({
      id: `${itemId}-${personId}`,
      itemId,
      personId,
      role: "responsible" as const,
    });
    const whom = (assignments: WorkPlan["assignments"], served: readonly string[]): string | undefined => {
      const plan = { formatVersion: 1, people, outcomes, items: [{ ...house, outcomeIds: served }, bare] } as const;
      return only(ask({ ...plan, ...(assignments === undefined ? {} : { assignments }) }), "clarity/ask-acceptance").to;
    };
    expect(whom([ownedBy("D", "ben"), ownedBy("H", "ana")], ["quiet"])).toBe("ben");
    expect(whom([ownedBy("H", "ben")], ["quiet"])).toBe("ben");
    expect(whom([], ["quiet"])).toBe("ana");
    expect(whom([], [])).toBeUndefined();
  });

  test("one talk with a person settles all that is theirs", () => {
    const states = [{ id: "doing", name: "Doing", category: "active" as const }];
    const items = ["A", "B", "C"].map((id) => ({
      ...doors,
      id,
      title: `Room ${id.toLowerCase()}`,
      parentId: "H",
      workflowId: "w",
      stateId: "doing",
      clarifiedAt: "2026-01-01T00:00:00Z",
    }));
    const assignments = items.map(({ id }) => ({
      id: `a${id}`,
      itemId: id,
      personId: "ben",
      role: "responsible" as const,
    }));
    const workflows = [{ id: "w", name: "Board", states }];
    const served = { ...house, outcomeIds: ["quiet"] };
    const questions = ask({ formatVersion: 1, people, outcomes, workflows, items: [served, ...items], assignments });
    const talk = only(questions, "clarity/ask-expectation-of-several");
    expect([talk.to, talk.clears.length, talk.facts["count"]]).toEqual(["ben", 3, 3]);
    expect(orThrow(answer(talk, { note: "as before" }))[0]).toEqual({
      type: "clarify",
      subject: { table: "items", id: "A" },
      note: "as before",
    });
    expect(orThrow(answer(talk, {}))[0]).toEqual({ type: "clarify", subject: { table: "items", id: "A" } });
  });

  test("of several who are accountable one stays; whoever is gone cannot be the one", () => {
    const both = ["ana", "ben"].map((personId) => ({
      id: personId[0] ?? "",
      itemId: "D",
      personId,
      role: "accountable" as const,
    }));
    const doer = { id: "r", itemId: "D", personId: "ana", role: "responsible" as const };
    const plan: WorkPlan = {
      formatVersion: 1,
      people,
      outcomes,
      items: [{ ...house, outcomeIds: ["quiet"] }, doors],
      assignments: [...both, doer],
    };
    expect(orThrow(answer(only(ask(plan), "clarity/ask-one-owner"), { accountable: "b" }))).toEqual([
      { type: "unassign", assignment: "a" },
    ]);
    const gone = {
      ...plan,
      people: [{ id: "ana", name: "Ana", active: false }, people[1] ?? { id: "ben", name: "Ben" }],
    };
    const question = only(ask(gone), "clarity/ask-one-owner");
    expect(answer(question, { accountable: "a" }).issues.map(({ code }) => code)).toEqual([
      "clarity/answer-not-offered",
    ]);
    expect(orThrow(answer(question, { accountable: "b" }))).toEqual([{ type: "unassign", assignment: "a" }]);
  });

  test("what may be one item is asked about first; the rest of it waits", () => {
    const twin = { ...doors, id: "D2", title: "doors!", acceptanceCriteria: [] };
    const plan: WorkPlan = { formatVersion: 1, outcomes, items: [{ ...house, outcomeIds: ["quiet"] }, doors, twin] };
    const questions = ask(plan);
    expect(codes(questions)).toEqual(["clarity/ask-duplicate"]);
    const [question] = questions as [Question];
    expect(orThrow(answer(question, { answer: "same" }))).toEqual([
      { type: "remove", table: "items", target: "D2", references: "clear" },
    ]);
    expect(answer(question, { answer: "different", title: "DOORS" }).issues[0]?.code).toBe(
      "clarity/answer-says-nothing",
    );
    const told = carryOut(
      { plan, history: empty, now },
      orThrow(answer(question, { answer: "different", title: "Windows" })),
    );
    expect(codes(ask(told.plan))).toEqual(["clarity/ask-acceptance"]);
  });

  test("rows whose ids are names of objects are asked about like others", () => {
    const items = ["__proto__", "constructor", "toString"].map((id) => ({
      id,
      title: `Room ${id}`,
      kind: "task" as const,
    }));
    const questions = ask({ formatVersion: 1, outcomes, items });
    expect(questions.filter(({ code }) => code === "clarity/ask-outcome").map(({ about }) => about[0]?.id)).toEqual([
      "__proto__",
      "constructor",
      "toString",
    ]);
  });

  test("waived failures, passes and findings of other checks ask nothing", () => {
    const context = workContext({ plan: { formatVersion: 1, items: [doors] }, now });
    const findings = runChecks(clarityChecks, context, { today });
    expect(
      interview(
        context,
        findings.map((finding) => ({ ...finding, waiver: "w" })),
      ),
    ).toEqual([]);
    expect(
      interview(
        context,
        findings.map((finding) => ({ ...finding, checkId: "demo/other" })),
      ),
    ).toEqual([]);
    expect(interview(context, [])).toEqual([]);
  });
});

describe("an answer", () => {
  const measure = { baseline: 60, direction: "increase" as const };
  const plan: WorkPlan = {
    formatVersion: 1,
    outcomes: [{ id: "quiet", title: "Guests sleep", why: "They come back", measure }],
    items: [{ ...doors, outcomeIds: ["quiet"] }],
  };
  const question = only(ask(plan), "clarity/ask-measure");
  const fits = { metric: "guests who slept well", unit: "%", target: 80, by: "2026-12-31" };

  test("fills the command", () => {
    expect(orThrow(answer(question, fits))).toEqual([
      { type: "change", table: "outcomes", target: "quiet", set: { measure: { ...measure, ...fits } } },
    ]);
  });

  test.each([
    [{ ...fits, target: undefined }, "clarity/answer-missing", "target"],
    [{ ...fits, target: "80" }, "clarity/answer-wrong-type", "target"],
    [{ ...fits, target: Number.NaN }, "clarity/answer-wrong-type", "target"],
    [{ ...fits, by: "soon" }, "clarity/answer-wrong-type", "by"],
    [{ ...fits, metric: " guests SLEEP. " }, "clarity/answer-says-nothing", "metric"],
    [{ ...fits, unit: "  " }, "clarity/answer-says-nothing", "unit"],
    [{ ...fits, target: 50 }, "clarity/answer-does-not-hold", "target"],
    [{ ...fits, target: 60 }, "clarity/answer-does-not-hold", "target"],
    [{ ...fits, metric: "tickets closed" }, "clarity/answer-does-not-hold", "metric"],
    [{ ...fits, colour: "red" }, "clarity/answer-unknown-field", "colour"],
    [
      JSON.parse('{"metric":"m","unit":"%","target":80,"by":"2026-12-31","__proto__":1}'),
      "clarity/answer-unknown-field",
      "__proto__",
    ],
  ] as const)("%j is refused: %s", (values, code, field) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    expect(answer(question, given as never).issues.map((found) => [found.code, found.path[0]])).toEqual([
      [code, field],
    ]);
  });

  test("all that does not fit is said at once", () => {
    expect(answer(question, {}).issues).toHaveLength(4);
  });

  test("an answer may look like a place for one; it stays what it is", () => {
    const open = only(ask({ ...plan, outcomes: [{ id: "quiet", title: "Guests sleep" }] }), "clarity/ask-why");
    expect(answer(open, { why: { ask: "why" } }).ok).toBe(false);
    expect(orThrow(answer(open, { why: '{"ask":"why"}' }))[0]).toMatchObject({ set: { why: '{"ask":"why"}' } });
  });

  test("every code has its text, in a sentence that is filled", () => {
    fc.assert(
      fc.property(anyClearWork, (work) => {
        const bare = {
          ...work.plan,
          assignments: [],
          outcomes: [],
          items: (work.plan.items ?? []).map(({ outcomeIds: _none, ...row }) => row),
        };
        for (const each of ask(bare as WorkPlan, work.history)) {
          expect(inWords(each, en).message).not.toMatch(/\?\?|\{|clarity\//);
          expect(en[each.code]?.remedy).toBeDefined();
        }
      }),
      { numRuns: 30 },
    );
  });
});

testLaws("laws of the interview", interviewLaws());

describe("the greedy cover", () => {
  /** The fewest covers, by trying all. */
  function fewest(covers: readonly (readonly string[])[], wanted: ReadonlySet<string>): number {
    let least = Number.POSITIVE_INFINITY;
    for (let mask = 0; mask < 2 ** covers.length; mask++) {
      const taken = covers.filter((_cover, at) => (mask >> at) % 2 === 1);
      const covered = new Set(taken.flat());
      if ([...wanted].every((each) => covered.has(each))) least = Math.min(least, taken.length);
    }
    return least;
  }
  const anyCovers = fc.array(fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 9,
  });

  test("covers all that can be covered, with at most H(n) times the fewest, and the same in any order", () => {
    fc.assert(
      fc.property(anyCovers, (sets) => {
        const covers = sets.map((set, at) => ({
          id: `c${at}`,
          rank: at % 2,
          units: set.map((each) => ({ clears: [each] })),
        }));
        const wanted = new Set(sets.flat());
        const chosen = greedyCover(covers, wanted);
        const largest = Math.max(...sets.map(({ length }) => length));
        const harmonic = Array.from({ length: largest }, (_none, at) => 1 / (at + 1)).reduce(
          (sum, part) => sum + part,
          0,
        );
        expect(new Set(chosen.flatMap(({ units }) => units.flatMap(({ clears }) => clears)))).toEqual(wanted);
        expect(chosen.length).toBeLessThanOrEqual(harmonic * fewest(sets, wanted) + 1e-9);
        expect(greedyCover([...covers].reverse(), [...wanted].reverse())).toEqual(chosen);
      }),
      { numRuns: 300 },
    );
  });

  test("is not always the fewest: three where two would do", () => {
    const covers = ["ab", "cdef", "ace", "bdf"].map((set, at) => ({
      id: `c${at}`,
      rank: 0,
      units: [...set].map((each) => ({ clears: [each] })),
    }));
    expect(greedyCover(covers, "abcdef")).toHaveLength(2);
    const worse = ["abcd", "abe", "cdf"].map((set) => ({
      id: set,
      rank: 0,
      units: [...set].map((each) => ({ clears: [each] })),
    }));
    expect(greedyCover(worse, "abcdef")).toHaveLength(3);
    expect(
      fewest(
        ["abcd", "abe", "cdf"].map((set) => [...set]),
        new Set("abcdef"),
      ),
    ).toBe(2);
  });
});
