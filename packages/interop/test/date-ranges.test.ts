import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readMappedCsv } from "../src/mapped-csv.js";

const table = (...dates: readonly string[]) =>
  `Name,Status,Date\n${dates.map((date, index) => `Dig ${index},Todo,"${date}"`).join("\n")}\n`;
const spans = (text: string) =>
  orThrow(readMappedCsv(text)).plan.items?.map(({ constraints, dueDate }) => [constraints?.[0]?.at, dueDate]);

test("a cell that states from when to when is a start and a due date, beside cells of one date", () => {
  expect(spans(table("March 2, 2026 → March 5, 2026", "March 9, 2026", ""))).toEqual([
    ["2026-03-02", "2026-03-05"],
    [undefined, "2026-03-09"],
    [undefined, undefined],
  ]);
});

test("a day above 12 at either end tells the order of day and month", () => {
  expect(spans(table("02/03/2026 → 13/03/2026"))).toEqual([["2026-03-02", "2026-03-13"]]);
});

test("a column of dates without a span stays what its header does not say", () => {
  const { plan } = orThrow(readMappedCsv(table("March 9, 2026")));
  expect(plan.items?.[0]?.dueDate).toBeUndefined();
  expect(plan.items?.[0]?.customFields).toEqual({ Date: "March 9, 2026" });
});

test("an end that does not exist is said, and no part of a span is made up", () => {
  const mapping = { columns: { Name: "title", Date: "due" } } as const;
  const text = table("March 2, 2026 → March 35, 2026", "→ March 5, 2026");
  const { plan, report } = orThrow(readMappedCsv(text, { mapping }));
  expect(plan.items?.map(({ dueDate }) => dueDate)).toEqual([undefined, undefined]);
  expect(report.issues.map(({ code }) => code)).toEqual(["interop/any-impossible-date", "interop/any-unreadable-date"]);
});
