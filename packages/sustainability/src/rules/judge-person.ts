import { assert } from "@evenkeel/kernel";
import type { RuleOptOut } from "../types.js";
import type { PersonWork } from "../working-time/person-work.js";
import type { Readings } from "../working-time/readings.js";
import type { Judged, WorkingTime } from "../working-time/working-time.js";
import { type Bound, isWorse, keeps } from "./bounds.js";
import type { CompiledRule } from "./compiled-rule.js";
import type { Failure } from "./failure.js";

/** What a rule says of one person. */
export type PersonRuling =
  | { readonly outcome: "fail"; readonly failures: readonly Failure[] }
  | { readonly outcome: "pass"; readonly value?: number; readonly bound?: Bound }
  | { readonly outcome: "unknown"; readonly missing: readonly string[] }
  | { readonly outcome: "inapplicable" };

const millisPerDay = 86_400_000;

/** What binds the window of a reading, by its place. */
type BoundAt = (reading: number) => Bound | undefined;

/** Puts failing readings in the order of their windows, unless they are. */
function inOrderOfTime({ from, to, failing }: Readings, count: number): void {
  const byTime = (a: number, b: number): number =>
    (from[a] ?? 0) - (from[b] ?? 0) || (to[a] ?? 0) - (to[b] ?? 0) || a - b;
  let at = 1;
  while (at < count && byTime(failing[at - 1] ?? 0, failing[at] ?? 0) < 0) at++;
  if (at < count) failing.subarray(0, count).sort(byTime);
}

/** Failing readings as failures; of windows that roll, those that overlap are one. */
function failuresOf(out: Readings, count: number, boundAt: BoundAt, rolls: boolean): Failure[] {
  inOrderOfTime(out, count);
  const { from, to, value, failing } = out;
  const failures: Failure[] = [];
  for (let at = 0; at < count; ) {
    const first = failing[at] ?? 0;
    const bound = boundAt(first);
    assert(bound !== undefined, "what fails is bound");
    let worst = first;
    let end = to[first] ?? 0;
    let windows = 1;
    for (at++; rolls && at < count && (from[failing[at] ?? 0] ?? 0) < end; at++) {
      const next = failing[at] ?? 0;
      if (isWorse(value[next] ?? 0, value[worst] ?? 0, bound)) worst = next;
      end = Math.max(end, to[next] ?? 0);
      windows++;
    }
    failures.push({
      from: from[first] ?? 0,
      to: end,
      value: value[worst] ?? 0,
      bound: boundAt(worst) ?? bound,
      worst: { from: from[worst] ?? 0, to: to[worst] ?? 0 },
      windows,
    });
  }
  return failures;
}

/** The day on which a window begins: of the person's clock where there is one. */
function dayOf(person: Judged, from: number): number {
  const clock = person.work?.clock;
  if (clock === undefined) return Math.floor(from / millisPerDay);
  const midnight = clock.at(0);
  let low = 0;
  let high = clock.days;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((midnight[middle] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  return clock.firstDay + low;
}

/** What binds the window of each reading; undefined where the rule is not in force or was agreed to be left aside. */
function boundsFor(
  rule: CompiledRule,
  person: Judged,
  work: PersonWork,
  { from }: Readings,
  override: number | undefined,
): BoundAt {
  const { spec, boundOn, latest, latestSince } = rule;
  const isOf = ({ rule: name }: RuleOptOut): boolean =>
    name === spec.id || spec.citation.some(({ article }) => article === name);
  const optOuts = spec.optOut === true ? person.optOuts.filter(isOf) : [];
  const changed = (bound: Bound): Bound => (override === undefined ? bound : { ...bound, value: override });
  const isAlways = optOuts.length === 0 && latest !== undefined && work.from >= (latestSince + 1) * millisPerDay;
  if (isAlways) {
    const bound = changed(latest);
    return () => bound;
  }
  return (reading) => {
    const day = dayOf(person, from[reading] ?? 0);
    if (optOuts.some((each) => each.from <= day && day < (each.to ?? Number.POSITIVE_INFINITY))) return undefined;
    const bound = boundOn(day);
    return bound === undefined ? undefined : changed(bound);
  };
}

/** Too much work in a part of a window is too much in all of it, so that a week need not be over to be told. */
function isCertainEarly({ measure, source }: CompiledRule): boolean {
  return measure.better === "less" && measure.moreWork !== "mayHelp" && source !== "plan";
}

/** No window is whole, or none bound: too short to say, not in force, or nothing there to judge. */
function nothingJudged(rule: CompiledRule, work: PersonWork, out: Readings, isAny: boolean): PersonRuling {
  out.clear();
  rule.read(work, out);
  if (out.isTooShort && out.length === 0)
    return rule.source === "plan" ? { outcome: "inapplicable" } : { outcome: "unknown", missing: [rule.workField] };
  return out.length === 0 && !isAny ? { outcome: "pass" } : { outcome: "inapplicable" };
}

/**
 * Judges one person by one rule.
 *
 * A window is judged by the version of the rule in force on its first day, and not at all in the time of an opt-out. One
 * that reaches beyond the records is judged where what is known of it is too much already.
 */
export function judgePerson(
  rule: CompiledRule,
  person: Judged,
  time: Pick<WorkingTime, "isLeaveKnown" | "areIncidentsKnown">,
  out: Readings,
  override: number | undefined,
): PersonRuling {
  const { work, beyond } = person;
  if (work === undefined) return { outcome: "unknown", missing: [rule.workField] };
  const isMissing = (need: string): boolean =>
    (need === "people.zone" && work.clock === undefined) ||
    (need === "leave.from" && !time.isLeaveKnown) ||
    (need === "incidents.at" && !time.areIncidentsKnown);
  if (rule.needs.some(isMissing)) return { outcome: "unknown", missing: rule.needs.filter(isMissing) };
  out.clear();
  rule.read(isCertainEarly(rule) ? (beyond ?? work) : work, out);
  const boundAt = boundsFor(rule, person, work, out, override);
  let failing = 0;
  let isAny = false;
  let worst = -1;
  let worstBound: Bound | undefined;
  const { from: begins, to: ends, value: values, length } = out;
  for (let at = 0; at < length; at++) {
    const bound = boundAt(at);
    if (bound === undefined) continue;
    isAny = true;
    const value = values[at] ?? 0;
    const isKept = keeps(value, bound);
    if (isKept && ((begins[at] ?? 0) < work.from || (ends[at] ?? 0) > work.to)) continue;
    if (!isKept) out.failing[failing++] = at;
    if (worstBound !== undefined && !isWorse(value, values[worst] ?? 0, bound)) continue;
    worst = at;
    worstBound = bound;
  }
  if (worstBound === undefined) return nothingJudged(rule, work, out, isAny);
  if (failing === 0) return { outcome: "pass", value: out.value[worst] ?? 0, bound: worstBound };
  return { outcome: "fail", failures: failuresOf(out, failing, boundAt, rule.rolls) };
}
