import type { Message } from "@evenkeel/kernel";

/** What a check rests on: a law, a published guideline, evidence, or a rule of thumb; never mixed. */
export type CheckKind = "legal" | "guideline" | "evidence" | "heuristic";

/**
 * Who may see what a check finds. planFact: whoever sees the plan; teamRate: teams only, never one person;
 * record: the person, or groups of at least 5; wellbeing: the person, or groups of at least 10.
 */
export type DataClass = "planFact" | "teamRate" | "record" | "wellbeing";

/** How much it matters; follows from kind and margin. */
export type FindingSeverity = "critical" | "serious" | "moderate" | "minor" | "info";

/** fail, pass, unknown (data missing) or inapplicable; missing data is never pass. */
export type Outcome = "fail" | "pass" | "unknown" | "inapplicable";

/** Where a rule comes from. */
export interface Citation {
  readonly title: string;
  readonly article?: string;
  readonly url?: string;
  /** Day the source was read. */
  readonly retrieved?: string;
}

/** A row a finding is about or rests on. */
export interface Reference {
  readonly table: string;
  readonly id: string;
}

/** A number with its unit. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
}

/** A value a check may be tuned with. */
export type CheckParam = number | string | boolean;

/** What a check says of one subject; the runner adds the rest. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly subject: Reference;
  /** Names and numbers for the text. */
  readonly facts?: Message["facts"];
  /** Default: by the check's kind. */
  readonly severity?: FindingSeverity;
  readonly measured?: Measured;
  readonly threshold?: Measured;
  /** Irreducible: without any of these the outcome would differ. */
  readonly evidence?: readonly Reference[];
  /** Window judged; instants or days. */
  readonly window?: { readonly from: string; readonly to: string };
  /** Fields that are missing, for unknown. */
  readonly missing?: readonly string[];
  /** Person the verdict is about, for records and wellbeing. */
  readonly personId?: string;
  /** Number of people a group verdict rests on. */
  readonly groupSize?: number;
}

/** Values a check runs with. */
export type CheckParams = Readonly<Record<string, CheckParam>>;

/** A verdict whose subject is known from where it was asked. */
export type Ruling = Omit<Verdict, "subject">;

/** What a check says of one row: nothing, that it is fine, or a ruling with its reasons. */
export type Judgement = Ruling | "pass" | undefined;

/** How a check judges row by row, so that after an edit only the rows near it are judged again. */
export interface SubjectRule<Input> {
  /** Table of the rows judged. */
  readonly table: string;
  /** Ids of all rows that may be judged; each once. */
  readonly subjects: (input: Input) => Iterable<string>;
  /** Judges one row; undefined when the rule has nothing to say of it. Reads no order of rows. */
  readonly judge: (input: Input, id: string, params: CheckParams, row?: unknown) => Judgement;
  /**
   * What judging begins with, looked up once for all rules that share this very function and given to them as `row`;
   * undefined: none of them has anything to say. Without a `row` a rule looks it up itself.
   */
  readonly rowOf?: (input: Input, id: string, held?: unknown) => unknown;
  /**
   * The ids of `subjects` with what the input holds under each, where it gives both at once; `rowOf` is given it as `held`
   * and need not look it up. Rules that share `subjects` share it.
   */
  readonly entries?: (input: Input) => Iterable<readonly [id: string, held: unknown]>;
  /** Ids of the rows whose judgement may rest on a changed row; asked before and after the change. */
  readonly near: (input: Input, changed: Reference) => Iterable<string>;
}

/** A rule over documents or ports. */
export interface Check<Input> {
  /** `package/kebab-noun`; also the code of its texts. */
  readonly id: string;
  readonly version: string;
  readonly kind: CheckKind;
  readonly citation: readonly Citation[];
  /** Fields of the documents it reads, as `table.field`; where one cannot be known the outcome is unknown. */
  readonly needs: readonly string[];
  readonly dataClass: DataClass;
  readonly params: CheckParams;
  /** First and last day the rule is in force. */
  readonly since?: string;
  readonly until?: string;
  /** Set while a value has not been checked against its source; such a check is off by default. */
  readonly unverified?: boolean;
  /** Whether there is anything to judge at all; when not, the one outcome is inapplicable. */
  readonly applies?: (input: Input) => boolean;
  readonly evaluate: (input: Input, params: CheckParams) => readonly Verdict[];
  /** Tells the verdicts of `evaluate` one by one: of hundreds of thousands none need be kept beside its finding. */
  readonly tell?: (input: Input, params: CheckParams, told: (verdict: Verdict) => void) => void;
  /** Present when the rule judges row by row; `evaluate` then says the same of all rows. */
  readonly each?: SubjectRule<Input>;
}

/** Accepts a failure for a stated time and reason; marks, never deletes. */
export interface Waiver {
  readonly id: string;
  /** Fingerprint of one finding, or id of a check for all of its findings. */
  readonly covers: string;
  /** At least 10 characters. */
  readonly reason: string;
  readonly by: string;
  /** Day. */
  readonly grantedOn: string;
  /** Day, included. */
  readonly expiresOn: string;
}

/** A result of a check about the work; its text comes from a catalog by `code` and `facts`. */
export interface Finding extends Message {
  readonly checkId: string;
  readonly version: string;
  readonly kind: CheckKind;
  readonly dataClass: DataClass;
  readonly outcome: Outcome;
  readonly severity: FindingSeverity;
  readonly subject: Reference;
  readonly evidence: readonly Reference[];
  readonly citation: readonly Citation[];
  readonly measured?: Measured;
  readonly threshold?: Measured;
  readonly window?: { readonly from: string; readonly to: string };
  readonly missing?: readonly string[];
  readonly personId?: string;
  readonly groupSize?: number;
  /** The same work gives the same fingerprint in every run. */
  readonly fingerprint: string;
  /** Id of the waiver that covers it. */
  readonly waiver?: string;
}

/** A person's records are opened to a viewer. */
export interface Grant {
  /** Whose records. */
  readonly personId: string;
  /** Who granted it. */
  readonly by: string;
  /** Last day, included; absent = without end. */
  readonly until?: string;
  /** Ids of the checks it is for; absent = all. */
  readonly checks?: readonly string[];
}

/** Who looks, and what they were granted. */
export interface Viewer {
  readonly personId?: string;
  readonly grants?: readonly Grant[];
}
