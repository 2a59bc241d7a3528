import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { ArgsDef } from "citty";
import {
  type Baseline,
  type Catalog,
  type Check,
  type CheckConfig,
  type CheckPack,
  checkPacks,
  compileDataChecks,
  knownChecks,
  parseBaseline,
  presets,
  type ReviewInput,
  type RulePack,
  readRulePack,
  resolveConfig,
  ruleChecks,
  rulePacks,
  ruleTexts,
  type WorkContext,
} from "evenkeel";
import type { Io } from "./io.js";
import type { Options } from "./options.js";
import { whyOf } from "./why-of.js";

const fileNames = ["evenkeel.config.json", "evenkeel.config.mjs"] as const;

/** Options of what checks are run. */
export const configArgs: {
  readonly [option in "pack" | "rules" | "baseline" | "unverified"]: ArgsDef[string];
} = {
  pack: {
    type: "string",
    description: "only these packs of checks",
    valueHint: checkPacks.map(({ id }) => id).join(","),
  },
  rules: { type: "string", description: "rules of your own as JSON, run beside the built-in ones", valueHint: "FILE" },
  baseline: { type: "string", description: "earlier findings; only new ones count", valueHint: "FILE" },
  unverified: { type: "boolean", description: "run rules whose values were not checked against their source too" },
};

/** What a run of checks is set to. */
export interface CheckRun {
  readonly input: Pick<ReviewInput, "settings" | "waivers" | "includeUnverified" | "checks" | "packs" | "rulePacks">;
  readonly baseline?: Baseline;
  /** Chosen packs with rules that did not run, because their values were not checked against their source. */
  readonly unchecked: readonly { readonly pack: string; readonly rules: number }[];
  /** Texts of house rules. */
  readonly texts: Catalog;
  readonly rules: readonly Pick<Check<never>, "id" | "version" | "kind" | "citation" | "params">[];
}

const unreadable = (file: string, error: unknown): Issue =>
  issue("cli/unreadable-file", { path: [file], facts: { file, why: whyOf(error) } });

async function load(file: string): Promise<Result<unknown>> {
  try {
    if (!file.endsWith(".mjs")) return ok(JSON.parse(readFileSync(file, "utf8")));
    const module = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
    return ok(module.default);
  } catch (error) {
    return refuse([unreadable(file, error)]);
  }
}

const isFile = (name: string): boolean => name.startsWith(".") || isAbsolute(name);
const extended = (config: unknown): readonly string[] => {
  const named = typeof config === "object" && config !== null ? (config as CheckConfig).extends : undefined;
  const list: readonly unknown[] = Array.isArray(named) ? named : [named];
  return list.filter((name): name is string => typeof name === "string" && isFile(name));
};

/** The config with its files named absolutely, and every config they extend, by that name. */
async function withExtended(
  config: unknown,
  folder: string,
): Promise<Result<{ readonly config: unknown; readonly files: Readonly<Record<string, unknown>> }>> {
  const files: Record<string, unknown> = {};
  const absolute = (of: unknown, from: string): unknown => {
    if (typeof of !== "object" || of === null || (of as CheckConfig).extends === undefined) return of;
    const named = (of as CheckConfig).extends;
    const list = (Array.isArray(named) ? named : [named]) as readonly unknown[];
    return {
      ...of,
      extends: list.map((name) => (typeof name === "string" && isFile(name) ? resolve(from, name) : name)),
    };
  };
  const first = absolute(config, folder);
  const open = [...extended(first)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (Object.hasOwn(files, file)) continue;
    const read = await load(file);
    if (!read.ok) return read;
    files[file] = absolute(read.value, dirname(file));
    open.push(...extended(files[file]));
  }
  return ok({ config: first, files });
}

/** Rules of a file: checks over plan and history, or rules of working time. */
interface HouseRules {
  readonly checks: readonly Check<WorkContext>[];
  readonly rulePacks: readonly RulePack[];
  readonly catalog: Catalog;
  readonly packs: readonly CheckPack[];
}

function workingTimeRules(value: unknown): Result<HouseRules> {
  const read = readRulePack(value);
  if (!read.ok) return read;
  const { id, title, version } = read.value;
  return ok({
    checks: [],
    rulePacks: [read.value],
    catalog: ruleTexts([read.value]),
    packs: [{ id, title, version, checks: [`${id}/*`] }],
  });
}

async function houseRules(file: unknown, io: Io): Promise<Result<HouseRules>> {
  if (typeof file !== "string") return ok({ checks: [], rulePacks: [], catalog: {}, packs: [] });
  const read = await load(resolve(io.cwd, file));
  if (!read.ok) return read;
  const isOfWorkingTime = typeof read.value === "object" && read.value !== null && "rules" in read.value;
  if (isOfWorkingTime) return workingTimeRules(read.value);
  const compiled = compileDataChecks<WorkContext>(read.value, {
    subjects: ({ plan }, table) =>
      (plan.rows as (name: string) => ReadonlyMap<string, unknown> | undefined)(table)?.keys() ?? [],
    row: ({ plan }, table, id) =>
      (plan.rows as (name: string) => ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined)(table)?.get(
        id,
      ),
  });
  return compiled.ok
    ? ok({
        checks: compiled.value.checks,
        rulePacks: [],
        catalog: compiled.value.catalog,
        packs: [compiled.value.pack],
      })
    : compiled;
}

