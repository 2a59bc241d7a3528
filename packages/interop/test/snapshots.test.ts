import { inspectHistory, validateHistory } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readMappedCsv } from "../src/mapped-csv.js";
import { inferHistory } from "../src/snapshots.js";
import { snapshotLaws } from "../src/testing/snapshot-laws.js";

testLaws("histories from snapshots", snapshotLaws());

const made = (day: string, ...rows: string[]) =>
  deepFreeze({
    at: `2026-05-${day}T08:00:00Z`,
    ...orThrow(readMappedCsv(`title,status,owner,due\n${rows.join("\n")}\n`)),
  });

describe("a table without ids, exported each week", () => {
  const first = made("01", "Dig,Open,Ada,2026-05-04", "Fill,Open,,2026-05-20");
  const second = made("08", "Survey,Open,,", "Dig,Doing,Bo,2026-05-11", "Fill,Open,,2026-05-20");
  const third = made("15", "Survey,Open,,", "Dig,Done,Bo,2026-05-11");
  const { plan, history } = orThrow(inferHistory([third, first, second]));
  const title = new Map([...(plan.items ?? []), ...(first.plan.items ?? [])].map(({ id, title: name }) => [id, name]));
  title.set(plan.items?.[0]?.id ?? "", "Survey").set(plan.items?.[1]?.id ?? "", "Dig");

  test("tells moves, people, dates, what came and what went, although every row changed its place", () => {
    const told = history.events
      .filter(({ subject }) => subject.table === "items")
      .map((event) => [event.at.slice(8, 10), event.type, title.get(event.subject.id) ?? "Fill"]);
    expect(told).toEqual([
      ["08", "created", "Survey"],
      ["08", "stateChanged", "Dig"],
      ["08", "assigned", "Dig"],
      ["08", "unassigned", "Dig"],
      ["08", "dateChanged", "Dig"],
      ["15", "removed", "Fill"],
      ["15", "stateChanged", "Dig"],
    ]);
  });

  test("says of each event when it happened at the earliest and the latest, and that it is inferred", () => {
    expect(history.events.every(({ source }) => source === "inferred")).toBe(true);
    expect(history.events[0]?.extensions?.["interval"]).toEqual({ notBefore: first.at, notAfter: second.at });
    expect(validateHistory(history, plan).issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(inspectHistory(history)).toBeDefined();
  });
});

test("a stamp of the export within the interval goes before what is inferred", () => {
  const at = (day: string, row: string) => ({
    at: `2026-05-${day}T08:00:00Z`,
    ...orThrow(readMappedCsv(`id,title,done\n${row}\n`)),
  });
  const { history } = orThrow(inferHistory([at("01", "1,Dig,"), at("08", "1,Dig,2026-05-06")]));
  expect(history.events.filter(({ type }) => type === "stateChanged").map(({ at: when }) => when)).toEqual([
    "2026-05-06",
  ]);
});
