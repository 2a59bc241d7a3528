import { type Issue, issue } from "@evenkeel/kernel";
import { foundText } from "../found-text.js";

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === "string");

/** Fields of the rows of each table: texts there must be, texts there may be, lists of texts there may be. */
const tables = {
  shiftTypes: { texts: ["id"], optional: [], lists: ["skills"] },
  people: { texts: ["id"], optional: ["contract"], lists: ["skills"] },
  assignments: { texts: ["personId", "day", "shiftId"], optional: [], lists: [] },
  cover: { texts: ["shiftId"], optional: ["day"], lists: [] },
  requests: { texts: ["personId", "day"], optional: ["shiftId"], lists: [] },
} as const;
const maybeAbsent = new Set(["cover", "requests"]);

const wrong = (path: Issue["path"], found: unknown, expected: string): Issue =>
  issue("sustainability/rota-value", { path, facts: { found: foundText(found), expected } });

/** What keeps data from being a rota at all, before ids and days are looked at. */
export function shapeIssues(data: unknown): Issue[] {
  if (!isRow(data)) return [wrong([], data, "a rota")];
  const head = ["id", "firstDay"].flatMap((field) =>
    isText(data[field]) ? [] : [wrong([field], data[field], "a text")],
  );
  const rows = Object.entries(tables).flatMap(([table, { texts, optional, lists }]) => {
    const value = data[table];
    if (value === undefined && maybeAbsent.has(table)) return [];
    if (!Array.isArray(value)) return [wrong([table], value, "a list")];
    return value.flatMap((row: unknown, at) => {
      if (!isRow(row)) return [wrong([table, at], row, "a row")];
      const absent = (field: string) => row[field] === undefined;
      return [
        ...texts.filter((field) => !isText(row[field])).map((field) => wrong([table, at, field], row[field], "a text")),
        ...optional
          .filter((field) => !absent(field) && !isText(row[field]))
          .map((field) => wrong([table, at, field], row[field], "a text, or nothing")),
        ...lists
          .filter((field) => !absent(field) && !isTexts(row[field]))
          .map((field) => wrong([table, at, field], row[field], "a list of texts, or nothing")),
      ];
    });
  });
  return [...head, ...rows];
}
