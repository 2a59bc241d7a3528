import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { itemCategories } from "@evenkeel/core";
import { detectFormat, type Import, readWork } from "@evenkeel/interop";
import { orThrow } from "@evenkeel/kernel";
import {
  type FlowItem,
  measureBlocked,
  measureCycleTime,
  measureThroughput,
  measureTimeInProgress,
  measureWorkItemAge,
} from "@evenkeel/predictability";
import { flowItemsFromHistory } from "@evenkeel/predictability/from-plan";
import { reviewWork } from "evenkeel";
import { describe, expect, test } from "vitest";
import { type Carried, type Spelling, spellings, timeInStatus } from "./neutral/formats.js";
import { created, endOf, items, now, type State, startOf, stateOf } from "./neutral/project.js";
import { staysOf } from "./neutral/words.js";

const millisPerDay = 86_400_000;
const window = { from: Date.UTC(2026, 2, 2) / millisPerDay, to: Date.UTC(2026, 2, 23) / millisPerDay };
const carries = (carried: Carried): boolean => typeof carried === "string";

async function read(spelling: Spelling): Promise<Import> {
  return orThrow(await readWork(spelling.text(), { format: spelling.format, zone: "UTC" }));
}

const titleOf = (found: Import): Map<string, string> =>
  new Map((found.plan.items ?? []).map(({ id, title }) => [id, title]));

