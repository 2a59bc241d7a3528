import { orThrow } from "@evenkeel/kernel";
import { type Review, en as reviewTexts, reviewWork } from "evenkeel";
import { describe, expect, test } from "vitest";
import { adaptSpec } from "../src/chart/adapt-spec.js";
import { shareBar } from "../src/chart/share-bar.js";
import { byDay, sinceFirstDay } from "../src/chart/state-rows.js";
import { en } from "../src/en.js";
import { renderReport } from "../src/index.js";
import { odds } from "../src/page/odds.js";
import { type Page, percent } from "../src/page/parts.js";
import { textsOf } from "../src/page/texts.js";
import { littlesLaw, timeSpent } from "../src/sections/flow.js";
import { forecastGrounds, forecastWords } from "../src/sections/forecast.js";
import { notes } from "../src/sections/notes.js";
import { outcomes } from "../src/sections/outcomes.js";
import { questions } from "../src/sections/questions.js";
import { promiseRecord } from "../src/sections/record.js";
import { boundaries } from "../src/sections/together.js";
import { hostileInput } from "./hostile.js";
import { refit } from "./refit.js";

const texts = textsOf({ ...reviewTexts, ...en });
const review = refit();
const pageOf = (change: Partial<Review>): Page => ({ texts, review: { ...review, ...change } });
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ");

type Lead = Review["lead"];
type Executive = Review["executive"];
const withLead = (lead: Partial<Lead>): Page => pageOf({ lead: { ...review.lead, ...lead } });
const withExecutive = (executive: Partial<Executive>, more: Partial<Review> = {}): Page =>
  pageOf({ executive: { ...review.executive, ...executive }, ...more });

describe("chances in words", () => {
  test.each([
    [0, "less than 1 in 20"],
    [0.049, "less than 1 in 20"],
    [0.05, "1 in 20"],
    [0.5, "1 in 2"],
    [0.51, "about 1 in 2"],
    [0.6, "6 in 10"],
    [0.85, "17 in 20"],
    [0.8754, "about 9 in 10"],
    [0.95, "19 in 20"],
    [0.9501, "more than 19 in 20"],
    [1, "more than 19 in 20"],
  ])("%f is %s", (chance, words) => expect(odds(texts, chance)).toBe(words));

  test("a share that is nearly nothing or nearly all is not rounded to it", () => {
    expect([0, 0.001, 0.5, 0.998, 1].map((share) => plain(percent(texts, share)))).toEqual([
      "0 %",
      "under 1 %",
      "50 %",
      "over 99 %",
      "100 %",
    ]);
  });
});

describe("the forecast", () => {
  const summary = review.lead.forecast;
  if (summary === undefined) throw new TypeError("the refit has a forecast");
  const past = (days: number, hits: number, n: number, low: number, high: number) => ({
    days,
    confidence: 0.85,
    hits,
    n,
    share: hits / n,
    low,
    high,
  });
  const told = (record: ReturnType<typeof past>[], done = summary.done): string =>
    plain(
      forecastWords(
        withLead({ forecast: { ...summary, done, forecast: { ...summary.forecast, firstDay: 20_000, record } } }),
      ).html,
    );
  const by = (day: string) => [{ confidence: 0.85, day }];

  test("answers in chances people can count, with the day in words", () => {
    expect(told([], by("2026-05-14"))).toContain("17 in 20 chances by Thu 14 May 2026.");
    expect(told([])).toContain("No forecast of this team has come due yet");
  });

  test("tells how forecasts as far ahead came true, and judges by what their number allows", () => {
    const near = past(7, 40, 40, 0.91, 1);
    // Day 20,027 is 28 days ahead of day 20,000, the first counted.
    const day = "2024-10-31";
    expect(told([near, past(28, 34, 41, 0.69, 0.92)], by(day))).toContain(
      "This team's 85 % forecasts, 28 days ahead, came true 83 % of 41 times. That is as often as was said",
    );
    expect(told([near, past(28, 20, 41, 0.34, 0.63)], by(day))).toContain("take a later date for a promise");
    expect(told([near, past(28, 4, 4, 0.5, 1)], by(day))).toContain("7 days ahead, came true 100 % of 40 times");
    expect(told([past(28, 3, 4, 0.3, 0.95)], by(day))).toContain("came true 3 of 4 times: too few to tell");
  });

  test("folds what it rests on, and says nothing where there is none", () => {
    const grounds = plain(forecastGrounds(pageOf({})).html);
    expect(grounds).toContain("How often the 85 % forecasts came true");
    expect(grounds).toContain("is chance from week to week");
    expect(grounds).toContain("records of software work from 2004 to 2026");
    const { forecast: _none, ...rest } = review.lead;
    expect(forecastGrounds(pageOf({ lead: rest })).html).toBe("");
    expect(forecastWords(pageOf({ lead: rest })).html).toContain("not enough finished work");
  });
});

