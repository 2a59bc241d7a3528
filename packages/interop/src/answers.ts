import type { StateCategory } from "@evenkeel/core";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { DateOrder } from "./foreign-time.js";
import type { CsvMapping } from "./mapped/mapping.js";

/** What a person answered once to what a source does not say; given to its reader on each import. */
export interface SourceAnswers {
  /** Zone of times without one: an IANA name, `UTC` or an offset such as `+02:00`. */
  readonly zone?: string;
  readonly encoding?: string;
  /** Order of day and month in numeric dates. */
  readonly dateOrder?: DateOrder;
  /** What a state means, by its name or id; what counts as started and done follows from it. */
  readonly states?: { readonly [state: string]: StateCategory };
  /** What the columns of a table stand for. */
  readonly mapping?: CsvMapping;
}

const categories: readonly string[] = ["proposed", "waiting", "active", "done", "dropped"];
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isMapping = (value: unknown): boolean => isObject(value) && isObject(value["columns"]);

const rules: { readonly [field: string]: { readonly holds: (value: unknown) => boolean; readonly expected: string } } =
  {
    zone: { holds: isText, expected: "a time zone such as Europe/Berlin" },
    encoding: { holds: isText, expected: "the label of an encoding" },
    dateOrder: { holds: (value) => value === "dmy" || value === "mdy", expected: "dmy or mdy" },
    states: { holds: isObject, expected: "categories by state" },
    mapping: { holds: isMapping, expected: "a mapping with columns" },
  };

const wrong = (path: Issue["path"], value: unknown, expected: string): Issue =>
  issue("interop/answer-invalid", {
    path,
    facts: { found: (JSON.stringify(value) ?? "").slice(0, 60), expected },
  });

/**
 * Reads answers to assumptions from JSON of unknown shape.
 *
 * @param value - an object with `zone`, `encoding`, `dateOrder`, `states`, `mapping`, all optional
 * @returns the answers, or every fault with its path
 *
 * Issues: interop/answer-invalid, interop/answer-unknown.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parseAnswers({ states: { Parked: "asleep" } }).issues.map(({ path }) => path); // => [["states", "Parked"]]
 */
export function parseAnswers(value: unknown): Result<SourceAnswers> {
  if (!isObject(value)) return refuse([wrong([], value, "answers by field")]);
  const issues = Object.entries(value).flatMap(([field, answer]): readonly Issue[] => {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    if (rule === undefined)
      return [
        issue("interop/answer-unknown", { path: [field], facts: { found: field, expected: Object.keys(rules) } }),
      ];
    if (!rule.holds(answer)) return [wrong([field], answer, rule.expected)];
    return field !== "states"
      ? []
      : Object.entries(answer as object).flatMap(([state, category]) =>
          categories.includes(category as string)
            ? []
            : [wrong([field, state], category, `one of ${categories.join(", ")}`)],
        );
  });
  const [first, ...rest] = issues;
  return first === undefined ? ok(value as SourceAnswers) : refuse([first, ...rest]);
}
