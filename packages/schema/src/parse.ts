import {
  formatVersion,
  validateHistory,
  validatePlan,
  type WorkHistory,
  type WorkPlan,
  type WorkRecords,
} from "@evenkeel/core";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type * as z from "zod/mini";
import { workHistorySchema } from "./history-schema.js";
import { migrate } from "./migrate.js";
import { workPlanSchema } from "./plan-schema.js";
import { workRecordsSchema } from "./records-schema.js";
import { tolerate, type UnknownField } from "./tolerate.js";

function issueOf(found: z.core.$ZodIssue): Issue[] {
  const path = found.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (found.code === "unrecognized_keys") {
    return found.keys.map((key) => issue("schema/unknown-field", { path: [...path, key], facts: { field: key } }));
  }
  if (found.code === "invalid_union" && found.errors.length > 0) {
    const nearest = [...found.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    if (nearest.length > 0)
      return nearest.flatMap((inner) => issueOf({ ...inner, path: [...found.path, ...inner.path] }));
  }
  const expected =
    "expected" in found ? String(found.expected) : "values" in found ? found.values.map(String).join(", ") : found.code;
  return [
    issue("schema/wrong-type", { path, facts: { expected: "pattern" in found ? String(found.pattern) : expected } }),
  ];
}

/** How a document is read. */
export interface ParseOptions {
  /**
   * strict (default): a field no schema knows is refused by name. tolerant: it is kept under `extensions` of its row and
   * named by an issue; everything else is as strict.
   */
  readonly mode?: "strict" | "tolerant";
}

function unknownFields(found: z.core.$ZodIssue): UnknownField[] {
  if (found.code !== "unrecognized_keys") return [];
  const path = found.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  return found.keys.map((field) => ({ path, field }));
}

function shaped<T>(schema: z.ZodMiniType<T>, value: unknown, { mode = "strict" }: ParseOptions): Result<T> {
  const migrated = migrate(value, formatVersion);
  if (!migrated.ok) return migrated;
  const parsed = schema.safeParse(migrated.value, { jitless: true });
  if (parsed.success) return ok(migrated.value as T);
  const unknown = mode === "strict" ? [] : parsed.error.issues.flatMap(unknownFields);
  if (unknown.length > 0) {
    const { value: moved, kept, refused } = tolerate(migrated.value, unknown);
    const again = schema.safeParse(moved, { jitless: true });
    const [first, ...rest] = [...refused, ...(again.success ? [] : again.error.issues.flatMap(issueOf))];
    return first === undefined ? ok(moved as T, kept) : refuse([first, ...rest]);
  }
  const [first, ...rest] = parsed.error.issues.flatMap(issueOf);
  return refuse([first ?? issue("schema/wrong-type", { facts: { expected: "document" } }), ...rest]);
}

/** The shape's issues before those of the invariants. */
function judged<T>(shape: Result<T>, validate: (value: T) => Result<T>): Result<T> {
  if (!shape.ok) return shape;
  const valid = validate(shape.value);
  return valid.ok ? ok(valid.value, [...shape.issues, ...valid.issues]) : valid;
}

/**
 * Reads a plan from plain JSON: migrates, checks its shape, then its invariants; reports all faults of a stage at once.
 *
 * Nothing is coerced, stripped or filled in: the value is the input itself (or its migration). In tolerant mode it is a copy
 * when fields were moved to `extensions`. Uses no `eval`.
 *
 * @param value - parsed JSON of unknown shape
 * @param options - strict or tolerant
 * @returns the plan
 *
 * Issues: schema/no-format-version, schema/newer-format, schema/no-migration, schema/unknown-field, schema/wrong-type, schema/kept-as-extension, and those of `validatePlan`.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parsePlan({ formatVersion: 1, itmes: [] }).issues.map((found) => [found.code, ...found.path]); // => [["schema/unknown-field", "itmes"]]
 * const kept = parsePlan({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", colour: "red" }] }, { mode: "tolerant" });
 * orThrow(kept).items?.[0]?.extensions; // => { colour: "red" }
 */
export function parsePlan(value: unknown, options: ParseOptions = {}): Result<WorkPlan> {
  return judged(shaped(workPlanSchema, value, options), validatePlan);
}

/**
 * Reads a history from plain JSON; see `parsePlan`.
 *
 * @param value - parsed JSON of unknown shape
 * @param plan - when given, subjects must be rows of it
 * @param options - strict or tolerant
 * @returns the history
 *
 * Issues: as `parsePlan`, and those of `validateHistory`.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parseHistory({ formatVersion: 1, events: [] }).ok; // => true
 */
export function parseHistory(value: unknown, plan?: WorkPlan, options: ParseOptions = {}): Result<WorkHistory> {
  return judged(shaped(workHistorySchema, value, options), (history) => validateHistory(history, plan));
}

/**
 * Reads records from plain JSON; see `parsePlan`.
 *
 * @param value - parsed JSON of unknown shape
 * @param options - strict or tolerant
 * @returns the records
 *
 * Issues: as `parsePlan` for the shape.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parseRecords({ formatVersion: 1 }).ok; // => true
 */
export function parseRecords(value: unknown, options: ParseOptions = {}): Result<WorkRecords> {
  return shaped(workRecordsSchema, value, options);
}