describe("where time went", () => {
  test("parts lie side by side, fill the whole and name their shares; nothing is drawn for nothing", () => {
    const { html } = shareBar([
      { kind: "active", share: 0.25, words: "Work" },
      { kind: "waiting", share: 0, words: "Wait" },
      { kind: "blocked", share: 0.75, words: "Held" },
    ]);
    expect(
      [...html.matchAll(/x="([\d.]+)" width="([\d.]+)"/g)].map(([, x, width]) => [Number(x), Number(width)]),
    ).toEqual([
      [0, 25],
      [25, 75],
    ]);
    expect(html).not.toContain("Wait");
    const { time: _time, ...flow } = review.lead.flow;
    expect(timeSpent(withLead({ flow })).html).toBe("");
  });

  test("debt of old work is told with the conditions that do not hold", () => {
    const law = review.lead.flow.littlesLaw;
    if (law === undefined) throw new TypeError("the refit has work in progress");
    const told = (impliedDays: number): string =>
      plain(
        littlesLaw(
          withLead({
            flow: {
              ...review.lead.flow,
              littlesLaw: {
                ...law,
                averageDays: 8,
                impliedDays,
                broken: [{ code: "predictability/wip-changes", facts: { before: 3, after: 9 } }],
              },
            },
          }),
        ).html,
      );
    expect(told(12)).toContain("The 4 days between the two are old work that is still open");
    expect(told(12)).toContain("3 items were in progress at the start and 9 at the end");
    expect(told(6)).toContain("old work was brought to an end");
  });

  test("flow by state begins with what has left since the first day, and its table has a column a state", () => {
    const row = (day: string, place: number, state: string, items: number) => ({
      day,
      state,
      place,
      items,
      inState: items,
    });
    const rows = sinceFirstDay(
      [row("d1", 0, "day", 4), row("d1", 1, "left", 100), row("d2", 0, "day", 3), row("d2", 1, "left", 102)],
      texts,
    );
    expect(byDay(rows)).toEqual({
      states: ["day", "Done or dropped"],
      days: [
        ["d1", 4, 0],
        ["d2", 3, 2],
      ],
    });
  });

  test("no state's name becomes part of a specification", () => {
    const rows = [
      { state: "a' || 1", items: 1 },
      { state: "b", items: 2 },
    ];
    const order = rows.map(({ state }) => state);
    const { spec } = adaptSpec(
      rows,
      {
        mark: "area",
        encoding: {
          x: { field: "state", type: "ordinal", sort: order },
          color: { field: "state", type: "ordinal", sort: order, scale: { domain: order, scheme: { name: "blues" } } },
        },
      },
      texts,
    );
    expect(JSON.stringify(spec)).not.toContain("|| 1");
    expect(spec).toMatchObject({ encoding: { color: { sort: null, scale: { range: { length: 2 } } } } });
  });

  test("hostile names of states come out inert", async () => {
    const page = await renderReport(orThrow(reviewWork(hostileInput())));
    expect(page).toContain('id="chart-stateFlow"');
    expect(page).not.toContain("<script");
  });
});

describe("the record of promises", () => {
  const record = review.executive.record;
  if (record === undefined) throw new TypeError("the refit has promises");

  test("other kinds stand beside commitments, with said against done and late claims", async () => {
    const other = {
      ...record,
      kept: 2,
      late: 1,
      missed: 1,
      withdrawn: 0,
      open: 3,
      renegotiated: 1,
      keptShare: { hits: 2, n: 4, share: 0.5, low: 0.15, high: 0.85 },
      sayDo: [{ kind: "scope" as const, promises: 4, committed: 30, done: 21, share: 0.7, added: 5, removed: 2 }],
    };
    const page = withExecutive({
      record: { ...record, claimedInTime: 2 },
      otherRecords: [
        { basis: "iteration", record: other },
        { basis: "due date", record: { ...other, kept: 0, late: 0, missed: 0, withdrawn: 0 } },
      ],
    });
    const text = plain((await promiseRecord(page)).html);
    expect(text).toContain("Iteration 2 of 4 times 50 % 1 1 0 1 3");
    expect(text).not.toContain("Due date");
    expect(text).toContain("Of 30 items committed for 4 iterations 21 were done by the end: 70 %.");
    expect(text).toContain("2 were called done in time only after the date");
  });

  test("without enough promises for pictures, chances stand in a table and half of the slip in words", async () => {
    const { calibration: _calibration, slip: _slip, ...charts } = review.charts;
    const text = plain((await promiseRecord(pageOf({ charts }))).html);
    expect(text).toContain("Were the stated chances honest?");
    expect(text).toMatch(/Half of them were fulfilled \d+ days? (before|after) their date or sooner/);
    const { record: _record, ...none } = review.executive;
    expect(plain((await promiseRecord(pageOf({ charts, executive: none }))).html)).toContain(
      "No promise has come due yet",
    );
  });
});

