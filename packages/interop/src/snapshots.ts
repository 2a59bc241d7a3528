import { onTimeLine, type WorkEvent, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import { canonicalJson, compareText, type Issue, issue, ok, parseInstant, type Result, refuse } from "@evenkeel/kernel";
import { addTo } from "./group.js";
import { eventsBetween, intervalOf, isWithin, matterOf, placeOf, spokenPlan } from "./snapshots/events.js";
import { withSameIds } from "./snapshots/same-rows.js";

/** An export as it was at an instant. */
export interface Snapshot {
  /** Instant the export was made. */
  readonly at: string;
  readonly plan: WorkPlan;
  readonly history: WorkHistory;
}

/** The last export, with what must have happened between the exports. */
export interface InferredHistory {
  readonly plan: WorkPlan;
  readonly history: WorkHistory;
}

/** Snapshots in order of time, each content once an instant; or the faults. */
function inOrder(snapshots: readonly Snapshot[]): Result<Snapshot[]> {
  const issues: Issue[] = snapshots.flatMap(({ at }, index) => parseInstant(at, [index, "at"]).issues);
  if (snapshots.length === 0) issues.push(issue("interop/snapshots-none"));
  const sorted: Snapshot[] = [];
  const byTime = issues.length > 0 ? [] : [...snapshots].sort((a, b) => timeOf(a) - timeOf(b));
  for (const snapshot of byTime) {
    const last = sorted.at(-1);
    if (last === undefined || timeOf(last) !== timeOf(snapshot)) sorted.push(snapshot);
    else if (canonicalJson([last.plan, last.history]) !== canonicalJson([snapshot.plan, snapshot.history]))
      issues.push(issue("interop/snapshots-same-time", { path: ["at"], facts: { at: snapshot.at } }));
  }
  const [first, ...rest] = issues;
  return first === undefined ? ok(sorted) : refuse([first, ...rest]);
}

const timeOf = ({ at }: Snapshot): number => onTimeLine(at) ?? 0;

/** What an event says, whatever its id. */
const contentOf = ({ id: _id, ...rest }: WorkEvent): string => canonicalJson(rest);

/** Events of the last export, and recorded ones of earlier exports that it no longer holds. */
function recordedIn(snapshots: readonly Snapshot[]): WorkEvent[] {
  const [ids, contents] = [new Set<string>(), new Set<string>()];
  const all: WorkEvent[] = [];
  for (const [age, { history, at }] of [...snapshots].reverse().entries()) {
    for (const event of history.events) {
      const content = contentOf(event);
      if (age > 0 && (event.source !== "exact" || contents.has(content))) continue;
      const id = ids.has(event.id) ? `${event.id} (${at})` : event.id;
      ids.add(id);
      contents.add(content);
      all.push(id === event.id ? event : { ...event, id });
    }
  }
  return all;
}

/** Keeps what no event of the exports themselves tells. */
function untold(inferred: readonly WorkEvent[], told: readonly WorkEvent[]): WorkEvent[] {
  const byMatter = new Map<string, string[]>();
  const made = new Set(told.flatMap((event) => (event.type === "created" ? [placeOf(event)] : [])));
  for (const event of told) addTo(byMatter, matterOf(event), event.at);
  return inferred.filter((event) => {
    if (event.type === "created" && made.has(placeOf(event))) return false;
    const [from, to] = intervalOf(event);
    return !(byMatter.get(matterOf(event)) ?? []).some((at) => isWithin(at, from, to));
  });
}

function unrelated(snapshots: readonly Snapshot[]): Issue[] {
  return snapshots.slice(1).flatMap((after, index) => {
    const before = snapshots[index]?.plan.items ?? [];
    const ids = new Set(after.plan.items?.map(({ id }) => id));
    if (before.length === 0 || ids.size === 0 || before.some(({ id }) => ids.has(id))) return [];
    const facts = { before: snapshots[index]?.at ?? "", after: after.at };
    return [issue("interop/snapshots-unrelated", { severity: "warning", path: ["at"], facts })];
  });
}

function withInferred(history: WorkHistory, events: readonly WorkEvent[], inferred: readonly WorkEvent[]): WorkHistory {
  const fields = [...new Set(inferred.map(({ type }) => type))].sort(compareText);
  return {
    ...history,
    ...(history.coverage === undefined || fields.length === 0
      ? {}
      : { coverage: [...history.coverage, { tool: "snapshots", table: "events" as const, fields }] }),
    events: [...events, ...inferred],
  };
}

/**
 * What happened between successive exports of one source: for tools whose export only says how things stand.
 *
 * Changes of state, place, assignment, dates and other fields, rows that came and went, each an event marked `inferred`, dated by the
 * export that shows it first, with the interval in `extensions.interval` {notBefore, notAfter}. Rows are found again by the ids of
 * the source. What an export itself tells, recorded or by a stamp, within the interval goes before what is inferred; recorded events
 * of earlier exports that later ones cut away are kept. The order of the exports and of their rows changes nothing, and the same
 * export twice adds nothing.
 *
 * @param snapshots - exports with the instant each was made; at least one
 * @returns the last plan, and its history with what was inferred
 *
 * Issues: interop/snapshots-none, interop/snapshots-same-time, and those of `parseInstant`; beside the result interop/snapshots-unrelated.
 * Time O(rows of all exports x log), space the same.
 * Source: own; event sourcing, interval censoring.
 *
 * @example
 * import { readMarkdown } from "@evenkeel/interop/markdown";
 * const made = (at: string, text: string) => ({ at, ...orThrow(readMarkdown(text)) });
 * const found = orThrow(inferHistory([made("2026-05-08T08:00:00Z", "- [/] Dig id:dig"), made("2026-05-01T08:00:00Z", "- [ ] Dig id:dig")]));
 * found.history.events.map(({ type, at, source }) => [type, at, source]); // => [["stateChanged", "2026-05-08T08:00:00Z", "inferred"]]
 */
export function inferHistory(snapshots: readonly Snapshot[]): Result<InferredHistory> {
  const sorted = inOrder(snapshots);
  if (!sorted.ok) return sorted;
  const same = withSameIds(sorted.value);
  const last = same.at(-1) as Snapshot;
  const plans = same.map(({ at, plan }) => ({ at, plan: spokenPlan(plan) }));
  const all = plans.slice(1).flatMap((after, index) => {
    const before = plans[index];
    return before === undefined ? [] : eventsBetween(before, after);
  });
  const told = recordedIn(same);
  const inferred = untold(all, told).sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
  return ok({ plan: last.plan, history: withInferred(last.history, told, inferred) }, unrelated(same));
}
