import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { foundText } from "../found-text.js";
import type { Instrument } from "./types.js";

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const flag = (value: unknown): boolean => value === undefined || value === true;

const wrong = (path: Issue["path"], found: unknown, expected: string): Issue =>
  issue("sustainability/survey-instrument", {
    path,
    facts: { field: String(path.at(-1) ?? ""), found: foundText(found), expected },
  });

function itemIssues(row: unknown, path: Issue["path"]): Issue[] {
  if (!isRow(row)) return [wrong(path, row, "an item")];
  const { id, least, most, reversed } = row;
  return [
    ...(isText(id) ? [] : [wrong([...path, "id"], id, "a text that is not empty")]),
    ...(isNumber(least) ? [] : [wrong([...path, "least"], least, "a number")]),
    ...(isNumber(most) && !(isNumber(least) && most <= least)
      ? []
      : [wrong([...path, "most"], most, "a number above least")]),
    ...(flag(reversed) ? [] : [wrong([...path, "reversed"], reversed, "true, or nothing")]),
  ];
}

function idsIssues(value: unknown, known: ReadonlySet<unknown>, path: Issue["path"]): Issue[] {
  const fair = Array.isArray(value) && value.length > 0 && value.every((id) => known.has(id));
  return fair && new Set(value).size === value.length ? [] : [wrong(path, value, "ids of items, each once")];
}

/** What a rule asks of its scale besides the items. */
const ruleIssues: Readonly<Record<string, (row: Row, known: ReadonlySet<unknown>, path: Issue["path"]) => Issue[]>> = {
  mean: ({ answeredShare: share }, _known, path) =>
    share === undefined || (isNumber(share) && share >= 0 && share <= 1)
      ? []
      : [wrong([...path, "answeredShare"], share, "a number from 0 to 1")],
  sum: () => [],
  ratio: ({ against }, known, path) => idsIssues(against, known, [...path, "against"]),
  weighted: ({ items, weights, weightTotal }, known, path) => [
    ...idsIssues(weights, known, [...path, "weights"]),
    ...(Array.isArray(items) && Array.isArray(weights) && items.length !== weights.length
      ? [wrong([...path, "weights"], weights, "a weight for each item")]
      : []),
    ...(isNumber(weightTotal) && weightTotal > 0
      ? []
      : [wrong([...path, "weightTotal"], weightTotal, "a number above 0")]),
  ],
};

function scaleIssues(row: unknown, known: ReadonlySet<unknown>, path: Issue["path"]): Issue[] {
  if (!isRow(row)) return [wrong(path, row, "a scale")];
  const { id, rule, items, unverified } = row;
  const ofRule = typeof rule === "string" && Object.hasOwn(ruleIssues, rule) ? ruleIssues[rule] : undefined;
  return [
    ...(isText(id) ? [] : [wrong([...path, "id"], id, "a text that is not empty")]),
    ...idsIssues(items, known, [...path, "items"]),
    ...(flag(unverified) ? [] : [wrong([...path, "unverified"], unverified, "true, or nothing")]),
    ...(ofRule?.(row, known, path) ?? [wrong([...path, "rule"], rule, Object.keys(ruleIssues).join(", "))]),
  ];
}

function repeated(rows: readonly unknown[], table: string): Issue[] {
  const seen = new Set<unknown>();
  return rows.flatMap((row, at) => {
    const id = isRow(row) ? row["id"] : undefined;
    const again = id !== undefined && seen.has(id);
    seen.add(id);
    return again ? [wrong([table, at, "id"], id, "an id that is not there yet")] : [];
  });
}

/**
 * Reads a survey instrument from JSON; every fault is told at once and nothing is repaired.
 *
 * @param data - parsed JSON of an `Instrument`
 * @returns the same data, known to be an instrument
 *
 * Issues: sustainability/survey-instrument.
 * Time O(items x scales), space O(items).
 * Source: own.
 *
 * @example
 * const tired = { formatVersion: 1, id: "pulse", title: "Pulse", version: "1", citation: [], items: [{ id: "a", least: 1, most: 1 }], scales: [] };
 * parseInstrument(tired).issues.map(({ path, facts }) => [path.join("."), facts.expected]); // => [["items.0.most", "a number above least"]]
 */
export function parseInstrument(data: unknown): Result<Instrument> {
  if (!isRow(data)) return refuse([wrong([], data, "an instrument")]);
  const lists = (["citation", "items", "scales"] as const).filter((field) => !Array.isArray(data[field]));
  const items: readonly unknown[] = Array.isArray(data["items"]) ? data["items"] : [];
  const scales: readonly unknown[] = Array.isArray(data["scales"]) ? data["scales"] : [];
  const known = new Set(items.map((row) => (isRow(row) ? row["id"] : undefined)));
  const [first, ...rest] = [
    ...(data["formatVersion"] === 1 ? [] : [wrong(["formatVersion"], data["formatVersion"], "1")]),
    ...["id", "title", "version"].flatMap((field) =>
      isText(data[field]) ? [] : [wrong([field], data[field], "a text that is not empty")],
    ),
    ...lists.map((field) => wrong([field], data[field], "a list")),
    ...items.flatMap((row, at) => itemIssues(row, ["items", at])),
    ...repeated(items, "items"),
    ...scales.flatMap((row, at) => scaleIssues(row, known, ["scales", at])),
    ...repeated(scales, "scales"),
  ];
  return first === undefined ? ok(data as unknown as Instrument) : refuse([first, ...rest]);
}
