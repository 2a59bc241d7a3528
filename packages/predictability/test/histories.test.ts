import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { orThrow } from "@evenkeel/kernel";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  type FlowItem,
  groupFlow,
  measureCycleTime,
  measureLittlesLaw,
  measureTimeInProgress,
  measureWip,
  measureWipByAge,
} from "../src/index.js";
import { wipIntegral } from "./oracle-forecast.js";

const day = 86_400_000;
const folder = sharedData("histories");
const files = folder === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith(".csv"));

/** Rows of a history: ids and ISO minutes without quotes. */
function readHistory(text: string): FlowItem[] {
  const [head = "", ...lines] = text.trim().split("\n");
  const columns = head.split(",");
  const at = (name: string): number => columns.indexOf(name);
  const millis = (cell: string | undefined): number | undefined => (cell ? Date.parse(`${cell}:00Z`) : undefined);
  return lines.map((line, row) => {
    const cells = line.split(",");
    const times = {
      createdAt: millis(cells[at("created")]),
      startedAt: millis(cells[at("started")]),
      finishedAt: millis(cells[at("done")]),
    };
    const known = Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined));
    return { id: `${row} ${cells[at("id")]}`, class: cells[at("type")] ?? "", ...known };
  });
}

describe.skipIf(files.length === 0)("flow is conserved in every real history", () => {
  test.each(files)("%s", (file) => {
    const items = readHistory(readFileSync(join(folder ?? "", file), "utf8"));
    const times = items.flatMap(({ startedAt, finishedAt }) =>
      [startedAt, finishedAt].filter((time) => time !== undefined),
    );
    const [first, last] = [Math.min(...times), Math.max(...times)].map((time) =>
      Math.floor((time as number) / day),
    ) as [number, number];
    const third = Math.ceil((last - first) / 3);
    for (const window of [
      { from: first, to: last + 1 },
      { from: first + third, to: first + 2 * third + 1 },
    ]) {
      const measured = measureWip(items, window);
      const wip = orThrow(measured);
      const left = new Set(measured.issues.map(({ subject }) => subject[0]));
      const used = items.filter(({ id }) => !left.has(id));
      expect(measured.issues.every(({ code }) => code === "predictability/finished-before-started")).toBe(true);
      expect(wip.itemMillis).toBe(wipIntegral(used, window.from * day, window.to * day));
      expect(orThrow(measureTimeInProgress(items, window)).untoldMillis).toBe(wip.itemMillis);
      const law = orThrow(measureLittlesLaw(items, window));
      expect(law.itemMillis).toBe(law.departedMillis - law.beforeMillis + law.openMillis);
      let before = law.wipBefore;
      const ages = orThrow(measureWipByAge(items, window)).days;
      wip.days.forEach((row, at) => {
        expect(before + row.arrivals - row.departures).toBe(row.wip);
        expect(ages[at]?.counts.reduce((sum, count) => sum + count, 0)).toBe(row.wip);
        before = row.wip;
      });
      const classes = orThrow(groupFlow(items, (item) => item.class)).map((group) =>
        orThrow(measureWip(group.items, window)),
      );
      expect(classes.reduce((sum, part) => sum + part.itemMillis, 0)).toBe(wip.itemMillis);
      const cycle = measureCycleTime(items, window);
      if (cycle.ok)
        expect(cycle.value.items.every(({ elapsedMillis, days }) => elapsedMillis >= 0 && days >= 1)).toBe(true);
    }
  });
});
