import { workBetween, type ZoneRules } from "@evenkeel/calendar";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { placeAlap } from "./as-late-as-possible.js";
import { backwardPass, projectFinish } from "./backward-pass.js";
import { type CompiledSchedule, compileSchedule } from "./compile-schedule.js";
import { forwardPass } from "./forward-pass.js";
import { longestPathNodes } from "./longest-path.js";
import { freeFloatOf, measureFloats } from "./measure-floats.js";
import { byFixedDate, constraintKinds, firstConstraint } from "./place-early.js";
import { linkTypes } from "./read-links.js";
import { addSpannedRows, type Row } from "./spanned-rows.js";
import type {
  CompiledNetwork,
  Driver,
  EarlyDates,
  Floats,
  LateDates,
  Schedule,
  ScheduledActivity,
  ScheduleInput,
} from "./types.js";

interface Passes {
  readonly early: EarlyDates;
  readonly late: LateDates;
  readonly floats: Floats;
  readonly start: Int32Array;
  readonly finish: Int32Array;
}

/** A network that is scheduled from its finish begins where the earliest late start lies. */
function anchored(network: CompiledNetwork): CompiledNetwork {
  if (!network.rules.fromFinish) return network;
  const late = backwardPass(network, forwardPass(network));
  let start = network.mustFinishBy!;
  for (let node = 0; node < network.nodeCount; node++) {
    if (network.special[node]?.kind !== "summary") start = Math.min(start, late.lateStart[node]!);
  }
  return { ...network, start };
}

function runPasses(compiled: CompiledSchedule): Passes {
  const network = anchored(compiled.network);
  const first = forwardPass(network);
  const late = backwardPass(network, first);
  const early = placeAlap(network, first, late);
  const floats = measureFloats(network, early, late);
  const [start, finish] = [early.earlyStart.slice(), early.earlyFinish.slice()];
  network.special.forEach((more, node) => {
    if (more?.kind === "resumed" || more?.kind === "past") {
      early.earlyStart[node] = late.lateStart[node] = start[node] = more.fixedStart!;
    }
    if (more?.kind === "past") early.earlyFinish[node] = late.lateFinish[node] = finish[node] = more.fixedFinish!;
    const { alapUses, fromFinish } = network.rules;
    if (more?.isAlap !== true || (alapUses === "freeFloat" && !fromFinish)) return;
    start[node] = late.lateStart[node]!;
    finish[node] = late.lateFinish[node]!;
    if (fromFinish) return;
    for (const float of Object.values(floats) as Int32Array[]) float[node] = 0;
  });
  return { early, late, floats, start, finish };
}

