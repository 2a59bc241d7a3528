import { readBaseline } from "../baseline.js";
import type { CheckSetting } from "../settings.js";
import { severities } from "../severity.js";
import type { Path, ShapeReader } from "../shape/shape.js";
import type { CheckParam, Waiver } from "../types.js";
import { readWaivers } from "../waivers/read-waivers.js";
import { isPattern, selected } from "./selectors.js";
import type { CheckConfig, CheckPack, ConfigOverride, KnownCheck, ResolvedConfig } from "./types.js";

/** A config's own words, read but not yet joined with what it goes on from. */
export interface ReadConfig {
  readonly extends: readonly string[];
  readonly packs?: readonly string[];
  readonly checks: ReadonlyMap<string, CheckSetting>;
  readonly overrides: readonly {
    readonly scope: Omit<ConfigOverride, "checks">;
    readonly checks: ReadConfig["checks"];
  }[];
  readonly waivers: readonly Waiver[];
  readonly baseline?: ResolvedConfig["baseline"];
  readonly includeUnverified?: boolean;
}

/** What may be named, for quick look-up. */
export interface Known {
  readonly checks: ReadonlyMap<string, KnownCheck>;
  readonly packs: ReadonlyMap<string, CheckPack>;
}

const configKeys: readonly (keyof CheckConfig)[] = [
  "$schema",
  "extends",
  "packs",
  "checks",
  "overrides",
  "waivers",
  "baseline",
  "includeUnverified",
];
const settingKeys = ["off", "severity", "raise", "params"];

function readParams(reader: ShapeReader, value: unknown, path: Path, check: KnownCheck | undefined): CheckSetting {
  const params: [string, CheckParam][] = [];
  const table = reader.table(value, path) ?? {};
  for (const name of Object.keys(table)) {
    const at = [...path, name];
    const [found, initial] = [table[name], Object.hasOwn(check?.params ?? {}, name) ? check?.params[name] : undefined];
    if (initial === undefined) reader.unknown("checks/unknown-param", name, at, Object.keys(check?.params ?? {}));
    else if (typeof found !== typeof initial || (typeof found === "number" && !Number.isFinite(found)))
      reader.wrong(found, at, typeof initial === "string" ? "text" : typeof initial);
    else params.push([name, found as CheckParam]);
  }
  return { params: Object.fromEntries(params) };
}

function readSetting(reader: ShapeReader, value: unknown, path: Path, check: KnownCheck | undefined): CheckSetting {
  if (value === "off") return { off: true };
  if (typeof value === "string") {
    const severity = severities.find((each) => each === value);
    if (severity !== undefined) return { off: false, severity };
    reader.unknown("checks/unknown-severity", value, path, ["off", ...severities]);
    return {};
  }
  const members = reader.members(value, path, settingKeys);
  if (members === undefined) return {};
  const { off, severity, raise, params } = members;
  if (params !== undefined && check === undefined) reader.fault("checks/params-on-pattern", [...path, "params"], {});
  const isOff = off === undefined ? undefined : reader.flag(off, [...path, "off"]);
  const isRaised = raise === undefined ? undefined : reader.flag(raise, [...path, "raise"]);
  const known = severities.find((each) => each === severity);
  if (severity !== undefined && known === undefined)
    reader.unknown("checks/unknown-severity", String(severity), [...path, "severity"], severities);
  return {
    ...(isOff === undefined ? {} : { off: isOff }),
    ...(isRaised === undefined ? {} : { raise: isRaised }),
    ...(known === undefined ? {} : { severity: known }),
    ...(params === undefined || check === undefined ? {} : readParams(reader, params, [...path, "params"], check)),
  };
}

/** Settings by selector; a selector that means nothing is a fault. */
export function readSettings(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  { checks }: Known,
): Map<string, CheckSetting> {
  const settings = new Map<string, CheckSetting>();
  const table = value === undefined ? {} : (reader.table(value, path) ?? {});
  for (const selector of Object.keys(table)) {
    const at = [...path, selector];
    const check = checks.get(selector);
    const isKnown = check !== undefined || (isPattern(selector) && isMeant(selector, checks));
    if (!isKnown) reader.unknown("checks/unknown-check", selector, at, checks.keys());
    else settings.set(selector, readSetting(reader, table[selector], at, check));
  }
  return settings;
}

/** `*` and kinds always mean something; a prefix must be that of a known check. */
function isMeant(selector: string, checks: Known["checks"]): boolean {
  if (selector === "*") return true;
  if (selector.startsWith("kind:")) return ["legal", "guideline", "evidence", "heuristic"].includes(selector.slice(5));
  return selected(selector, [...checks.values()]).length > 0;
}

function readOverrides(reader: ShapeReader, value: unknown, path: Path, known: Known): ReadConfig["overrides"] {
  return reader.list(value, path).flatMap((each, index) => {
    const at = [...path, index];
    const members = reader.members(each, at, ["teams", "kinds", "tables", "checks"]);
    if (members === undefined) return [];
    if (members["checks"] === undefined) reader.wrong(undefined, [...at, "checks"], "object");
    const scope = Object.fromEntries(
      (["teams", "kinds", "tables"] as const)
        .filter((key) => members[key] !== undefined)
        .map((key) => [key, reader.texts(members[key], [...at, key])]),
    );
    return [{ scope, checks: readSettings(reader, members["checks"], [...at, "checks"], known) }];
  });
}

/** Reads one config; faults go to the reader. */
export function readConfig(reader: ShapeReader, value: unknown, path: Path, known: Known): ReadConfig {
  const members = reader.members(value, path, configKeys) ?? {};
  const { packs, baseline, includeUnverified } = members;
  const from = members["extends"];
  const chosen = packs === undefined ? undefined : reader.texts(packs, [...path, "packs"]);
  for (const [index, pack] of (chosen ?? []).entries())
    if (!known.packs.has(pack))
      reader.unknown("checks/unknown-pack", pack, [...path, "packs", index], known.packs.keys());
  const unverified =
    includeUnverified === undefined ? undefined : reader.flag(includeUnverified, [...path, "includeUnverified"]);
  const base =
    baseline === undefined || typeof baseline === "string"
      ? baseline
      : readBaseline(reader, baseline, [...path, "baseline"]);
  return {
    extends: reader.texts(typeof from === "string" ? [from] : from, [...path, "extends"]),
    checks: readSettings(reader, members["checks"], [...path, "checks"], known),
    overrides: readOverrides(reader, members["overrides"], [...path, "overrides"], known),
    waivers: readWaivers(reader, members["waivers"], [...path, "waivers"]),
    ...(chosen === undefined ? {} : { packs: chosen }),
    ...(base === undefined ? {} : { baseline: base }),
    ...(unverified === undefined ? {} : { includeUnverified: unverified }),
  };
}
