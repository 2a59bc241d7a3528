import type { Issue } from "@evenkeel/kernel";
import type { Baseline } from "../baseline.js";
import type { Check, Grant } from "../types.js";
import type { Withheld } from "../visible-findings.js";

/** What is needed of a check to describe its rule. */
export type SarifRule = Pick<Check<never>, "id" | "version" | "kind" | "citation">;

/** What a log says besides its findings. */
export interface SarifContext {
  /** Gives each result its state beside an earlier run. */
  readonly baseline?: Baseline;
  /** Ids of the checks that ran, so that what was not judged is not said to be gone. */
  readonly ran?: readonly string[];
  /** Faults in the input, as notifications. */
  readonly issues?: readonly Issue[];
  /** Grants that were used; from `visibleFindings`. */
  readonly grants?: readonly Grant[];
  /** What was withheld from the reader; from `visibleFindings`. */
  readonly withheld?: readonly Withheld[];
  /** False when the run was cancelled. Default true. */
  readonly isComplete?: boolean;
  /** Version of the program. */
  readonly version?: string;
}
