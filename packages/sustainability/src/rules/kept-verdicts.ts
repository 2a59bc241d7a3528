import type { Verdict } from "@evenkeel/checks";
import type { Changed } from "../working-time/own-rows.js";
import type { PersonWork } from "../working-time/person-work.js";
import type { CompiledRule } from "./compiled-rule.js";
import type { Failure } from "./failure.js";

/** A failure with the verdict on it. */
export interface Kept {
  readonly failure: Failure;
  readonly verdict: Verdict;
}

const isSameFailure = (a: Failure, b: Failure): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.value === b.value &&
  a.windows === b.windows &&
  a.worst.from === b.worst.from &&
  a.worst.to === b.worst.to &&
  a.bound.value === b.bound.value &&
  a.bound.comparator === b.bound.comparator;

const isSameEvidence = ({ evidence: a = [] }: Verdict, { evidence: b = [] }: Verdict): boolean =>
  a.length === b.length && a.every(({ table, id }, at) => b[at]?.table === table && b[at]?.id === id);

/**
 * Verdicts on failures, kept from one judgement of a person to the next: what a failure rests on lies within its worst
 * window, so that one which is as it was needs no new evidence unless work was changed there.
 */
export class KeptVerdicts {
  private readonly byRule = new Map<CompiledRule, Map<string, readonly Kept[]>>();
  /** Where work of the person at hand was changed since it was last judged. */
  changed: Changed = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

  /** Verdicts on the failures of one person; only those not known from before are made. */
  renew(
    rule: CompiledRule,
    personId: string,
    { leave }: PersonWork,
    failures: readonly Failure[],
    verdictOn: (failure: Failure) => Verdict,
  ): readonly Kept[] {
    const byPerson = this.byRule.get(rule) ?? new Map<string, readonly Kept[]>();
    this.byRule.set(rule, byPerson);
    const before = byPerson.get(personId) ?? [];
    // What makes up for a day of leave, or gives rest back, comes after the window.
    const looksBeyond = rule.measure.looksBeyond === true || leave.length > 0;
    const isUntouched = ({ worst }: Failure): boolean =>
      this.changed.to < worst.from || (!looksBeyond && worst.to < this.changed.from);
    let old = 0;
    let isNew = failures.length !== before.length;
    const kept = failures.map((failure, at): Kept => {
      while (old < before.length && (before[old]?.failure.from ?? 0) < failure.from) old++;
      const known = before[old];
      if (known !== undefined && isSameFailure(known.failure, failure) && isUntouched(failure)) {
        if (old !== at) isNew = true;
        return known;
      }
      const verdict = verdictOn(failure);
      const isSame =
        known !== undefined && isSameFailure(known.failure, failure) && isSameEvidence(known.verdict, verdict);
      if (!isSame || old !== at) isNew = true;
      return isSame ? known : { failure, verdict };
    });
    // What is as it was stays the very list it was: a collector of garbage then has nothing to move.
    if (isNew) byPerson.set(personId, kept);
    return isNew ? kept : before;
  }
}
