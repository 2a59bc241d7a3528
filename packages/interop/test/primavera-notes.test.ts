import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readPmxml } from "../src/pmxml.js";
import { readXer, writeXer } from "../src/xer.js";
import { sum } from "./accounted.js";
import { countXer, countXml } from "./walkers.js";
import { pmxmlNotes, xerNotes } from "./wider-samples.js";

test("notes of XER are bodies of their items; of several each stands under its topic", () => {
  const { plan, report } = orThrow(readXer(xerNotes));
  expect(plan.items?.map(({ title, body }) => [title, body])).toEqual([
    ["Basin", { text: "<p><b>Scope</b></p>\n<p>North</p>\n<p><b>Risks</b></p>\nTide", markup: "html" }],
    ["Dig", { text: "By hand\nonly", markup: "plain" }],
    ["Fill", undefined],
  ]);
  expect(report.coverage).toContainEqual({ tool: "xer", table: "items", fields: ["body"] });
  expect(sum(report.fields)).toBe(countXer(xerNotes));
  expect(orThrow(readXer(writeXer(plan))).plan.items?.map(({ body }) => body)).toEqual(
    plan.items?.map(({ body }) => body),
  );
});

test("notes of Primavera's XML, within their activity or beside it", () => {
  const { plan, report } = orThrow(readPmxml(pmxmlNotes));
  expect(plan.items?.map(({ title, body }) => [title, body])).toEqual([
    ["Basin", { text: "North", markup: "plain" }],
    ["Dig", { text: "Scope\nBy hand\n\nRisks\nTide", markup: "plain" }],
    ["Fill", { text: "<p>Tide &amp; wind</p>", markup: "html" }],
  ]);
  expect(sum(report.fields)).toBe(countXml(pmxmlNotes));
});

test("without what has no place in the model there are none, and nothing is said to carry them", () => {
  const { plan, report } = orThrow(readXer(xerNotes, { keepUnmapped: false }));
  expect(plan.items?.every(({ body }) => body === undefined)).toBe(true);
  expect(report.coverage).not.toContainEqual({ tool: "xer", table: "items", fields: ["body"] });
});
