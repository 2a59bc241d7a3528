import { own } from "./shape/shape.js";
import type { CheckParams, FindingSeverity, Reference } from "./types.js";

/** What is set for a check: whether it runs, how grave its failures are, and its values. */
export interface CheckSetting {
  readonly off?: boolean;
  readonly severity?: FindingSeverity;
  /** Failures one step more severe than they would be. */
  readonly raise?: boolean;
  readonly params?: CheckParams;
}

/** To what rows an override applies; all conditions given must hold, one of each list. */
export interface Scope {
  /** Team ids. */
  readonly teams?: readonly string[];
  /** Kinds of items. */
  readonly kinds?: readonly string[];
  /** Tables. */
  readonly tables?: readonly string[];
}

/** Other settings for some rows. */
export interface SettingOverride extends Scope {
  readonly checks: Readonly<Record<string, CheckSetting>>;
}

/** Settings of a run: by check id, and overrides, the later the stronger. */
export interface CheckSettings {
  readonly checks?: Readonly<Record<string, CheckSetting>>;
  readonly overrides?: readonly SettingOverride[];
}

/** What is known of a row for overrides. */
export interface SubjectTraits {
  readonly teams?: readonly string[];
  readonly kind?: string;
}

function applies(scope: Scope, subject: Reference, traits: SubjectTraits): boolean {
  const { teams, kinds, tables } = scope;
  return (
    (teams === undefined || teams.some((team) => traits.teams?.includes(team) === true)) &&
    (kinds === undefined || (traits.kind !== undefined && kinds.includes(traits.kind))) &&
    (tables === undefined || tables.includes(subject.table))
  );
}

/** The setting of a check for all rows. */
export function settingOf(settings: CheckSettings | undefined, checkId: string): CheckSetting {
  return own(settings?.checks, checkId) ?? {};
}

/** The setting of a check for one row: overrides that apply, over the general one. */
export function settingFor(
  settings: CheckSettings | undefined,
  checkId: string,
  subject: Reference,
  traitsOf: ((subject: Reference) => SubjectTraits) | undefined,
): CheckSetting {
  let setting = settingOf(settings, checkId);
  for (const override of settings?.overrides ?? []) {
    const other = own(override.checks, checkId);
    if (other === undefined || !applies(override, subject, traitsOf?.(subject) ?? {})) continue;
    const params = { ...setting.params, ...other.params };
    setting = { ...setting, ...other, ...(Object.keys(params).length === 0 ? {} : { params }) };
  }
  return setting;
}

/** Whether any override speaks of a check. */
export function isOverridden(settings: CheckSettings | undefined, checkId: string): boolean {
  return (settings?.overrides ?? []).some(({ checks }) => Object.hasOwn(checks, checkId));
}

/** Whether a check is off for every row: in general, and no override switches it on. */
export function isOff(settings: CheckSettings | undefined, checkId: string): boolean {
  if (settingOf(settings, checkId).off !== true) return false;
  return !(settings?.overrides ?? []).some(({ checks }) => own(checks, checkId)?.off === false);
}
