import { workBetween, type ZoneRules } from "@evenkeel/calendar";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { projectFinish } from "./backward-pass.js";
import { type CompiledSchedule, compileSchedule } from "./compile-schedule.js";
import { longestPathNodes } from "./longest-path-nodes.js";
import { freeFloatOf } from "./measure-floats.js";
import { byFixedDate, constraintKinds, firstConstraint } from "./place-early.js";
import { linkTypes } from "./resolve-links.js";
import { isBeyondTime, type Passes, rowOfNode, runPasses } from "./run-passes.js";
import { addSpannedRows, type Row } from "./spanned-rows.js";
import type { Driver, Schedule, ScheduledActivity, ScheduleInput } from "./types.js";

/** What fixed the early start of a node, from the code of its pass; what belongs to another project is fixed there. */
export function driverOf(compiled: CompiledSchedule, node: number, code: number): Driver | undefined {
  const { network, input, linkPositions, positions } = compiled;
  const row = input.activities[positions[network.activityOf[node]!]!]!;
  if (row.outside !== undefined) return undefined;
  if (code >= 0) {
    const link = input.links![linkPositions[network.linkOf[code]!]!]!;
    const { id, predecessor } = link;
    const found = { predecessor, type: linkTypes[network.type[code]!]!, lagMinutes: network.lag[code]! / 10 };
    return { kind: "link", ...(id === undefined ? {} : { linkId: id }), ...found };
  }
  if (code === byFixedDate) return { kind: (row.actualStart ?? row.actualFinish) ? "actual" : "manual" };
  if (code > firstConstraint) return { kind: compiled.startsBy };
  const kinds = constraintKinds[firstConstraint - code]!;
  // What a summary or another project demands is no constraint of the activity's own: it acts as one of the first kind.
  const own = row.constraints?.find(({ kind }) => kinds.includes(kind))?.kind;
  return { kind: "constraint", constraint: own ?? kinds[0]! };
}

/** Rolls the rows below summaries up their parents. */
function summaryRows(
  compiled: CompiledSchedule,
  passes: Passes,
  rows: (Row | undefined)[],
  finished: Uint8Array,
): void {
  const { outline, network, input, positions } = compiled;
  const started = new Uint8Array(rows.length);
  input.activities.forEach((activity, at) => {
    const row = rows[at];
    if (row === undefined || outline.isSummary[at] === 1 || activity.inactive === true || activity.outside) return;
    for (let up = outline.parent[at]!; up !== -1; up = outline.parent[up]!) {
      if ((activity.actualStart ?? activity.actualFinish) !== undefined) started[up] = 1;
      const sum = rows[up];
      if (sum === undefined) {
        rows[up] = row.slice();
        finished[up] = finished[at]!;
        continue;
      }
      for (let k = 0; k < 6; k++) sum[k] = k % 2 === 0 ? Math.min(sum[k]!, row[k]!) : Math.max(sum[k]!, row[k]!);
      finished[up]! &= finished[at]!;
    }
  });
  const nodeOf = new Map<number, number>();
  for (let node = 0; node < network.nodeCount; node++) {
    if (network.special[node]?.kind === "summary") nodeOf.set(positions[network.activityOf[node]!]!, node);
  }
  const finish = projectFinish(network, passes.early);
  rows.forEach((row, position) => {
    if (row === undefined || outline.isSummary[position] === 0) return;
    const calendar = network.calendars[compiled.calendarOf[position]!]!;
    const isDone = finished[position] === 1;
    const startFloat = isDone || started[position] === 1 ? 0 : workBetween(calendar, row[0]!, row[2]!);
    const finishFloat = isDone ? 0 : workBetween(calendar, row[1]!, row[3]!);
    const total = started[position] === 1 ? finishFloat : Math.min(startFloat, finishFloat);
    const node = nodeOf.get(position);
    const free = node === undefined || isDone ? total : freeFloatOf(network, passes.early, node, finish, total);
    row.splice(6, 4, total, Math.max(0, free), startFloat, finishFloat);
  });
}

/** A row in texts; `isLow` says whether its float, or its place on a path, makes it critical once it counts at all. */
export function toActivity(
  { input, outline, clock: { write } }: CompiledSchedule,
  position: number,
  row: Row,
  isDone: boolean,
  isLow: (position: number, row: Row) => boolean,
  driver: Driver | undefined,
): ScheduledActivity {
  const { id, inactive = false, manual, outside } = input.activities[position]!;
  const counts = !isDone && !inactive && outside === undefined && manual?.isPlaceholder !== true;
  const earlyStart = write(row[0]!);
  const earlyFinish = write(row[1]!);
  const shown = {
    id,
    start: row[4] === row[0] ? earlyStart : write(row[4]!),
    finish: row[5] === row[1] ? earlyFinish : write(row[5]!),
    earlyStart,
    earlyFinish,
    lateStart: write(row[2]!),
    lateFinish: write(row[3]!),
    totalFloatMinutes: row[6]! / 10,
    freeFloatMinutes: row[7]! / 10,
    startFloatMinutes: row[8]! / 10,
    finishFloatMinutes: row[9]! / 10,
    isCritical: counts && isLow(position, row),
    isSummary: outline.isSummary[position] === 1,
    ...(inactive ? { isInactive: true as const } : {}),
    ...(outside === undefined ? {} : { isOutside: true as const }),
  };
  return driver === undefined ? shown : { ...shown, driver };
}

