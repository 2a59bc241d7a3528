import type { CommandDraft, Subject } from "@evenkeel/core";

/** What has to be done. */
export type DutyKind =
  | "offerHandoff"
  | "acceptHandoff"
  | "acknowledge"
  | "answer"
  | "decide"
  | "keepPromise"
  | "renegotiate"
  | "acceptResult"
  | "takeReading";

/** One open duty: who owes what by when, why, and the command that discharges it. */
export interface Duty {
  readonly kind: DutyKind;
  readonly subject: Subject;
  /** Person or team id; absent where nobody is named. */
  readonly whoId?: string;
  /** Instant by which it is owed, milliseconds UTC; the review's instant where no date is known. */
  readonly due: number;
  readonly isLate: boolean;
  /** `completion/duty-...` */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Carrying it out removes this duty and no other. */
  readonly command: CommandDraft;
  /** Fields of the command a person has to fill in. */
  readonly ask?: readonly string[];
  /** Other commands that discharge it. */
  readonly otherwise?: readonly CommandDraft[];
}
