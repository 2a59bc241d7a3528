import { basename } from "node:path";
import type { WorkPlan } from "@evenkeel/core";
import type { Import } from "@evenkeel/interop";
import { ok } from "@evenkeel/kernel";
import type { ArgsDef } from "citty";
import { type Result, type Review, type ReviewInput, reviewWork } from "evenkeel";
import type { Io } from "./io.js";
import { type Options, oneOf } from "./options.js";
import { readConfig } from "./read-config.js";
import { viewerOf } from "./viewer.js";

/** Presets a user can name. */
export const presetNames = ["evenkeel", "msProject", "primavera"] as const;

/** The name of the file, for work that has no name of its own. */
function fileTitle(
  { title, projects = [] }: Import["plan"],
  [file, ...others]: readonly string[],
): { readonly title?: string } {
  const isNamed = title !== undefined || projects[0] !== undefined;
  return isNamed || file === undefined || file === "-" || others.length > 0 ? {} : { title: basename(file) };
}

/** Option of those who judge working time. */
export const jurisdictionArg: { readonly jurisdiction: ArgsDef[string] } = {
  jurisdiction: {
    type: "string",
    description: "law under which people work who state none, such as DE or CA-ON",
    valueHint: "CODE",
  },
};

/** People under the law that is stated for those who state none. */
function underLaw(plan: WorkPlan, jurisdiction: Options[string]): WorkPlan {
  if (typeof jurisdiction !== "string" || plan.people === undefined) return plan;
  return { ...plan, people: plan.people.map((person) => ({ jurisdiction, ...person })) };
}

/**
 * Reviews what was read, with the options all reviewing commands share.
 *
 * @param read - from `readFiles`
 * @param options - `--now`, `--viewer`, `--zone`, `--preset`, `--jurisdiction`
 * @param io - for the clock
 * @param more - settings of checks, from `readConfig`
 * @returns the review; faults met while reading come first among its issues
 *
 * Issues: cli/invalid-value, and those of `reviewWork`.
 * Time and space: those of `reviewWork`.
 * Source: own.
 *
 * @example
 * const io = { cwd: ".", now: () => "2026-05-01T00:00:00Z", out: () => {}, err: () => {}, isTerminal: false };
 * reviewOf({ plan: { formatVersion: 1 }, history: { formatVersion: 1, events: [] }, records: { formatVersion: 1 }, report: { issues: [] } }, { files: [] }, io).ok; // => true
 */
export function reviewOf(read: Import, options: Options, io: Io, more: Partial<ReviewInput> = {}): Result<Review> {
  const preset = oneOf(options, "preset", presetNames);
  if (!preset.ok) return preset;
  const viewer = viewerOf(read.plan, options["viewer"]);
  const { history, records, report } = read;
  const plan = underLaw(read.plan, options["jurisdiction"]);
  const input: ReviewInput = {
    plan,
    history,
    records,
    ...fileTitle(plan, options.files),
    ...more,
    now: typeof options["now"] === "string" ? options["now"] : io.now(),
    ...(viewer === undefined ? {} : { viewer }),
    ...(typeof options["zone"] === "string" && /^[A-Za-z]/.test(options["zone"]) ? { zone: options["zone"] } : {}),
    ...(preset.value === undefined ? {} : { preset: preset.value }),
  };
  const review = reviewWork(input);
  if (!review.ok) return review;
  return ok({ ...review.value, issues: [...report.issues, ...review.value.issues] }, review.issues);
}

/**
 * Reviews what was read under the settings of the config.
 *
 * @param read - from `readFiles`
 * @param options - `--config` and those of `reviewOf`
 * @param io - for files and the clock
 * @returns the review
 *
 * Issues: those of `readConfig` and `reviewOf`.
 * Time and space: those of `reviewWork`.
 * Source: own.
 *
 * @example
 * const io = { cwd: "/", now: () => "2026-05-01T00:00:00Z", out: () => {}, err: () => {}, isTerminal: false };
 * const read = { plan: { formatVersion: 1 }, history: { formatVersion: 1, events: [] }, records: { formatVersion: 1 }, report: { issues: [] } };
 * (await reviewByConfig(read, { files: [] }, io)).ok; // => true
 */
export async function reviewByConfig(read: Import, options: Options, io: Io): Promise<Result<Review>> {
  const config = await readConfig(options, io);
  return config.ok ? reviewOf(read, options, io, config.value.input) : config;
}
