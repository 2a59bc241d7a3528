import { type Json, ok, type Result } from "@evenkeel/kernel";
import { parseJson } from "../json-text.js";
import type { Limits } from "../types.js";

/** Parses JSON, or lines of which each is JSON, as a list. */
export function parseJsonLines(text: string, limits: Limits): Result<Json> {
  const whole = parseJson(text, limits);
  const lines = whole.ok ? [] : text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  if (whole.ok || lines.length < 2 || !lines.every((line) => /^\s*[[{]/.test(line))) return whole;
  const values: Json[] = [];
  for (const line of lines) {
    const parsed = parseJson(line, limits);
    if (!parsed.ok) return whole;
    values.push(parsed.value);
  }
  return ok(values);
}
