import type { Readings } from "../working-time/readings.js";
import type { Judged, WorkingTime } from "../working-time/working-time.js";
import { type Bound, isWorse, keeps } from "./bounds.js";
import type { CompiledRule } from "./compiled-rule.js";

/** A stretch of time in which a rule was not kept; of rolling windows that overlap, the worst stands for all. */
export interface Failure {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly bound: Bound;
  /** The window with the worst value. */
  readonly worst: { readonly from: number; readonly to: number };
  /** Number of failing windows. */
  readonly windows: number;
}

/** What a rule says of one person. */
export type PersonRuling =
  | { readonly outcome: "fail"; readonly failures: readonly Failure[] }
  | { readonly outcome: "pass"; readonly value?: number; readonly bound?: Bound }
  | { readonly outcome: "unknown"; readonly missing: readonly string[] }
  | { readonly outcome: "inapplicable" };

const millisPerDay = 86_400_000;

function overlapping(failures: readonly Failure[]): Failure[] {
  const runs: Failure[] = [];
  for (const next of failures) {
    const run = runs.at(-1);
    if (run === undefined || next.from >= run.to) {
      runs.push(next);
      continue;
    }
    const worse = isWorse(next.value, run.value, run.bound) ? next : run;
    runs[runs.length - 1] = {
      ...worse,
      from: run.from,
      to: Math.max(run.to, next.to),
      windows: run.windows + 1,
    };
  }
  return runs;
}

/** The day on which a window begins: of the person's clock where there is one. */
function dayOf(person: Judged, from: number): number {
  const clock = person.work?.clock;
  if (clock === undefined) return Math.floor(from / millisPerDay);
  const midnight = clock.at(0);
  let [low, high] = [0, clock.days];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((midnight[middle] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  return clock.firstDay + low;
}

/** What binds a window that begins at an instant; undefined where the rule is not in force or was agreed to be left aside. */
function boundsFor(
  { spec, latest, latestSince, boundOn }: CompiledRule,
  person: Judged,
  override: number | undefined,
): (from: number) => Bound | undefined {
  const names = [spec.id, ...spec.citation.map(({ article }) => article)];
  const optOuts = spec.optOut === true ? person.optOuts.filter(({ rule }) => names.includes(rule)) : [];
  const changed = (bound: Bound): Bound => (override === undefined ? bound : { ...bound, value: override });
  const isAlways =
    optOuts.length === 0 && latest !== undefined && (person.work?.from ?? 0) >= (latestSince + 1) * millisPerDay;
  if (isAlways) {
    const bound = changed(latest);
    return () => bound;
  }
  return (from) => {
    const day = dayOf(person, from);
    if (optOuts.some((each) => each.from <= day && day < (each.to ?? Number.POSITIVE_INFINITY))) return undefined;
    const bound = boundOn(day);
    return bound === undefined ? undefined : changed(bound);
  };
}

/**
 * Judges one person by one rule.
 *
 * A window is judged by the version of the rule in force on its first day, and not at all in the time of an opt-out.
 */
export function judgePerson(
  rule: CompiledRule,
  person: Judged,
  time: Pick<WorkingTime, "isLeaveKnown" | "areIncidentsKnown">,
  out: Readings,
  override: number | undefined,
): PersonRuling {
  const { work } = person;
  if (work === undefined) return { outcome: "unknown", missing: [rule.workField] };
  const missing = rule.needs.filter(
    (need) =>
      (need === "people.zone" && work.clock === undefined) ||
      (need === "leave.from" && !time.isLeaveKnown) ||
      (need === "incidents.at" && !time.areIncidentsKnown),
  );
  if (missing.length > 0) return { outcome: "unknown", missing };
  out.clear();
  rule.read(work, out);
  if (out.length === 0 && out.isTooShort)
    return rule.source === "plan" ? { outcome: "inapplicable" } : { outcome: "unknown", missing: [rule.workField] };
  if (out.length === 0) return { outcome: "pass" };
  const boundAt = boundsFor(rule, person, override);
  const failures: Failure[] = [];
  let worst: { value: number; bound: Bound } | undefined;
  for (let at = 0; at < out.length; at++) {
    const [from, to, value] = [out.from[at] ?? 0, out.to[at] ?? 0, out.value[at] ?? 0];
    const bound = boundAt(from);
    if (bound === undefined) continue;
    if (worst === undefined || isWorse(value, worst.value, bound)) worst = { value, bound };
    if (!keeps(value, bound)) failures.push({ from, to, value, bound, worst: { from, to }, windows: 1 });
  }
  if (worst === undefined) return { outcome: "inapplicable" };
  if (failures.length === 0) return { outcome: "pass", ...worst };
  const inTime = failures.sort((a, b) => a.from - b.from || a.to - b.to);
  return { outcome: "fail", failures: rule.rolls ? overlapping(inTime) : inTime };
}
