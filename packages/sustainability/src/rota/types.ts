import type { Citation } from "@evenkeel/checks";

/** A type of shift and the skills all of which it asks for. */
export interface ShiftType {
  readonly id: string;
  readonly skills?: readonly string[];
}

/** Someone on the rota. */
export interface RotaPerson {
  readonly id: string;
  /** Rules that name this contract hold for the person. */
  readonly contract?: string;
  /** Absent = not known; an empty list = none. */
  readonly skills?: readonly string[];
}

/** One shift of one person; a day may hold several, also the same one twice. */
export interface ShiftAssignment {
  readonly personId: string;
  /** Day. */
  readonly day: string;
  readonly shiftId: string;
}

/** How many are wanted on a shift, on a day of the week or on one day; the one day is the stronger. */
export interface CoverDemand {
  readonly shiftId: string;
  /** 1 = Monday .. 7 = Sunday; exactly one of `weekday` and `day`. */
  readonly weekday?: number;
  readonly day?: string;
  readonly preferred: number;
}

/** A wish to work, or not to, on a day or on a shift of it. */
export interface ShiftRequest {
  readonly personId: string;
  readonly day: string;
  /** Absent = the whole day. */
  readonly shiftId?: string;
  readonly wish: "on" | "off";
  /** What it costs to leave it unmet, times the weight of the rule; at least 0. */
  readonly weight: number;
}

/** A rota: who works which shifts on which days, and what was asked for. Plain JSON. */
export interface Rota {
  readonly id: string;
  readonly firstDay: string;
  /** 1..3,660 */
  readonly days: number;
  readonly shiftTypes: readonly ShiftType[];
  readonly people: readonly RotaPerson[];
  readonly assignments: readonly ShiftAssignment[];
  /** Absent = not known; what is not listed is wanted 0 times. */
  readonly cover?: readonly CoverDemand[];
  /** Absent = not known. */
  readonly requests?: readonly ShiftRequest[];
}

/** What every rule has. */
export interface RuleBase {
  readonly id: string;
  /** Cost of one unit of violation; at least 0, and 0 switches the rule off. */
  readonly weight: number;
  /** Counts into the hard cost instead of the soft one. */
  readonly hard?: boolean;
  /** Only people of this contract; absent = everybody. */
  readonly contract?: string;
}

/** At least one of the two. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
}

/** Days of the week of a weekend, in their order: [6, 7] or [5, 6, 7]; 2 to 6 successive ones, 7 is followed by 1. */
export interface OnWeekends {
  readonly weekend: readonly number[];
}

/** One day of a pattern: that shift, no work (`free`), or else some work. */
export interface PatternEntry {
  readonly shiftId?: string;
  readonly free?: true;
  /** Only on this day of the week; 1 = Monday. */
  readonly weekday?: number;
}

/** What the rules of each kind have besides. */
export interface RuleFields {
  readonly cover: object;
  readonly shiftsPerDay: { readonly most: number };
  readonly assignments: Limits;
  readonly consecutiveWorkingDays: Limits;
  readonly consecutiveFreeDays: Limits;
  readonly consecutiveWorkingWeekends: OnWeekends & Limits;
  readonly workingWeekendsInFourWeeks: OnWeekends & { readonly most: number };
  readonly completeWeekends: OnWeekends;
  readonly identicalWeekends: OnWeekends;
  readonly skills: object;
  readonly requests: object;
  readonly pattern: { readonly entries: readonly PatternEntry[] };
}

/** A rule of one kind. */
export type RuleOf<Kind extends keyof RuleFields> = RuleBase & { readonly kind: Kind } & RuleFields[Kind];

/** A pattern rule as data; `rotaCost` says what each kind means. */
export type RotaRule = { [Kind in keyof RuleFields]: RuleOf<Kind> }[keyof RuleFields];

/** Rules of rotas, chosen by one name. Plain JSON: a new pack needs no code. */
export interface RotaRules {
  readonly formatVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly citation: readonly Citation[];
  readonly rules: readonly RotaRule[];
}

/** One violation and where it is. */
export interface RotaViolation {
  /** Id of the rule. */
  readonly rule: string;
  /** Absent for cover. */
  readonly personId?: string;
  /** The shift concerned, for cover, skills and requests of a shift. */
  readonly shiftId?: string;
  readonly cost: number;
  /** Fewer than the least, not more than the most. */
  readonly below?: true;
  /**
   * Days it is made of: the run, the days worked (a most), the days free (a least, an incomplete weekend), the day.
   * Empty where days that the rota does not have are asked for.
   */
  readonly at: readonly string[];
}

/** What a rota costs against rules. */
export interface RotaCost {
  readonly hard: number;
  readonly soft: number;
  /** By rule id, first day, person, shift. */
  readonly byRule: readonly RotaViolation[];
  /** Rules that could not be judged, or not for everybody, and the field that is missing. */
  readonly unjudged: readonly { readonly rule: string; readonly missing: string }[];
}
