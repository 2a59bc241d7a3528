import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";

/** How rows of two sources are known to be the same work or person. */
export type JoinRule =
  /** The same id in the same tool. */
  | { readonly by: "source" }
  /** An item's title names the key of the other, such as `PAY-12`. */
  | { readonly by: "keyInTitle" }
  /** A custom field of an item holds the key or id of the other. */
  | { readonly by: "customField"; readonly field: string }
  /** Items of equal title under parents of equal titles. */
  | { readonly by: "title" }
  /** People of one address. */
  | { readonly by: "email" }
  /** Rows of equal name. */
  | { readonly by: "name"; readonly table: "people" | "teams" | "resources" | "projects" | "containers" | "outcomes" }
  /** Said one by one; items by id or key, each with the name of its source. */
  | { readonly by: "pairs"; readonly pairs: readonly (readonly [SourceRow, SourceRow])[] };

/** A row of a source. */
export interface SourceRow {
  readonly source: string;
  readonly id: string;
}

/** What is joined, and who is believed. */
export interface MergeRules {
  /** In order: a row that one rule joined to another of a source is not joined to a second one of it. */
  readonly joins: readonly JoinRule[];
  /** Names of sources by field, the believed one first; `*` for all others. Absent = in the order of the sources. */
  readonly wins?: { readonly [field: string]: readonly string[] };
}

const kinds = ["source", "keyInTitle", "customField", "title", "email", "name", "pairs"];
const tables = ["people", "teams", "resources", "projects", "containers", "outcomes"];
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isRow = (value: unknown): boolean =>
  isFields(value) && typeof value["source"] === "string" && typeof value["id"] === "string";

function faultOf(rule: unknown): string | undefined {
  if (!isFields(rule) || !kinds.includes(String(rule["by"]))) return `by: ${kinds.join(", ")}`;
  if (rule["by"] === "customField" && typeof rule["field"] !== "string") return "field: the name of a custom field";
  if (rule["by"] === "name" && !tables.includes(String(rule["table"]))) return `table: ${tables.join(", ")}`;
  const pairs = rule["pairs"];
  const isList =
    Array.isArray(pairs) && pairs.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isRow));
  return rule["by"] === "pairs" && !isList ? "pairs of {source, id}" : undefined;
}

/**
 * Reads rules of a merge from JSON of unknown shape.
 *
 * @param value - `{joins: [...], wins?: {field: [source, ...]}}`
 * @returns the rules, or every fault with its path
 *
 * Issues: interop/merge-invalid-rule.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parseMergeRules({ joins: [{ by: "likeness" }] }).issues.map(({ path }) => path); // => [["joins", 0]]
 */
export function parseMergeRules(value: unknown): Result<MergeRules> {
  const wrong = (path: Issue["path"], expected: string): Issue =>
    issue("interop/merge-invalid-rule", { path, facts: { expected } });
  if (!isFields(value) || !Array.isArray(value["joins"])) return refuse([wrong([], "joins: a list of rules")]);
  const issues = (value["joins"] as readonly unknown[]).flatMap((rule, index) => {
    const expected = faultOf(rule);
    return expected === undefined ? [] : [wrong(["joins", index], expected)];
  });
  const wins = value["wins"] ?? {};
  const isOrder = (names: unknown): boolean => Array.isArray(names) && names.every((name) => typeof name === "string");
  if (!isFields(wins)) issues.push(wrong(["wins"], "names of sources by field"));
  else
    for (const [field, names] of Object.entries(wins))
      if (!isOrder(names)) issues.push(wrong(["wins", field], "names of sources, the believed one first"));
  const [first, ...rest] = issues;
  return first === undefined ? ok(value as unknown as MergeRules) : refuse([first, ...rest]);
}
