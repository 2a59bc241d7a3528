import { readFileSync, writeFileSync } from "node:fs";
import { fieldNames } from "@evenkeel/schema";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossOfJiraCsv } from "../src/jira-csv.js";
import { modelParts } from "../src/loss-table.js";
import { lossOfMermaid } from "../src/mermaid.js";
import { anyRichPlan, compareAgain, roundTripLaws, roundTrips, settledLaw } from "../src/testing.js";
import { lossOfXlsx } from "../src/xlsx.js";

const tables = [...roundTrips.map(({ loss }) => loss), lossOfXlsx, lossOfJiraCsv, lossOfMermaid].sort((a, b) =>
  a.format < b.format ? -1 : 1,
);

for (const trip of roundTrips)
  testLaws(trip.loss.format, [
    ...roundTripLaws(`a plan written as ${trip.loss.format}`, trip),
    ...(trip.loss.format === "xer" ? [settledLaw("a plan written as xer", trip)] : []),
  ]);

test("a table speaks of every part of the model, once", () => {
  const parts = modelParts();
  const own = new Set(parts.map((part) => part.split(".").slice(0, 2).join(".")));
  const plan = new Set(parts.filter((part) => !part.includes(".")));
  expect(new Set([...fieldNames()].filter((name) => plan.has(name.split(".")[0] ?? "")))).toEqual(
    new Set([...own].filter((part) => part.includes("."))),
  );
  expect(new Set(parts).size).toBe(parts.length);
});

for (const { loss, ...trip } of roundTrips) {
  describe(`the table of ${loss.format}`, () => {
    const isLossless = loss.rows.every(({ fate }) => fate === "kept");
    const plans = fc.sample(anyRichPlan, { numRuns: isLossless ? 1 : 60, seed: 20260501 });
    const found = plans.map((plan) => compareAgain({ loss, ...trip }, plan));
    const held = new Set(found.flatMap((each) => [...each.held]));
    const changed = new Set(found.flatMap((each) => [...each.changed]));

    test("says lost of nothing that always comes back", () => {
      const lost = loss.rows.filter(({ fate }) => fate === "lost").map(({ part }) => part);
      expect(lost.filter((part) => held.has(part) && !changed.has(part))).toEqual([]);
    });

    test.skipIf(isLossless)("says kept of nothing that generated plans never hold", () => {
      const kept = loss.rows.filter(({ fate }) => fate === "kept").map(({ part }) => part);
      expect(kept.filter((part) => !held.has(part))).toEqual([]);
    });

    test("says how wherever it says approximated", () => {
      for (const { fate, how } of loss.rows) expect((how ?? "") !== "").toBe(fate === "approximated");
    });
  });
}

test("the page of losses is the one that ships", () => {
  const file = new URL("../docs/losses.md", import.meta.url);
  const sections = tables.map(({ format, rows }) => {
    const list = (fate: string) =>
      rows
        .filter((row) => row.fate === fate)
        .map(({ part }) => `\`${part}\``)
        .join(", ");
    const whole = rows.every(({ fate }) => fate === "kept");
    if (whole) return `## ${format}\n\nKept: everything.\n`;
    const lines = rows.flatMap(({ part, how }) => (how === undefined ? [] : [`| \`${part}\` | ${how} |`]));
    const table = ["| part | comes back as |", "|---|---|", ...lines].join("\n");
    return `## ${format}\n\nKept: ${list("kept")}.\n\n${table}\n\nLost: ${list("lost")}.\n`;
  });
  const intro =
    "# What each writer keeps\n\nMade from the tables beside the writers (`lossOf…`). A part is a table for its rows, or a field of them.\n";
  const written = [intro, ...sections].join("\n");
  if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(file, written);
  expect(readFileSync(file, "utf8")).toBe(written);
});
