import { type Json, ok, type Result } from "@evenkeel/kernel";
import { jsonFaultAt } from "../json-fault.js";
import { parseJson } from "../json-text.js";
import type { Limits } from "../types.js";

/** Documents set one after another that are looked for at most. */
const mostDocuments = 10_000;

/** Documents of JSON set one after another without a comma, as pages that a command line printed; undefined where it is not so. */
function joined(text: string, limits: Limits): Result<Json> | undefined {
  const values: Json[] = [];
  let rest = text;
  while (values.length < mostDocuments) {
    const end = jsonFaultAt(rest);
    const parsed = parseJson(end === undefined ? rest : rest.slice(0, end), limits);
    if (!parsed.ok || typeof parsed.value !== "object" || parsed.value === null) return undefined;
    values.push(parsed.value);
    if (end === undefined) return ok(values);
    rest = rest.slice(end);
  }
  return undefined;
}

/** Parses JSON; several documents, on lines of their own or one after another, as a list. */
export function parseJsonLines(text: string, limits: Limits): Result<Json> {
  const whole = parseJson(text, limits);
  const lines = whole.ok ? [] : text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  if (whole.ok) return whole;
  if (lines.length < 2 || !lines.every((line) => /^\s*[[{]/.test(line))) return joined(text, limits) ?? whole;
  const values: Json[] = [];
  for (const line of lines) {
    const parsed = parseJson(line, limits);
    if (!parsed.ok) return joined(text, limits) ?? whole;
    values.push(parsed.value);
  }
  return ok(values);
}