describe("what effort came to", () => {
  test("outcomes carry their effort, and estimates are told with a sign of copying", () => {
    const share = (part: number) => ({ hits: 1, n: 2, share: part, low: 0, high: 1 });
    const page = withExecutive({
      rework: { items: 9, reworkedItems: 2, total: 100, rework: 25, share: 0.25 },
      estimates: {
        n: 40,
        leftOut: 0,
        ratio: { p50: 1.24, p85: 2.5, p95: 4 },
        within: share(0.3),
        withinDouble: share(0.7),
        exact: share(0.45),
        signals: {
          exactOfNear: share(1),
          wholeEstimates: share(1),
          wholeActuals: share(1),
          commonest: { value: 8, share: 0.4 },
        },
      },
    });
    const text = plain(outcomes(page).html);
    expect(text).toMatch(/Rooms earn more nights 39 % for [\d.]+ person-days/);
    expect(text).toContain("At most 25 % of it was done twice");
    expect(text).toContain(
      "half took at most 1.2 times what was estimated, 17 in 20 at most 2.5 times; 30 % stayed within",
    );
    expect(text).toContain("45 % took exactly what was estimated.");
  });
});

describe("questions", () => {
  test("each says what kind of answer is asked for, and within which bounds", () => {
    const field = (answers: Review["questions"][number]["answers"]) => ({
      id: "q",
      code: "clarity/ask-why",
      facts: { title: "Quiet" },
      about: [],
      answers,
      commands: [],
      clears: ["a"],
      reveals: [],
    });
    const many = Array.from({ length: 8 }, (_none, at) => ({ value: `v${at}` }));
    const text = plain(
      questions(
        pageOf({
          questions: [
            field([]),
            field([{ name: "why", kind: "text" }]),
            field([{ name: "by", kind: "date", after: "2026-05-01T08:00:00Z", notAfter: "2026-06-01" }]),
            field([{ name: "dueDate", kind: "date", notAfter: "2026-06-01" }]),
            field([{ name: "size", kind: "number", unit: "points", least: 0 }]),
            field([{ name: "asked", kind: "choices", options: many, most: 3 }]),
            field([{ name: "note", kind: "text", optional: true }]),
          ],
        }),
      ).html,
    );
    for (const words of [
      "A yes is enough; settles 1 finding",
      "why (in words)",
      "by when (a day after 2026-05-01, up to 2026-06-01)",
      "due date (a day up to 2026-06-01)",
      "size (a number of points, at least 0)",
      "who must be asked (at most 3 of: v0, v1, v2, v3, v4, v5, …)",
      "what changed (in words), if there is any",
    ])
      expect(text).toContain(words);
  });
});

describe("teams and notes", () => {
  test("few teams make a matrix, many a list of the pairs with most open links", () => {
    const pair = (from: number, to: number, open: number) => ({
      fromTeam: `g${from}`,
      toTeam: `t${to}`,
      dependencies: 5,
      open,
    });
    const told = (teams: Lead["teams"]): string => plain(boundaries(withLead({ boundaries: [], teams })).html);
    expect(told([pair(1, 1, 2), pair(2, 2, 5)])).toContain("From, to t1 t2 g1 2 of 5 – g2 – 5 of 5");
    const list = told(Array.from({ length: 9 }, (_none, at) => pair(0, at, at % 6)));
    expect(list).toContain("g0 t5 5 5");
    expect(list.indexOf("g0 t5 5 5")).toBeLessThan(list.indexOf("g0 t4 5 4"));
  });

  test("notes on reading are folded, faults are not", () => {
    const issue = (severity: "info" | "warning") => ({
      code: "evenkeel/assumed-utc",
      severity,
      path: [],
      subject: [],
      remedy: "evenkeel/assumed-utc",
      facts: { project: severity },
    });
    const { html } = notes(pageOf({ issues: [issue("info"), issue("warning")] as unknown as Review["issues"] }));
    expect(html.indexOf("&quot;warning&quot;")).toBeLessThan(html.indexOf("<details"));
    expect(html.indexOf("&quot;info&quot;")).toBeGreaterThan(html.indexOf("<details"));
    expect(plain(html)).toContain("What was assumed or noted on reading 1 note");
  });
});
