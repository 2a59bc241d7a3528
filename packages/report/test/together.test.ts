import { knownChecks, en as reviewTexts } from "evenkeel";
import { describe, expect, test } from "vitest";
import { en } from "../src/en.js";
import type { Page } from "../src/page/parts.js";
import { textsOf } from "../src/page/texts.js";
import { contributor } from "../src/sections/contributor.js";
import { questions } from "../src/sections/questions.js";
import { boundaries, logic, stuck } from "../src/sections/together.js";
import { refit } from "./refit.js";

const texts = textsOf({ ...reviewTexts, ...en });
const review = refit();
const pageOf = (lead: object, more: object = {}): Page => ({
  texts,
  review: {
    ...review,
    names: { people: { ana: "Ana Ruiz", ben: "Ben Okafor", crew: "The crew" }, items: {} },
    ...more,
    lead: { ...review.lead, ...lead },
  },
});
const plain = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("what is stuck", () => {
  test("is told with since when and why, and what to free first with whose it is", () => {
    const page = pageOf({
      stuck: [
        { itemId: "A", title: "Doors", why: "blocked", since: Date.UTC(2026, 4, 5, 8), reason: "no <b>wood</b>" },
        { itemId: "B", title: "Walls", why: "silent" },
      ],
      unblock: [
        {
          kind: "item",
          subject: { table: "items", id: "A" },
          title: "Doors",
          personId: "ana",
          frees: ["A", "C"],
          behind: 2,
        },
        { kind: "decision", subject: { table: "decisions", id: "q" }, title: "Which paint?", frees: ["D"], behind: 1 },
        { kind: "item", subject: { table: "items", id: "E" }, title: "Nothing behind it", frees: [], behind: 1 },
      ],
    });
    const text = plain(stuck(page).html);
    expect(text).toContain("Doors Blocked 2026-05-05 no &lt;b&gt;wood&lt;/b&gt;");
    expect(text).toContain("Walls Silent – –");
    expect(text).toContain("Unblock Doors Ana Ruiz 2");
    expect(text).toContain("Decide: Which paint? Nobody named 1");
    expect(text).not.toContain("Nothing behind it");
    expect(plain(stuck(pageOf({ stuck: [], unblock: [] })).html)).toContain("Everything that was begun moves.");
  });
});

describe("between people and teams", () => {
  const none = { handoffs: 1, agreed: 0, offered: 0, accepted: 0, returned: 0, bounces: 0 };

  test("names stand for ids, the longest wait comes first, and nothing is drawn for nothing", () => {
    const pairs = [
      { ...none, from: "ana", to: "ben", accepted: 1 },
      { ...none, from: "ben", to: "crew", offered: 1, bounces: 2, meanWaitDays: 3.25 },
    ];
    const text = plain(
      boundaries(pageOf({ boundaries: pairs, teams: [{ fromTeam: "crew", toTeam: "t2", dependencies: 4, open: 3 }] }))
        .html,
    );
    expect(text.indexOf("Ben Okafor The crew 1 1 0 2 3.3 days")).toBeGreaterThan(0);
    expect(text.indexOf("Ben Okafor The crew")).toBeLessThan(text.indexOf("Ana Ruiz Ben Okafor"));
    expect(text).toContain("From, to t2 The crew 3 of 4");
    expect(boundaries(pageOf({ boundaries: [], teams: [] })).html).toBe("");
  });

  test("at most ten are shown, and the rest is counted", () => {
    const pairs = Array.from({ length: 13 }, (_none, at) => ({ ...none, from: `p${at}`, to: "ben" }));
    expect(plain(boundaries(pageOf({ boundaries: pairs, teams: [] })).html)).toContain("3 more");
  });
});

describe("the logic of the schedule", () => {
  test("says how many points are missed, each with its limit; nothing without a schedule", () => {
    const points = [
      { point: 1, name: "logic", count: 2, of: 4, share: 0.5, threshold: 0.05, comparator: "atMost", holds: false },
      {
        point: 4,
        name: "relationshipTypes",
        count: 9,
        of: 9,
        share: 1,
        threshold: 0.9,
        comparator: "atLeast",
        holds: true,
      },
    ];
    const text = plain(logic(pageOf({ logic: points })).html);
    expect(text).toContain("1 of 2 points of the assessment are missed.");
    expect(text).toContain("Without predecessor or successor 2 of 4 50 % at most 5 % Missed");
    expect(text).toContain("Links from finish to start 9 of 9 100 % at least 90 % Holds");
    expect(logic(pageOf({ logic: [] })).html).toBe("");
  });
});

describe("duties and questions", () => {
  test("a duty says who owes it by when, and late in words", () => {
    const duty = {
      kind: "keepPromise",
      subject: { table: "commitments", id: "c" },
      due: Date.UTC(2026, 4, 9),
      isLate: true,
      code: "completion/duty-keep-promise",
      facts: { what: "Doors", due: "2026-05-08" },
      command: { type: "resolve" },
    };
    const page = pageOf(
      {},
      {
        contributor: {
          next: [],
          duties: [
            { ...duty, whoId: "ben" },
            { ...duty, isLate: false },
          ],
        },
      },
    );
    const text = plain(contributor(page).html);
    expect(text).toContain("&quot;Doors&quot; is promised for 2026-05-08. Late Ben Okafor, by 2026-05-08");
    expect(text).toContain("Nobody named, by 2026-05-08");
  });

  test("a question says to whom it goes and how much it settles", () => {
    const question = {
      id: "q",
      code: "clarity/ask-why",
      facts: { title: "Quiet" },
      about: [],
      answers: [],
      commands: [],
      clears: ["a", "b"],
      reveals: [],
    };
    const text = plain(questions(pageOf({}, { questions: [{ ...question, to: "ana" }, question] })).html);
    expect(text).toContain("Ana Ruiz : ");
    expect(text).toContain("Anyone who knows");
    expect(text).toContain("settles 2 findings");
    const answers = Array.from({ length: 12 }, (_, at) => ({ name: `part${at}`, kind: "text" as const }));
    const long = plain(questions(pageOf({}, { questions: [{ ...question, answers }] })).html);
    for (const { name } of answers) expect(long).toContain(`${name} (in words)`);
    expect(plain(questions(pageOf({}, { questions: [] })).html)).toContain("Nothing has to be asked.");
  });

  test("every check of a review has a name in words", () => {
    expect(knownChecks.filter(({ id }) => !Object.hasOwn(en, `report/check-${id}`)).map(({ id }) => id)).toEqual([]);
  });
});
