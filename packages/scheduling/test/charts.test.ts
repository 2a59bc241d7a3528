import { orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { ganttLayout } from "../src/charts.js";
import { schedule } from "../src/index.js";

const made = orThrow(
  schedule({
    start: "2026-06-01T08:00",
    activities: [
      { id: "<script>", durationMinutes: 240 },
      { id: "b", durationMinutes: 240 },
      { id: "m", kind: "finishMilestone" },
    ],
    links: [
      { predecessor: "<script>", successor: "b" },
      { predecessor: "b", successor: "m" },
      { predecessor: "<script>", successor: "m" },
    ],
  }),
);

test("bars lie on one linear scale, driving links bend between the rows", () => {
  const layout = ganttLayout(deepFreeze(made), { width: 900, rowHeight: 20, barHeight: 10 });
  expect(layout.bars.map(({ x, y, width, isMilestone }) => [x, y, width, isMilestone])).toEqual([
    [0, 5, 400, false],
    [500, 25, 400, false],
    [900, 45, 0, true],
  ]);
  expect(layout.links.map(({ predecessor, successor, points }) => [predecessor, successor, points])).toEqual([
    ["<script>", "b", [400, 10, 400, 20, 500, 20, 500, 30]],
    ["b", "m", [900, 30, 900, 40, 900, 40, 900, 50]],
  ]);
  expect([layout.width, layout.height]).toEqual([900, 60]);
});

test("links given are drawn where both ends have dates, with their ends and whether they drive", () => {
  const links = [
    { predecessor: "<script>", successor: "m", type: "SF" as const },
    { predecessor: "<script>", successor: "b" },
    { predecessor: "b", successor: "gone" },
  ];
  const layout = ganttLayout(made, { width: 900, links });
  expect(layout.links.map(({ points, isDriving }) => [points[0], points[6], isDriving])).toEqual([
    [0, 900, false],
    [400, 500, true],
  ]);
});

test("an empty schedule is an empty picture", () => {
  const empty = orThrow(schedule({ start: "2026-06-01T08:00", activities: [] }));
  expect(ganttLayout(empty, { width: 10 })).toEqual({ width: 10, height: 0, bars: [], links: [] });
});
