import { type Issue, issue } from "@evenkeel/kernel";
import type { Limits, ReadOptions } from "./types.js";

/** The bounds that hold where a caller states none. */
export const defaultLimits: Limits = {
  bytes: 64 * 1024 * 1024,
  rows: 1_000_000,
  columns: 10_000,
  depth: 64,
  textLength: 4 * 1024 * 1024,
};

/** The caller's bounds over the defaults. */
export function limitsOf(options: ReadOptions): Limits {
  return { ...defaultLimits, ...options.limits };
}

const codes: { readonly [K in keyof Limits]: string } = {
  bytes: "interop/any-too-large",
  rows: "interop/any-too-many-rows",
  columns: "interop/any-too-many-columns",
  depth: "interop/any-too-deep",
  textLength: "interop/any-text-too-long",
};

/** The issue of a bound that was passed. */
export function beyondLimit(which: keyof Limits, found: number, limit: number, path: Issue["path"] = []): Issue {
  return issue(codes[which], { path, facts: { found, limit } });
}
