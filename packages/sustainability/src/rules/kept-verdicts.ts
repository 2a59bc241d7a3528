import type { Verdict } from "@evenkeel/checks";
import type { WorkColumns } from "../types.js";
import type { PersonWork } from "../working-time/person-work.js";
import type { WorkingTime } from "../working-time/working-time.js";
import type { CompiledRule } from "./compiled-rule.js";
import type { Failure } from "./judge-person.js";

interface Kept {
  readonly failure: Failure;
  readonly verdict: Verdict;
}

/** A time in which work was changed, bounds included. */
export interface Changed {
  readonly from: number;
  readonly to: number;
}

const isSameRow = (a: WorkColumns, at: number, b: WorkColumns, to: number): boolean =>
  a.from[at] === b.from[to] && a.to[at] === b.to[to] && a.idOf?.(at) === b.idOf?.(to);

/** From the first start to the last end of some rows. */
function timeOf({ from, to }: WorkColumns, first: number, end: number): Changed {
  let [begin, stop] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = first; row < end; row++) {
    begin = Math.min(begin, from[row] ?? begin);
    stop = Math.max(stop, to[row] ?? stop);
  }
  return { from: begin, to: stop };
}

/** The time of all rows that two lists do not share at their beginning and end. */
export function changedTime(before: WorkColumns, after: WorkColumns): Changed {
  const [olds, news] = [before.from.length, after.from.length];
  const most = Math.min(olds, news);
  let head = 0;
  while (head < most && isSameRow(before, head, after, head)) head++;
  let tail = 0;
  while (tail < most - head && isSameRow(before, olds - 1 - tail, after, news - 1 - tail)) tail++;
  const [old, now] = [timeOf(before, head, olds - tail), timeOf(after, head, news - tail)];
  return { from: Math.min(old.from, now.from), to: Math.max(old.to, now.to) };
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

const serving = new WeakMap<WorkingTime, KeptVerdicts>();

/** What is known from before of this work; undefined where it is judged but once. */
export const keptFor = (time: WorkingTime): KeptVerdicts | undefined => serving.get(time);

/**
 * Verdicts on failures, kept from one judgement of a person to the next: what a failure rests on lies within its worst
 * window, so that one which is as it was needs no new evidence unless work was changed there.
 */
export class KeptVerdicts {
  private readonly byRule = new Map<CompiledRule, Map<string, readonly Kept[]>>();
  /** Where work of the person at hand was changed since it was last judged. */
  changed: Changed = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

  /** Is asked about this work from now on. */
  serve(time: WorkingTime | undefined): void {
    if (time !== undefined) serving.set(time, this);
  }

  /** Verdicts on the failures of one person; only those not known from before are made. */
  renew(
    rule: CompiledRule,
    personId: string,
    { leave }: PersonWork,
    failures: readonly Failure[],
    verdictOn: (failure: Failure) => Verdict,
  ): readonly Verdict[] {
    const byPerson = this.byRule.get(rule) ?? new Map<string, readonly Kept[]>();
    this.byRule.set(rule, byPerson);
    const before = byPerson.get(personId) ?? [];
    // What makes up for a day of leave, or gives rest back, comes after the window.
    const looksBeyond = rule.measure.looksBeyond === true || leave.length > 0;
    const isUntouched = ({ worst }: Failure): boolean =>
      this.changed.to < worst.from || (!looksBeyond && worst.to < this.changed.from);
    let old = 0;
    const kept = failures.map((failure): Kept => {
      while (old < before.length && (before[old]?.failure.from ?? 0) < failure.from) old++;
      const known = before[old];
      if (known !== undefined && isSameFailure(known.failure, failure) && isUntouched(failure)) return known;
      return { failure, verdict: verdictOn(failure) };
    });
    byPerson.set(personId, kept);
    return kept.map(({ verdict }) => verdict);
  }
}
