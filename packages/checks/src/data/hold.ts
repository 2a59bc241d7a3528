import { compareText } from "@evenkeel/kernel";
import { isMembers } from "../shape/shape.js";
import type { CheckParams, Measured } from "../types.js";
import type { Predicate, Scalar } from "./types.js";

/** A predicate over a value: whether it holds, and what was compared. */
export interface Held {
  readonly holds: boolean;
  /** As text. */
  readonly expected: string;
  readonly measured?: Measured;
  readonly threshold?: Measured;
}

/** The value a dotted path leads to; only own members of plain objects. */
export function valueAt(row: Readonly<Record<string, unknown>>, field: string): unknown {
  let value: unknown = row;
  for (const key of field.split(".")) {
    if (!isMembers(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Whether a field says anything: not absent, null, blank text or an empty list. */
function isThere(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === "string" ? value.trim() !== "" : !Array.isArray(value) || value.length > 0;
}

function compared(value: unknown, bound: unknown): number | undefined {
  if (typeof value === "number" && typeof bound === "number") return value - bound;
  if (typeof value === "string" && typeof bound === "string") return compareText(value, bound);
  return undefined;
}

const operand = (value: unknown, params: CheckParams): unknown =>
  isMembers(value) && typeof value["param"] === "string" ? params[value["param"]] : value;

function numbers(value: unknown, bound: unknown, unit: string): Partial<Held> {
  if (typeof value !== "number" || typeof bound !== "number") return {};
  return { measured: { value, unit }, threshold: { value: bound, unit } };
}

function ofLength(value: unknown, bound: unknown, isLeast: boolean): Held {
  const length = typeof value === "string" ? [...value].length : isThere(value) ? undefined : 0;
  const holds =
    length !== undefined &&
    typeof bound === "number" &&
    (isLeast ? isThere(value) && length >= bound : length <= bound);
  const expected = `${isLeast ? "at least" : "at most"} ${String(bound)} characters`;
  return { holds, expected, ...numbers(length, bound, "characters") };
}

function ofCount(value: unknown, [least, most]: readonly [number, number]): Held {
  const count = Array.isArray(value) ? value.length : isThere(value) ? undefined : 0;
  const holds = count !== undefined && least <= count && count <= most;
  const bound = count !== undefined && count > most ? most : least;
  return { holds, expected: `${least} to ${most} entries`, ...numbers(count, bound, "entries") };
}

function isContained(value: unknown, part: Scalar): boolean {
  if (Array.isArray(value)) return value.includes(part);
  return typeof value === "string" && typeof part === "string" && value.includes(part);
}

/** Whether a predicate holds for a value. No recursion, no pattern language, nothing evaluated. */
export function hold(predicate: Predicate, value: unknown, params: CheckParams): Held {
  const { equals, oneOf, atLeast, atMost, minLength, maxLength, countBetween, contains, unit = "" } = predicate;
  if (predicate.present) return { holds: isThere(value), expected: "present" };
  if (predicate.absent) return { holds: !isThere(value), expected: "absent" };
  if (equals !== undefined) {
    const wanted = operand(equals, params);
    return { holds: value === wanted, expected: String(wanted) };
  }
  if (oneOf !== undefined) return { holds: oneOf.some((each) => each === value), expected: oneOf.join(" | ") };
  if (minLength !== undefined) return ofLength(value, operand(minLength, params), true);
  if (maxLength !== undefined) return ofLength(value, operand(maxLength, params), false);
  if (countBetween !== undefined) return ofCount(value, countBetween);
  if (contains !== undefined) return { holds: isContained(value, contains), expected: `with ${String(contains)}` };
  const bound = operand(atLeast ?? atMost, params);
  const difference = compared(value, bound);
  const isMet = difference !== undefined && (atLeast !== undefined ? difference >= 0 : difference <= 0);
  const expected = `${atLeast !== undefined ? "at least" : "at most"} ${String(bound)}${unit === "" ? "" : ` ${unit}`}`;
  return { holds: isMet, expected, ...numbers(value, bound, unit) };
}
