import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { foundText } from "../found-text.js";
import type { RotaRules } from "./types.js";

type Row = Readonly<Record<string, unknown>>;

/** A test of one field and what it expects, said in words. */
interface Expectation {
  readonly holds: (value: unknown) => boolean;
  readonly expected: string;
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const isWeekday = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7;

const text: Expectation = {
  holds: (value) => typeof value === "string" && value !== "",
  expected: "a text that is not empty",
};
const count: Expectation = { holds: isCount, expected: "a whole number, at least 0" };
const weight: Expectation = {
  holds: (value) => typeof value === "number" && Number.isFinite(value) && value >= 0,
  expected: "a number, at least 0",
};
const list: Expectation = { holds: Array.isArray, expected: "a list" };
const weekend: Expectation = {
  holds: (value) =>
    Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= 6 &&
    value.every(isWeekday) &&
    value.every((day, at) => at === 0 || day === (value[at - 1] % 7) + 1),
  expected: "2 to 6 successive days of the week, 1 = Monday",
};
const entryFields: Readonly<Record<string, (value: unknown) => boolean>> = {
  shiftId: text.holds,
  free: (value) => value === true,
  weekday: isWeekday,
};
const entries: Expectation = {
  holds: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (entry) =>
        isRow(entry) &&
        !(entry["shiftId"] !== undefined && entry["free"] !== undefined) &&
        Object.keys(entry).every((key) => Object.hasOwn(entryFields, key) && entryFields[key]?.(entry[key]) === true),
    ),
  expected: "days with at most a shift or free, and a day of the week",
};

/** Fields of each kind beside those of all rules; `limits`: at least one of least and most. */
const kinds: Readonly<Record<string, { readonly fields: Readonly<Record<string, Expectation>>; limits?: true }>> = {
  cover: { fields: {} },
  skills: { fields: {} },
  requests: { fields: {} },
  shiftsPerDay: { fields: { most: count } },
  assignments: { fields: {}, limits: true },
  consecutiveWorkingDays: { fields: {}, limits: true },
  consecutiveFreeDays: { fields: {}, limits: true },
  consecutiveWorkingWeekends: { fields: { weekend }, limits: true },
  workingWeekendsInFourWeeks: { fields: { weekend, most: count } },
  completeWeekends: { fields: { weekend } },
  identicalWeekends: { fields: { weekend } },
  pattern: { fields: { entries } },
};
const always = { id: text, kind: text, weight };
const sometimes: Readonly<Record<string, Expectation>> = {
  contract: text,
  hard: { holds: (value) => typeof value === "boolean", expected: "true or false" },
};

const wrong = (path: Issue["path"], rule: string, found: unknown, expected: string): Issue =>
  issue("sustainability/rota-rule", {
    path,
    subject: [rule],
    facts: { rule, field: String(path.at(-1) ?? ""), found: foundText(found), expected },
  });

function fieldIssues(
  row: Row,
  needed: Readonly<Record<string, Expectation>>,
  path: Issue["path"],
  id: string,
): Issue[] {
  return Object.entries(needed).flatMap(([field, { holds, expected }]) =>
    holds(row[field]) ? [] : [wrong([...path, field], id, row[field], expected)],
  );
}

function ruleIssues(row: unknown, path: Issue["path"]): Issue[] {
  if (!isRow(row)) return [wrong(path, "", row, "a rule")];
  const id = typeof row["id"] === "string" ? row["id"] : "";
  const kind = typeof row["kind"] === "string" && Object.hasOwn(kinds, row["kind"]) ? kinds[row["kind"]] : undefined;
  if (kind === undefined) return [wrong([...path, "kind"], id, row["kind"], Object.keys(kinds).join(", "))];
  const given = (fields: Readonly<Record<string, Expectation>>) =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => row[field] !== undefined));
  const limits = kind.limits === true ? { least: count, most: count } : {};
  const known = { ...always, ...sometimes, ...limits, ...kind.fields };
  const [least, most] = [row["least"], row["most"]];
  const crossed = isCount(least) && isCount(most) && Number(least) > Number(most);
  const limitless = kind.limits === true && least === undefined && most === undefined;
  return [
    ...fieldIssues(row, { ...always, ...given(sometimes), ...given(limits), ...kind.fields }, path, id),
    ...(limitless ? [wrong([...path, "most"], id, undefined, "least or most")] : []),
    ...(crossed ? [wrong([...path, "least"], id, least, "at most as much as most")] : []),
    ...Object.keys(row).flatMap((field) =>
      Object.hasOwn(known, field) ? [] : [wrong([...path, field], id, row[field], "no such field")],
    ),
  ];
}

/**
 * Reads a pack of rota rules from JSON; every fault is told at once and nothing is repaired.
 *
 * @param data - parsed JSON of a `RotaRules`
 * @returns the same data, known to be rules
 *
 * Issues: sustainability/rota-rule, sustainability/rota-duplicate.
 * Time O(rules), space the same.
 * Source: own.
 *
 * @example
 * const rules = [{ id: "runs", kind: "consecutiveWorkingDays", weight: 1 }];
 * const read = parseRotaRules({ formatVersion: 1, id: "ward", title: "Ward", version: "1", citation: [], rules });
 * read.issues.map(({ path, facts }) => [path.join("."), facts.expected]); // => [["rules.0.most", "least or most"]]
 */
export function parseRotaRules(data: unknown): Result<RotaRules> {
  if (!isRow(data)) return refuse([wrong([], "", data, "a pack of rules")]);
  const one: Expectation = { holds: (value) => value === 1, expected: "1" };
  const head = { formatVersion: one, id: text, title: text, version: text, citation: list, rules: list };
  const rules: readonly unknown[] = Array.isArray(data["rules"]) ? data["rules"] : [];
  const seen = new Set<unknown>();
  const repeated = rules.flatMap((rule, at) => {
    const id = isRow(rule) ? rule["id"] : undefined;
    if (typeof id !== "string" || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      issue("sustainability/rota-duplicate", { path: ["rules", at], subject: [id], facts: { table: "rules", id } }),
    ];
  });
  const [first, ...rest] = [
    ...fieldIssues(data, head, [], typeof data["id"] === "string" ? data["id"] : ""),
    ...rules.flatMap((rule, at) => ruleIssues(rule, ["rules", at])),
    ...repeated,
  ];
  return first === undefined ? ok(data as unknown as RotaRules) : refuse([first, ...rest]);
}
