import { type Issue, issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { jsonFaultAt, placeOf } from "./json-fault.js";
import { beyondLimit } from "./limits.js";
import type { FateRule, Tally } from "./tally.js";
import type { Limits } from "./types.js";

type Fate = Omit<FateRule, "source">;

/** A JSON object without a prototype, so that foreign keys are only keys. */
export type JsonObject = { readonly [key: string]: Json };

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (inText) {
      if (unit === 92) at++;
      else if (unit === 34) inText = false;
    } else if (unit === 34) inText = true;
    else if (unit === 123 || unit === 91) deepest = Math.max(deepest, ++depth);
    else if (unit === 125 || unit === 93) depth--;
  }
  return deepest;
}

function withoutPrototypes(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.setPrototypeOf(value, null);
}

/** Where and how a text is not JSON. */
export function jsonFault(text: string): Issue {
  const at = jsonFaultAt(text) ?? text.length;
  const { line, column } = placeOf(text, at);
  const found = at >= text.length ? "its end" : JSON.stringify(text.slice(at, at + 20));
  return issue("interop/any-invalid-json", { path: [line, column], facts: { found, line, column } });
}

/**
 * Parses JSON within limits; objects come without a prototype, so `__proto__` and `toString` are plain keys. For
 * documents of our own, whose keys the schemas check, `plain` keeps ordinary objects.
 */
export function parseJson(text: string, limits: Limits, objects: "bare" | "plain" = "bare"): Result<Json> {
  const depth = depthOf(text);
  if (depth > limits.depth) return refuse([beyondLimit("depth", depth, limits.depth)]);
  try {
    return ok(JSON.parse(text, objects === "bare" ? withoutPrototypes : undefined) as Json);
  } catch {
    return refuse([jsonFault(text)]);
  }
}

/** Whether a JSON value is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of an object, if the value is one and has it; `null` counts as absent. */
export function member(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let at: Json | undefined = value;
  for (const key of keys) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at ?? undefined;
}

/** A text or number member as text. */
export function textAt(value: Json | undefined, ...keys: readonly string[]): string | undefined {
  const found = member(value, ...keys);
  return typeof found === "string" ? found : typeof found === "number" ? String(found) : undefined;
}

/** A finite number member; a number written as a text counts. */
export function numberAt(value: Json | undefined, ...keys: readonly string[]): number | undefined {
  const found = member(value, ...keys);
  const number = typeof found === "string" && found.trim() !== "" ? Number(found) : found;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** An array member, else the empty array. */
export function listAt(value: Json | undefined, ...keys: readonly string[]): readonly Json[] {
  const found = member(value, ...keys);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** A key as a segment of a place. */
export const pointer = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/**
 * Counts every leaf of a JSON value (a scalar, an empty list, an empty object) with its fate, or as lost or moved with what
 * holds it.
 */
export function tallyJson(
  tally: Tally,
  value: Json,
  at: string,
  fateOf: (source: string, leaf: Json) => Fate,
  lost: ReadonlyMap<object, string>,
  moved: ReadonlyMap<object, Fate> = new Map(),
): void {
  const stack: { readonly value: Json; readonly at: string; readonly held: Fate | undefined }[] = [];
  stack.push({ value, at, held: undefined });
  const ownFate = (here: object): Fate | undefined => {
    const why = lost.get(here);
    return why === undefined ? moved.get(here) : { fate: "dropped", why };
  };
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value: here, at: place } = next;
    const held = next.held ?? (typeof here === "object" && here !== null ? ownFate(here) : undefined);
    const inner = place === "" ? "" : `${place}/`;
    if (Array.isArray(here) && here.length > 0) {
      for (const each of here) stack.push({ value: each, at: `${inner}*`, held });
    } else if (isObject(here) && Object.keys(here).length > 0) {
      for (const key of Object.keys(here)) stack.push({ value: here[key] as Json, at: inner + pointer(key), held });
    } else tally.add(place, held ?? fateOf(place, here));
  }
}