/** Which positions are critical; a summary, by the longest path, where one of its leaves is. */
export function criticalRows(compiled: CompiledSchedule, passes: Passes): (position: number, row: Row) => boolean {
  const { network, outline, positions } = compiled;
  const { criticalBy, criticalFloatMinutes } = network.rules;
  if (criticalBy === "totalFloat") return (_position, row) => row[6]! <= criticalFloatMinutes * 10;
  const on = longestPathNodes(network, passes.early);
  const marked = new Set<number>();
  for (let node = 0; node < network.nodeCount; node++) {
    if (on[node] === 0) continue;
    for (let at = positions[network.activityOf[node]!]!; at !== -1; at = outline.parent[at]!) marked.add(at);
  }
  return (position) => marked.has(position);
}

function toRows(compiled: CompiledSchedule, passes: Passes): readonly ScheduledActivity[] {
  const { network, input, outline, positions } = compiled;
  const rows: (Row | undefined)[] = Array(input.activities.length).fill(undefined);
  const drivers: (Driver | undefined)[] = Array(input.activities.length).fill(undefined);
  const finished = new Uint8Array(input.activities.length);
  for (let node = 0; node < network.nodeCount; node++) {
    const position = positions[network.activityOf[node]!]!;
    if (outline.isSummary[position] === 1) continue;
    rows[position] = rowOfNode(network, passes, node);
    drivers[position] = driverOf(compiled, node, passes.early.driver[node]!);
    const more = network.special[node];
    if (more?.isFinished === true || more?.kind === "past") finished[position] = 1;
  }
  addSpannedRows({ compiled, rows, finished });
  summaryRows(compiled, passes, rows, finished);
  const critical = criticalRows(compiled, passes);
  return rows.flatMap((row, position) => {
    if (row === undefined) return [];
    return [toActivity(compiled, position, row, finished[position] === 1, critical, drivers[position])];
  });
}

/** The issue of activities whose dates lie beyond the calendars' time. */
export function beyondTime({ network, input, positions }: CompiledSchedule, passes: Passes): Issue | undefined {
  const lost: string[] = [];
  for (let node = 0; node < network.nodeCount; node++) {
    if (network.special[node]?.kind !== "summary" && isBeyondTime(passes, node))
      lost.push(input.activities[positions[network.activityOf[node]!]!]!.id);
  }
  return lost.length === 0
    ? undefined
    : issue("scheduling/beyond-time", { subject: lost, facts: { activities: lost } });
}

/** The answer in texts. */
export function toSchedule(compiled: CompiledSchedule, passes: Passes): Schedule {
  const { network, clock, calendars, input } = compiled;
  let [start, finish] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let node = 0; node < network.nodeCount; node++) {
    const more = network.special[node];
    if (more?.isApart === true || more?.kind === "summary") continue;
    const row = rowOfNode(network, passes, node);
    start = Math.min(start, row[4]!);
    finish = Math.max(finish, row[5]!);
  }
  const version = calendars.zoneRulesVersion;
  return {
    start: clock.write(Number.isFinite(start) ? start : network.start),
    finish: clock.write(Number.isFinite(finish) ? finish : network.start),
    activities: toRows(compiled, passes),
    preset: input.options?.preset ?? "evenkeel",
    ...(version === undefined ? {} : { zoneRulesVersion: version }),
  };
}

/**
 * Schedules activities on working calendars by the critical path method: early and late dates, floats, and what drives each.
 *
 * Resources are unlimited. Links hold unless a mandatory date, a manual date or an actual says otherwise; conflicts with
 * caps show as negative float. Whose rules hold is an option; the default is our own.
 *
 * @param input - plain data; not mutated
 * @param zoneRules - applies the zones of project and calendars; without them times are local
 * @returns one row per activity that has dates, in the order of the input
 *
 * Issues: those of `compileSchedule`; scheduling/beyond-time.
 * Time O((n + m) log n), space O(n + m).
 * Source: Kelley and Walker (1959), "Critical-path planning and scheduling", doi:10.1145/1460299.1460318.
 *
 * @example
 * const plan = { start: "2026-12-01", activities: [{ id: "a", durationMinutes: 960 }, { id: "b", durationMinutes: 60 }] };
 * orThrow(schedule({ ...plan, links: [{ predecessor: "a", successor: "b" }] })).finish; // => "2026-12-03T09:00"
 */
export function schedule(input: ScheduleInput, zoneRules?: ZoneRules): Result<Schedule> {
  const compiled = compileSchedule(input, zoneRules);
  if (!compiled.ok) return compiled;
  const passes = runPasses(compiled.value.network);
  const lost = beyondTime(compiled.value, passes);
  return lost === undefined
    ? ok(toSchedule(compiled.value, passes), compiled.issues)
    : refuse([lost, ...compiled.issues]);
}