function driverOf(compiled: CompiledSchedule, node: number, code: number): Driver {
  const { network, input, linkPositions, positions } = compiled;
  const row = input.activities[positions[network.activityOf[node]!]!]!;
  if (code >= 0) {
    const link = input.links![linkPositions[network.linkOf[code]!]!]!;
    const { id, predecessor } = link;
    const found = { predecessor, type: linkTypes[network.type[code]!]!, lagMinutes: network.lag[code]! / 10 };
    return { kind: "link", ...(id === undefined ? {} : { linkId: id }), ...found };
  }
  if (code === byFixedDate) return { kind: (row.actualStart ?? row.actualFinish) ? "actual" : "manual" };
  if (code > firstConstraint) return { kind: compiled.startsBy };
  const kinds = constraintKinds[firstConstraint - code]!;
  const constraint = row.constraints!.find(({ kind }) => kinds.includes(kind))!.kind;
  return { kind: "constraint", constraint };
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
    if (row === undefined || outline.isSummary[at] === 1 || activity.inactive === true) return;
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

function toActivity(
  id: string,
  row: Row,
  write: (tick: number) => string,
  isCritical: boolean,
  isSummary: boolean,
  driver: Driver | undefined,
): ScheduledActivity {
  const shown = {
    id,
    start: write(row[4]!),
    finish: write(row[5]!),
    earlyStart: write(row[0]!),
    earlyFinish: write(row[1]!),
    lateStart: write(row[2]!),
    lateFinish: write(row[3]!),
    totalFloatMinutes: row[6]! / 10,
    freeFloatMinutes: row[7]! / 10,
    startFloatMinutes: row[8]! / 10,
    finishFloatMinutes: row[9]! / 10,
    isCritical,
    isSummary,
  };
  return driver === undefined ? shown : { ...shown, driver };
}

/** Which positions are critical; a summary, by the longest path, where one of its leaves is. */
function criticalRows(
  compiled: CompiledSchedule,
  passes: Passes,
  rows: readonly (Row | undefined)[],
): (position: number) => boolean {
  const { network, outline, positions } = compiled;
  const { criticalBy, criticalFloatMinutes } = network.rules;
  if (criticalBy === "totalFloat") return (position) => rows[position]![6]! <= criticalFloatMinutes * 10;
  const on = longestPathNodes(network, passes.early);
  const marked = new Set<number>();
  for (let node = 0; node < network.nodeCount; node++) {
    if (on[node] === 0) continue;
    for (let at = positions[network.activityOf[node]!]!; at !== -1; at = outline.parent[at]!) marked.add(at);
  }
  return (position) => marked.has(position);
}

function toRows(compiled: CompiledSchedule, passes: Passes): readonly ScheduledActivity[] {
  const { network, input, outline, clock, positions } = compiled;
  const rows: (Row | undefined)[] = Array(input.activities.length).fill(undefined);
  const drivers: (Driver | undefined)[] = Array(input.activities.length).fill(undefined);
  const finished = new Uint8Array(input.activities.length);
  const { early, late, floats } = passes;
  const columns = [early.earlyStart, early.earlyFinish, late.lateStart, late.lateFinish, passes.start, passes.finish];
  columns.push(floats.totalFloat, floats.freeFloat, floats.startFloat, floats.finishFloat);
  for (let node = 0; node < network.nodeCount; node++) {
    const position = positions[network.activityOf[node]!]!;
    if (outline.isSummary[position] === 1) continue;
    rows[position] = columns.map((column) => column[node]!);
    drivers[position] = driverOf(compiled, node, early.driver[node]!);
    const more = network.special[node];
    if (more?.isFinished === true || more?.kind === "past") finished[position] = 1;
  }
  addSpannedRows({ compiled, rows, finished });
  summaryRows(compiled, passes, rows, finished);
  const critical = criticalRows(compiled, passes, rows);
  return rows.flatMap((row, position) => {
    if (row === undefined) return [];
    const isCritical = finished[position] === 0 && critical(position);
    const { id } = input.activities[position]!;
    return [toActivity(id, row, clock.write, isCritical, outline.isSummary[position] === 1, drivers[position])];
  });
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
  const { network, clock, positions, calendars } = compiled.value;
  const issues: Issue[] = [...compiled.issues];
  const passes = runPasses(compiled.value);
  let start = Number.POSITIVE_INFINITY;
  const lost: string[] = [];
  for (let node = 0; node < network.nodeCount; node++) {
    start = Math.min(start, passes.start[node]!);
    const dates = [passes.early.earlyFinish[node]!, passes.late.lateStart[node]!, passes.late.lateFinish[node]!];
    if (network.special[node]?.kind !== "summary" && dates.some((tick) => Math.abs(tick) >= 0x7fffffff)) {
      lost.push(input.activities[positions[network.activityOf[node]!]!]!.id);
    }
  }
  if (lost.length > 0) {
    return refuse([issue("scheduling/beyond-time", { subject: lost, facts: { activities: lost } }), ...issues]);
  }
  const version = calendars.zoneRulesVersion;
  return ok(
    {
      start: clock.write(network.nodeCount === 0 ? network.start : start),
      finish: clock.write(projectFinish(network, { ...passes.early, earlyFinish: passes.finish })),
      activities: toRows(compiled.value, passes),
      preset: input.options?.preset ?? "evenkeel",
      ...(version === undefined ? {} : { zoneRulesVersion: version }),
    },
    issues,
  );
}
