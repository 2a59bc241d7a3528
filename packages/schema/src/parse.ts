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

function shaped<T>(schema: z.ZodMiniType<T>, value: unknown): Result<T> {
  const migrated = migrate(value, formatVersion);
  if (!migrated.ok) return migrated;
  const parsed = schema.safeParse(migrated.value, { jitless: true });
  if (parsed.success) return ok(migrated.value as T);
  const [first, ...rest] = parsed.error.issues.flatMap(issueOf);
  return refuse([first ?? issue("schema/wrong-type", { facts: { expected: "document" } }), ...rest]);
}

/**
 * Reads a plan from plain JSON: migrates, checks its shape, then its invariants; reports all faults of a stage at once.
 *
 * Nothing is coerced, stripped or filled in: the value is the input itself (or its migration). Uses no `eval`.
 *
 * @param value - parsed JSON of unknown shape
 * @returns the plan
 *
 * Issues: schema/no-format-version, schema/newer-format, schema/no-migration, schema/unknown-field, schema/wrong-type, and those of `validatePlan`.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parsePlan({ formatVersion: 1, itmes: [] }).issues.map((found) => [found.code, ...found.path]); // => [["schema/unknown-field", "itmes"]]
 */
export function parsePlan(value: unknown): Result<WorkPlan> {
  const plan = shaped(workPlanSchema, value);
  return plan.ok ? validatePlan(plan.value) : plan;
}

/**
 * Reads a history from plain JSON; see `parsePlan`.
 *
 * @param value - parsed JSON of unknown shape
 * @param plan - when given, subjects must be rows of it
 * @returns the history
 *
 * Issues: as `parsePlan`, and those of `validateHistory`.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parseHistory({ formatVersion: 1, events: [] }).ok; // => true
 */
export function parseHistory(value: unknown, plan?: WorkPlan): Result<WorkHistory> {
  const history = shaped(workHistorySchema, value);
  return history.ok ? validateHistory(history.value, plan) : history;
}

/**
 * Reads records from plain JSON; see `parsePlan`.
 *
 * @param value - parsed JSON of unknown shape
 * @returns the records
 *
 * Issues: as `parsePlan` for the shape.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parseRecords({ formatVersion: 1 }).ok; // => true
 */
export function parseRecords(value: unknown): Result<WorkRecords> {
  return shaped(workRecordsSchema, value);
}
