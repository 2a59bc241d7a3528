import type { Json } from "@evenkeel/kernel";
import { member, textAt } from "../json-text.js";

/** The first of several members a value has as a text that is not empty: the same thing has several names. */
export function either(value: Json | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textAt(value, name);
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}

/** The first of several members that is there. */
export function eitherValue(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  for (const name of names) {
    const found = member(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A text or a number as text; nothing else is one. */
export const plainText = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
