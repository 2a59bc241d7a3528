import { orThrow } from "@evenkeel/kernel";
import { parseRecords } from "@evenkeel/schema";
import { testLaws } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { detectFormat } from "../src/index.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { readerLaws } from "../src/testing.js";
import { sum } from "./accounted.js";
import { countCells } from "./walkers.js";

const list = [
  "Employee,Leave type,Start date,End date,Days,Status",
  "Ada,Annual leave,06/07/2026,10/07/2026,5,Approved",
  "Bo,Sick leave,02/03/2026,03/03/2026,2,Approved",
  "Ada,Unpaid leave,13/04/2026,,1,Approved",
  "Cy,Vacation,01/08/2026,09/08/2026,5,Rejected",
  "Cy,Volunteering,20/08/2026,20/08/2026,1,Approved",
  "Cy,Elternzeit,01/09/2026,30/09/2026,22,Approved",
  "",
].join("\r\n");

test("a list of leave gives the days people are away, and which kind of leave it was", () => {
  expect(orThrow(detectFormat(list))).toMatchObject({ format: "mapped-csv" });
  const { plan, records, report } = orThrow(readMappedCsv(list));
  expect(records.leave?.map(({ personId, from, to, kind }) => [personId, from, to, kind])).toEqual([
    ["Ada", "2026-07-06", "2026-07-10", "annual"],
    ["Bo", "2026-03-02", "2026-03-03", "sick"],
    ["Ada", "2026-04-13", "2026-04-13", "unpaid"],
    ["Cy", "2026-08-20", "2026-08-20", "other"],
    ["Cy", "2026-09-01", "2026-09-30", "parental"],
  ]);
  expect(records.leave?.[0]?.customFields).toEqual({ Days: "5" });
  expect(plan.people?.find(({ id }) => id === "Ada")?.away).toEqual([
    { from: "2026-07-06", to: "2026-07-10" },
    { from: "2026-04-13", to: "2026-04-13" },
  ]);
  expect(plan.items).toBeUndefined();
  expect(parseRecords(records).issues).toEqual([]);
  expect(report.counts).toMatchObject({ read: 6, imported: 5, rejected: 1 });
  expect(sum(report.fields)).toBe(countCells(list, ","));
});

test("spans of people without a column of kinds are work, and so is a table with titles", () => {
  for (const text of [
    "Task,Employee,Start date,End date\nDig,Ada,2026-03-02,2026-03-03\n",
    "Employee,Type,Start date,End date,Title\nAda,Bug,2026-03-02,2026-03-03,Dig\n",
  ]) {
    const { plan, records } = orThrow(readMappedCsv(text));
    expect(plan.items?.map(({ title }) => title)).toEqual(["Dig"]);
    expect(records.leave).toBeUndefined();
  }
});

testLaws("broken lists of leave", [...readerLaws("the table reader", readMappedCsv, [list])]);