async function baselineIn(named: unknown, io: Io): Promise<Result<Baseline | undefined>> {
  if (named === undefined) return ok(undefined);
  if (typeof named !== "string") return parseBaseline(named);
  const read = await load(resolve(io.cwd, named));
  return read.ok ? parseBaseline(read.value) : read;
}

/** How many rules of chosen packs rest on values not checked against their source. */
function uncheckedIn(chosen: readonly string[]): CheckRun["unchecked"] {
  return rulePacks.flatMap(({ id: pack, rules }) => {
    const unchecked = rules.filter(({ unverified }) => unverified === true).length;
    return chosen.includes(pack) && unchecked > 0 ? [{ pack, rules: unchecked }] : [];
  });
}

/** The config a command names, or the one that stands where it runs; empty without either. */
async function ownConfig(
  options: Options,
  io: Io,
): Promise<Result<{ readonly file?: string; readonly value: unknown }>> {
  const named = options["config"];
  const standing = fileNames.map((name) => resolve(io.cwd, name)).find((file) => existsSync(file));
  const file = typeof named === "string" ? resolve(io.cwd, named) : standing;
  if (file === undefined) return ok({ value: {} });
  const read = await load(file);
  return read.ok ? ok({ file, value: read.value }) : read;
}

/** The answers about sources a config and those it extends hold, each with its file; what extends comes behind what it extends. */
export async function sourcesOf(
  options: Options,
  io: Io,
): Promise<Result<readonly { readonly file: string; readonly sources: object }[]>> {
  const own = await ownConfig(options, io);
  if (!own.ok) return own;
  const { file = "", value } = own.value;
  const joined = await withExtended(value, file === "" ? io.cwd : dirname(file));
  if (!joined.ok) return joined;
  const { config, files } = joined.value;
  const found: { readonly file: string; readonly sources: object }[] = [];
  const seen = new Set<string>();
  const gather = (name: string, of: unknown): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const base of extended(of)) gather(base, files[base]);
    const { sources } = (of ?? {}) as { readonly sources?: object };
    if (sources !== undefined) found.push({ file: name, sources });
  };
  gather(file, config);
  return ok(found);
}

/** A config without its answers about sources, which are the readers'. */
function withoutSources(config: unknown): unknown {
  if (typeof config !== "object" || config === null || Array.isArray(config)) return config;
  return Object.fromEntries(Object.entries(config).filter(([key]) => key !== "sources"));
}

/**
 * What checks a command runs and how: from `--config` (or the config file where one stands), `--pack`, `--rules`, `--baseline`, `--unverified`.
 *
 * @param options - of the command
 * @param io - for files
 * @returns settings of the review, baseline, texts and rules
 *
 * Issues: cli/unreadable-file, and those of `resolveConfig`, `compileDataChecks`, `readRulePack` and `parseBaseline`.
 * Time and space: those of the files.
 * Source: own; found and joined as linters do.
 *
 * @example
 * const io = { cwd: "/", now: () => "2026-05-01", out: () => {}, err: () => {}, isTerminal: false };
 * orThrow(await readConfig({ files: [], pack: "clarity" }, io)).input.settings?.checks?.["completion/item-blocked"]; // => { off: true }
 */
export async function readConfig(options: Options, io: Io): Promise<Result<CheckRun>> {
  const own = await ownConfig(options, io);
  if (!own.ok) return own;
  const { file, value } = own.value;
  const joined = await withExtended(withoutSources(value), file === undefined ? io.cwd : dirname(file));
  if (!joined.ok) return joined;
  const bare = Object.entries(joined.value.files).map(([name, of]) => [name, withoutSources(of)] as const);
  const house = await houseRules(options["rules"], io);
  if (!house.ok) return house;
  const { checks, rulePacks, catalog, packs } = house.value;
  const timeChecks = [...ruleChecks(rulePacks, "records"), ...ruleChecks(rulePacks, "plan")];
  const pack = options["pack"];
  const chosen = typeof pack === "string" ? { packs: pack.split(",").map((id) => id.trim()) } : {};
  const resolved = resolveConfig(
    typeof joined.value.config === "object" ? { ...joined.value.config, ...chosen } : joined.value.config,
    {
      checks: [...knownChecks, ...checks, ...timeChecks],
      presets: { ...presets, ...Object.fromEntries(bare) },
      packs: [...checkPacks, ...packs],
    },
  );
  if (!resolved.ok) return resolved;
  const { settings, waivers, packs: chosenPacks } = resolved.value;
  const includeUnverified = resolved.value.includeUnverified || options["unverified"] === true;
  const baseline = await baselineIn(options["baseline"] ?? resolved.value.baseline, io);
  if (!baseline.ok) return baseline;
  return ok({
    input: {
      settings,
      waivers,
      includeUnverified,
      checks,
      rulePacks,
      ...(chosenPacks === undefined ? {} : { packs: chosenPacks }),
    },
    ...(baseline.value === undefined ? {} : { baseline: baseline.value }),
    unchecked: includeUnverified ? [] : uncheckedIn(chosenPacks ?? []),
    texts: catalog,
    rules: [...knownChecks, ...checks, ...timeChecks],
  });
}
