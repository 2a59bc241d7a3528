import { compareText } from "@evenkeel/kernel";
import { isMembers } from "../shape/shape.js";
import type { CheckParams, Measured } from "../types.js";
import type { Predicate, Scalar } from "./types.js";

type Row = Readonly<Record<string, unknown>>;

/** Why a predicate does not hold. */
export interface Unmet {
  /** As text. */
  readonly expected: string;
  readonly measured?: Measured;
  readonly threshold?: Measured;
}

/** A predicate, ready to be asked. */
export interface Test {
  readonly field: string;
  /** Field of the table that the path begins in. */
  readonly column: string;
  readonly valueIn: (row: Row) => unknown;
  readonly holds: (value: unknown, params: CheckParams) => boolean;
  readonly unmet: (value: unknown, params: CheckParams) => Unmet;
}

type Condition = Pick<Test, "holds" | "unmet">;

/** The value a dotted path leads to; only own members of plain objects. */
function reader(path: readonly string[]): Test["valueIn"] {
  const [only = ""] = path;
  if (path.length === 1) return (row) => (Object.hasOwn(row, only) ? row[only] : undefined);
  return (row) => {
    let value: unknown = row;
    for (const key of path) {
      if (!isMembers(value) || !Object.hasOwn(value, key)) return undefined;
      value = value[key];
    }
    return value;
  };
}

/** Whether a field says anything: not absent, null, blank text or an empty list. */
function isThere(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === "string" ? value.trim() !== "" : !Array.isArray(value) || value.length > 0;
}

/** An operand that may be the name of a param. */
function operand<T extends Scalar>(value: T | { readonly param: string }): (params: CheckParams) => Scalar | undefined {
  if (typeof value !== "object") return () => value;
  const { param } = value;
  return (params) => (Object.hasOwn(params, param) ? params[param] : undefined);
}

function measures(value: unknown, bound: unknown, unit: string): Omit<Unmet, "expected"> {
  if (typeof value !== "number" || typeof bound !== "number") return {};
  return { measured: { value, unit }, threshold: { value: bound, unit } };
}

const plainly = (holds: (value: unknown) => boolean, expected: string): Condition => ({
  holds,
  unmet: () => ({ expected }),
});

/** How much a value is, compared with a bound: numbers with numbers, texts with texts. */
function ofAmount(bound: NonNullable<Predicate["atLeast"]>, isLeast: boolean, unit = ""): Condition {
  const boundOf = operand(bound);
  return {
    holds: (value, params) => {
      const wanted = boundOf(params);
      if (typeof value === "number" && typeof wanted === "number") return isLeast ? value >= wanted : value <= wanted;
      if (typeof value !== "string" || typeof wanted !== "string") return false;
      return isLeast ? compareText(value, wanted) >= 0 : compareText(value, wanted) <= 0;
    },
    unmet: (value, params) => ({
      expected: `${isLeast ? "at least" : "at most"} ${String(boundOf(params))}${unit === "" ? "" : ` ${unit}`}`,
      ...measures(value, boundOf(params), unit),
    }),
  };
}

/** Characters of a text; 0 where there is none; undefined for another type. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string") return [...value].length;
  return isThere(value) ? undefined : 0;
}

function ofLength(bound: NonNullable<Predicate["minLength"]>, isLeast: boolean): Condition {
  const boundOf = operand(bound);
  return {
    holds: (value, params) => {
      const [length, wanted] = [lengthOf(value), boundOf(params)];
      if (length === undefined || typeof wanted !== "number") return false;
      return isLeast ? isThere(value) && length >= wanted : length <= wanted;
    },
    unmet: (value, params) => ({
      expected: `${isLeast ? "at least" : "at most"} ${String(boundOf(params))} characters`,
      ...measures(lengthOf(value), boundOf(params), "characters"),
    }),
  };
}

function ofCount([least, most]: readonly [number, number]): Condition {
  const countOf = (value: unknown): number | undefined =>
    Array.isArray(value) ? value.length : isThere(value) ? undefined : 0;
  return {
    holds: (value) => {
      const count = countOf(value);
      return count !== undefined && least <= count && count <= most;
    },
    unmet: (value) => {
      const count = countOf(value);
      const bound = count !== undefined && count > most ? most : least;
      return { expected: `${least} to ${most} entries`, ...measures(count, bound, "entries") };
    },
  };
}

function isContained(value: unknown, part: Scalar): boolean {
  if (Array.isArray(value)) return value.includes(part);
  return typeof value === "string" && typeof part === "string" && value.includes(part);
}

function ofEqual(wanted: NonNullable<Predicate["equals"]>): Condition {
  const wantedOf = operand(wanted);
  return {
    holds: (value, params) => value === wantedOf(params),
    unmet: (_value, params) => ({ expected: String(wantedOf(params)) }),
  };
}

function conditionOf(predicate: Predicate): Condition {
  const { equals, oneOf, atLeast, atMost, minLength, maxLength, countBetween, contains, unit } = predicate;
  if (equals !== undefined) return ofEqual(equals);
  if (oneOf !== undefined) return plainly((value) => oneOf.some((each) => each === value), oneOf.join(" | "));
  if (atLeast !== undefined) return ofAmount(atLeast, true, unit);
  if (atMost !== undefined) return ofAmount(atMost, false, unit);
  if (minLength !== undefined) return ofLength(minLength, true);
  if (maxLength !== undefined) return ofLength(maxLength, false);
  if (countBetween !== undefined) return ofCount(countBetween);
  if (contains !== undefined) return plainly((value) => isContained(value, contains), `with ${String(contains)}`);
  return predicate.absent ? plainly((value) => !isThere(value), "absent") : plainly(isThere, "present");
}

/** Makes a predicate ready to be asked of many rows. No recursion, no pattern language, nothing evaluated. */
export function compilePredicate(predicate: Predicate): Test {
  const path = predicate.field.split(".");
  return { field: predicate.field, column: path[0] ?? "", valueIn: reader(path), ...conditionOf(predicate) };
}