/** Flow of what was read, by title; the ids are the tool's own. */
function flowOf(found: Import): FlowItem[] {
  const titles = titleOf(found);
  return flowItemsFromHistory(found.plan, found.history, { until: now })
    .map((item) => ({ ...item, id: titles.get(item.id) ?? "" }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const categories = {
  todo: "proposed",
  doing: "active",
  waiting: "waiting",
  done: "done",
  cancelled: "dropped",
} as const satisfies { [S in State]: string };

/** The flow of the project itself, reckoned from its description alone. */
const truth: readonly FlowItem[] = items
  .map((item): FlowItem => {
    const time = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));
    const [startedAt, finishedAt] = [time(startOf(item)), time(endOf(item, "done"))];
    const droppedAt = time(endOf(item, "cancelled"));
    return {
      id: item.title,
      createdAt: Date.parse(created),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(finishedAt === undefined ? {} : { finishedAt }),
      ...(droppedAt === undefined ? {} : { droppedAt }),
      visits: staysOf(item).map(({ state, from, to }) => ({
        state,
        category: categories[state],
        from: Date.parse(from),
        ...(to === undefined ? {} : { to: Date.parse(to) }),
      })),
      blocked: (item.blocked ?? []).map(([from, to]) => ({
        from: Date.parse(from),
        ...(to === undefined ? {} : { to: Date.parse(to) }),
      })),
    };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The project as a format without a word for cancelled work can tell it. */
const told = ({ dropped }: Spelling, rows: readonly FlowItem[]): FlowItem[] =>
  rows.filter(({ id }) => carries(dropped) || id !== "Hang the lamps");

const cycleDays = (rows: readonly FlowItem[]) =>
  orThrow(measureCycleTime(rows, window)).items.map(({ id, days }) => `${id}: ${days}`);
const cycleMillis = (rows: readonly FlowItem[]) =>
  orThrow(measureCycleTime(rows, window)).items.map(({ id, elapsedMillis }) => `${id}: ${elapsedMillis}`);
const ages = (rows: readonly FlowItem[]) =>
  orThrow(measureWorkItemAge(rows, now)).map(({ id, elapsedMillis }) => `${id}: ${elapsedMillis}`);
function perWeek(rows: readonly FlowItem[]): number[] {
  const { daily } = orThrow(measureThroughput(rows, window));
  return [0, 7, 14].map((first) => daily.slice(first, first + 7).reduce((sum, count) => sum + count, 0));
}
function timeSpent(rows: readonly FlowItem[]) {
  const bare = rows.map(({ blocked: _blocked, ...row }) => row);
  const { waitingMillis, activeMillis, pausedMillis } = orThrow(
    measureTimeInProgress(bare, { ...window, to: Math.floor(now / millisPerDay) }),
  );
  return { waitingMillis, activeMillis, pausedMillis };
}

/** What the project measures, so that the readers cannot agree on nothing. */
test("the project has what flow measures are made of", () => {
  expect(items.flatMap(({ after }) => after)).toHaveLength(14);
  expect(perWeek(truth)).toEqual([1, 3, 1]);
  expect(cycleDays(truth)).toHaveLength(5);
  expect(ages(truth)).toHaveLength(2);
  expect(timeSpent(truth).waitingMillis).toBe(72 * 3_600_000 + 18 * 3_600_000);
});

describe.each(spellings)("one project told in $name", (spelling) => {
  test("is recognised", () => {
    expect(orThrow(detectFormat(spelling.text())).format).toBe(spelling.format);
  });

  test("has the same items, each of the same person", async () => {
    const { plan } = await read(spelling);
    const people = new Map((plan.people ?? []).map(({ id, name }) => [id, name ?? id]));
    const titles = new Map((plan.items ?? []).map(({ id, title }) => [id, title]));
    expect([...titles.values()].sort()).toEqual(items.map(({ title }) => title).sort());
    const owners = (plan.assignments ?? []).map(
      ({ itemId, personId }) =>
        `${titles.get(itemId)}: ${(people.get(personId ?? "") ?? "").toLowerCase().replace(/@.*/, "")}`,
    );
    expect([...new Set(owners)].sort()).toEqual(
      items.map(({ title, owner }) => `${title}: ${owner.toLowerCase()}`).sort(),
    );
  });

  test("has one graph of dependencies", async () => {
    const found = await read(spelling);
    const titles = titleOf(found);
    const links = (found.plan.dependencies ?? []).map(
      ({ predecessorId, successorId, type }) => `${titles.get(predecessorId)} ${type} ${titles.get(successorId)}`,
    );
    const stated = items.flatMap(({ title, after }) => after.map((other) => `${items[other - 1]?.title} FS ${title}`));
    expect(links.sort()).toEqual(carries(spelling.links) ? stated.sort() : []);
  });

  test("has the same due days", async () => {
    const { plan } = await read(spelling);
    const days = (plan.items ?? []).flatMap(({ title, dueDate, deadline }) => {
      const due = dueDate ?? deadline;
      return due === undefined ? [] : [`${title}: ${due.slice(0, 10)}`];
    });
    const stated = items.flatMap(({ title, due }) => (due === undefined ? [] : [`${title}: ${due}`]));
    expect(days.sort()).toEqual(carries(spelling.due) ? stated.sort() : []);
  });

  test("has states of the same categories", async () => {
    const { plan } = await read(spelling);
    const found = itemCategories(plan);
    const means = (plan.items ?? []).map(({ id, title }) => `${title}: ${found.get(id)}`);
    const stated = items
      .filter(({ number }) => number !== 8 || carries(spelling.dropped))
      .map((item) => `${item.title}: ${categories[stateOf(item)]}`);
    expect(means).toEqual(expect.arrayContaining(stated));
  });

  test("has the same cycle times, or none", async () => {
    const rows = told(spelling, flowOf(await read(spelling)));
    const stated = told(spelling, truth);
    if (carries(spelling.starts) && spelling.ends === "instant") expect(cycleMillis(rows)).toEqual(cycleMillis(stated));
    else {
      const measured = measureCycleTime(rows, window);
      expect(measured.ok ? "a number" : measured.issues.map(({ code }) => code)).toEqual([
        "predictability/sample-too-small",
      ]);
    }
  });

  test("has the same ages, or none", async () => {
    const rows = told(spelling, flowOf(await read(spelling)));
    expect(ages(rows)).toEqual(carries(spelling.starts) ? ages(told(spelling, truth)) : []);
  });

  test("has the same throughput a week, or none", async () => {
    const rows = told(spelling, flowOf(await read(spelling)));
    expect(perWeek(rows)).toEqual(carries(spelling.ends) ? perWeek(told(spelling, truth)) : [0, 0, 0]);
  });

  test("has the same time waiting, or tells of no stays", async () => {
    const rows = told(spelling, flowOf(await read(spelling)));
    if (carries(spelling.stays)) expect(timeSpent(rows)).toEqual(timeSpent(told(spelling, truth)));
    else expect(timeSpent(rows).waitingMillis).toBe(0);
  });

  test("has a review that tells where the time went, or that nobody knows", async () => {
    const { plan, history } = await read(spelling);
    const { lead, unavailable } = orThrow(reviewWork({ plan, history, now: new Date(now).toISOString() }));
    const { time, efficiency } = lead.flow;
    expect(efficiency !== undefined).toBe(carries(spelling.stays));
    if (time === undefined || carries(spelling.stays)) return;
    expect([time.activeMillis, time.waitingMillis]).toEqual([0, 0]);
    expect(time.untoldMillis).toBe(time.itemMillis);
    expect(unavailable.map(({ code }) => code)).toContain("evenkeel/no-states-told");
  });

  test("has the same time blocked, or tells of none", async () => {
    const found = await read(spelling);
    const rows = told(spelling, flowOf(found));
    const spells = rows.flatMap(({ blocked }) => blocked ?? []);
    if (carries(spelling.blocked)) {
      const blocked = (list: readonly FlowItem[]) => orThrow(measureBlocked(list, window)).blockedMillis;
      expect(blocked(rows)).toBe(blocked(told(spelling, truth)));
    } else expect(spells).toEqual([]);
    const { lead, unavailable } = orThrow(
      reviewWork({ plan: found.plan, history: found.history, now: new Date(now).toISOString() }),
    );
    expect(lead.flow.blocked !== undefined).toBe(carries(spelling.blocked));
    expect(unavailable.some(({ code }) => code === "evenkeel/no-blocks-told")).toBe(
      !carries(spelling.blocked) && lead.flow.time !== undefined,
    );
  });
});

test("time in status that hides a return gives no cycle time rather than a shorter one", async () => {
  const found = orThrow(await readWork(timeInStatus(), { format: "clickup" }));
  const rows = flowOf(found);
  const { items: measured, withoutStart } = orThrow(measureCycleTime(rows, window));
  expect(withoutStart).toBe(3);
  expect(measured.map(({ id, elapsedMillis }) => `${id}: ${elapsedMillis}`)).toEqual(
    cycleMillis(truth.filter(({ id }) => id === "Survey the shore" || id === "Order the steel")),
  );
  expect(found.report.issues.filter(({ code }) => code === "interop/clickup-status-revisited")).toHaveLength(3);
});

test("what a format does not carry is said: no field of the coverage stands for it", async () => {
  const said: string[] = [];
  for (const spelling of spellings) {
    const { plan, history } = await read(spelling);
    const covers = (table: string, field: string) =>
      [...(plan.coverage ?? []), ...(history.coverage ?? [])].some(
        (each) => each.table === table && each.fields.includes(field),
      );
    if (!carries(spelling.starts) && covers("items", "startedAt")) said.push(`${spelling.name}: startedAt`);
    if (!carries(spelling.ends) && covers("items", "finishedAt")) said.push(`${spelling.name}: finishedAt`);
    if (!carries(spelling.links) && covers("dependencies", "predecessorId")) said.push(`${spelling.name}: links`);
    if (!carries(spelling.blocked) && covers("events", "blocked")) said.push(`${spelling.name}: blocked`);
  }
  expect(said).toEqual([]);
});

test("the page of what formats carry is made from the table of spellings", () => {
  const page = fileURLToPath(new URL("../../packages/interop/docs/neutral.md", import.meta.url));
  const cell = (carried: Carried, whole = "yes"): string =>
    typeof carried === "object" ? `no: ${carried.not}` : carried === "day" ? "the day" : whole;
  const rows = spellings.map(({ name, links, due, starts, ends, dropped, stays, blocked }) =>
    [
      name,
      carries(links) ? "yes" : cell(links),
      cell(due),
      ...[starts, ends, dropped, stays, blocked].map((each) => cell(each)),
    ]
      .map((text) => ` ${text} `)
      .join("|"),
  );
  const made = `# One project in every format

One project of our own, told as each tool would tell it, and read again: the items, people and categories of states are the same,
links and days where the format has them, and every flow measure is equal where the format carries what it is made of. Elsewhere it is
unavailable, never another number. Made and held by \`conformance/test/neutral.test.ts\`.

| format | links | due days | starts | ends | cancelled apart from done | stays in states | blocked |
|---|---|---|---|---|---|---|---|
${rows.map((row) => `|${row}|`).join("\n")}
`;
  if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(page, made);
  expect(readFileSync(page, "utf8")).toBe(made);
});
