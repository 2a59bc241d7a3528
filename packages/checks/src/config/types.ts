import type { Baseline } from "../baseline.js";
import type { CheckSetting, CheckSettings, Scope } from "../settings.js";
import type { Check, FindingSeverity, Waiver } from "../types.js";

/**
 * What a config says of checks: off, a severity (which also switches on), or a setting of which only the members
 * given count.
 */
export type ConfigSetting = "off" | FindingSeverity | CheckSetting;

/**
 * Settings by selector: a check id, `package/*`, `kind:legal` (or another kind), `*`. Within one config the more exact
 * selector is the stronger, in this order; the order of keys means nothing. Params only by check id.
 */
export type SettingsBySelector = Readonly<Record<string, ConfigSetting>>;

/** Other settings for some rows; they hold over `checks` of any config. */
export interface ConfigOverride extends Scope {
  readonly checks: SettingsBySelector;
}

/** What runs and how, as plain JSON; the content of `evenkeel.config.json`. */
export interface CheckConfig {
  readonly $schema?: string;
  /** Names of configs this one goes on from; each counts once, where it first stands, and the later wins. */
  readonly extends?: string | readonly string[];
  /** Ids of packs; when given, checks of no such pack are off. A later config's list takes the place of an earlier one's. */
  readonly packs?: readonly string[];
  readonly checks?: SettingsBySelector;
  /** Those of all configs, the later the stronger. */
  readonly overrides?: readonly ConfigOverride[];
  /** Those of all configs. */
  readonly waivers?: readonly Waiver[];
  /** A baseline, or the name of one that the host reads. */
  readonly baseline?: string | Baseline;
  /** Run checks whose values are unverified. */
  readonly includeUnverified?: boolean;
}

/** Checks that are chosen by one name. Plain JSON. */
export interface CheckPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Check ids or other selectors. */
  readonly checks: readonly string[];
  /** What holds when the pack is chosen; `checks` of the config is the stronger. */
  readonly settings?: SettingsBySelector;
}

/** What needs to be known of a check to configure it. */
export type KnownCheck = Pick<Check<never>, "id" | "kind" | "params">;

/** What a config may speak of. */
export interface KnownNames {
  readonly checks: readonly KnownCheck[];
  /** Configs by name: built-in presets, and files the host has read. */
  readonly presets?: Readonly<Record<string, unknown>>;
  readonly packs?: readonly CheckPack[];
}

/** A config with all it goes on from, ready for a run. */
export interface ResolvedConfig {
  readonly settings: CheckSettings;
  readonly waivers: readonly Waiver[];
  /** Packs chosen; undefined = all checks. */
  readonly packs?: readonly string[];
  readonly baseline?: string | Baseline;
  readonly includeUnverified: boolean;
}
