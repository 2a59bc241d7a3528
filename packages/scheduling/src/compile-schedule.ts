import {
  type CompiledCalendar,
  type CompiledCalendars,
  compileCalendars,
  continuousCalendar,
  intersectCalendars,
  standardCalendar,
  type ZoneRules,
} from "@evenkeel/calendar";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { buildNetwork } from "./build-network.js";
import { type Clock, makeClock } from "./clock.js";
import { cyclesOf } from "./cycles-of.js";
import { inheritedBounds } from "./inherited-bounds.js";
import { makeOutline, type Outline } from "./outline.js";
import { picked } from "./picked.js";
import { type LinkContext, readLinks } from "./read-links.js";
import { presets, type ScheduleRules } from "./rules.js";
import { readSpecial } from "./special-activity.js";
import type { ActivityInput, AssignmentInput, CompiledNetwork, ScheduleInput, SpecialActivity } from "./types.js";

/** A network with the way back to the rows of its input. */
export interface CompiledSchedule {
  readonly network: CompiledNetwork;
  readonly input: ScheduleInput;
  readonly outline: Outline;
  readonly clock: Clock;
  readonly calendars: CompiledCalendars;
  /** Per activity of the input its calendar, as an index into the network's calendars. */
  readonly calendarOf: Int32Array;
  /** Per activity of the network, its position in the input. */
  readonly positions: readonly number[];
  /** Per link of the network, its position in the input; -1 for a summary's own. */
  readonly linkPositions: ArrayLike<number>;
  /** What the project start comes from. */
  readonly startsBy: "projectStart" | "dataDate";
  /** What reads changed activities and links again. */
  readonly readNode: NodeReader;
  readonly linkContext: LinkContext;
}

const mostMinutes = 0x7fffffff / 10;

/** Ticks of an activity's duration; a fault goes to `issues`. */
function durationOf(row: ActivityInput, path: Issue["path"], issues: Issue[]): number {
  const isMilestone = row.kind === "startMilestone" || row.kind === "finishMilestone";
  const minutes = isMilestone ? 0 : row.durationMinutes;
  const { remainingMinutes } = row;
  const about = (): Pick<Issue, "path" | "subject"> => ({ path: [...path, "durationMinutes"], subject: [row.id] });
  if (minutes === undefined) {
    const isDated = (row.actualFinish ?? row.manual?.finish ?? row.outside ?? remainingMinutes) !== undefined;
    if (!isDated) issues.push(issue("scheduling/missing-duration", { ...about(), facts: { id: row.id } }));
    return remainingMinutes === undefined ? 0 : Math.round(remainingMinutes * 10);
  }
  for (const value of [minutes, remainingMinutes ?? 0]) {
    if (value >= 0 && value <= mostMinutes) continue;
    issues.push(issue("scheduling/invalid-duration", { ...about(), facts: { id: row.id, found: String(value) } }));
    return 0;
  }
  return Math.round(minutes * 10);
}

/** Whether an activity states a duration, a calendar and a place in the outline at most: read without looking further. */
function isPlain(row: ActivityInput): boolean {
  for (const key in row) if (!plainFields.has(key)) return false;
  return row.kind === undefined || row.kind === "task";
}

const plainFields: ReadonlySet<string> = new Set(["id", "kind", "durationMinutes", "calendarId", "parentId"]);

/** The day the project starts when nothing says so: the earliest date any activity states. */
function earliestStated(input: ScheduleInput, zoneRules: ZoneRules | undefined): number | undefined {
  const clock = makeClock(input.zone, zoneRules, []); // faults are said where the dates are read for use
  let earliest: number | undefined;
  for (const { actualStart, actualFinish, manual, constraints = [] } of input.activities) {
    for (const text of [actualStart, actualFinish, manual?.start, ...constraints.map(({ at }) => at)]) {
      const tick = text === undefined ? undefined : clock.read(text, [], undefined, "from");
      if (tick !== undefined && !(tick >= earliest!)) earliest = tick;
    }
  }
  return earliest;
}

function cycleIssues(
  network: CompiledNetwork,
  positions: readonly number[],
  linkPositions: ArrayLike<number>,
  input: ScheduleInput,
): Issue[] {
  const idOf = (node: number): string => input.activities[positions[node]!]!.id;
  const onCycle = new Set<number>();
  const found = cyclesOf(network).map((cycle) => {
    for (const node of cycle.members) onCycle.add(node);
    const shortest = Array.from(cycle.nodes, idOf);
    const link = Array.from(cycle.links, (each) => linkPositions[each]!).find((each) => each >= 0);
    return issue("scheduling/dependency-cycle", {
      path: link === undefined ? ["links"] : ["links", link],
      subject: [...shortest, shortest[0]!],
      facts: {
        activities: [...shortest, shortest[0]!],
        links: cycle.nodes.length,
        members: Array.from(cycle.members, idOf),
      },
    });
  });
  const behind = [...network.left].filter((node) => !onCycle.has(node)).map(idOf);
  if (behind.length > 0)
    found.push(issue("scheduling/behind-cycle", { path: ["links"], subject: behind, facts: { activities: behind } }));
  return found;
}

/** Ticks, calendar and peculiarities of one activity's node. */
export interface ReadNode {
  readonly length: number;
  /** Index of its calendar. */
  readonly calendar: number;
  readonly special?: SpecialActivity;
}

/** Reads an activity as a node; what is wrong goes to `issues`, times through `clock`. */
export type NodeReader = (row: ActivityInput, position: number, clock: Clock, issues: Issue[]) => ReadNode;

interface Prepared {
  readonly rules: ScheduleRules;
  readonly calendars: CompiledCalendars;
  readonly calendarOf: Int32Array;
  /** Index of the project's calendar. */
  readonly usual: number;
  /** Indices of calendars without any working time. */
  readonly timeless: ReadonlySet<number>;
  readonly outline: Outline;
}

function calendarIndex(
  { indexOf }: CompiledCalendars,
  id: string | undefined,
  usual: number,
  path: Issue["path"],
  issues: Issue[],
): number {
  const at = id === undefined ? usual : indexOf.get(id);
  if (at === undefined)
    issues.push(issue("scheduling/unknown-calendar", { path, subject: [id!], facts: { calendar: id! } }));
  return at ?? 0;
}

function calendarOfRow(
  calendars: CompiledCalendars,
  usual: number,
  { calendarId, elapsed }: ActivityInput,
  position: number,
  issues: Issue[],
): number {
  if (elapsed === true) return calendars.calendars.length - 1;
  if (calendarId === undefined) return usual;
  return calendarIndex(calendars, calendarId, usual, ["activities", position, "calendarId"], issues);
}

/** Calendars of summaries and of what others span; those of leaves are found when these are read. */
function calendarsOfRows(
  activities: readonly ActivityInput[],
  calendars: CompiledCalendars,
  usual: number,
  { isSummary, isSpanned }: Outline,
  issues: Issue[],
): Int32Array {
  const calendarOf = new Int32Array(activities.length);
  for (let at = 0; at < calendarOf.length; at++) {
    if (isSummary[at] === 0 && isSpanned[at] === 0) continue;
    calendarOf[at] = calendarOfRow(calendars, usual, activities[at]!, at, issues);
  }
  return calendarOf;
}

function prepare(input: ScheduleInput, zoneRules: ZoneRules | undefined, issues: Issue[]): Prepared | undefined {
  const { preset = "evenkeel", ...own } = input.options ?? {};
  if (!Object.hasOwn(presets, preset)) {
    issues.push(issue("scheduling/unknown-preset", { path: ["options", "preset"], facts: { found: String(preset) } }));
  }
  const stated = input.calendars === undefined || input.calendars.length === 0 ? [standardCalendar] : input.calendars;
  // The last calendar is ours: elapsed time.
  const compiled = compileCalendars(stated, zoneRules, input.zone);
  const around = compileCalendars([continuousCalendar], zoneRules);
  issues.push(...compiled.issues.map((found) => ({ ...found, path: ["calendars", ...found.path] })));
  const outline = makeOutline(input.activities, issues);
  if (!compiled.ok || !around.ok) return undefined;
  const calendars = { ...compiled.value, calendars: [...compiled.value.calendars, ...around.value.calendars] };
  const usual = calendarIndex(calendars, input.defaultCalendarId, 0, ["defaultCalendarId"], issues);
  const calendarOf = calendarsOfRows(input.activities, calendars, usual, outline, issues);
  const isTimeless = ({ code }: Issue): boolean => code === "calendar/no-working-time";
  const timeless = new Set(compiled.issues.filter(isTimeless).map(({ path }) => path[0] as number));
  return {
    rules: { ...(presets[preset] ?? presets.evenkeel), ...own },
    calendars,
    calendarOf,
    usual,
    timeless,
    outline,
  };
}

/**
 * Where the work of an assignment can happen: on its resource's calendar, within the activity's where it states one. A resource
 * that never works does not hold the activity up: its calendar has a warning of its own.
 */
function assignmentCalendars(
  calendars: CompiledCalendars,
  timeless: ReadonlySet<number>,
  rules: ScheduleRules,
): (
  row: ActivityInput,
  assignment: AssignmentInput,
  own: CompiledCalendar,
  path: Issue["path"],
  issues: Issue[],
) => CompiledCalendar {
  const shared = new Map<string, CompiledCalendar>();
  return (row, { calendarId }, own, path, issues) => {
    if (calendarId === undefined || row.ignoreResourceCalendars === true) return own;
    const at = calendars.indexOf.get(calendarId);
    if (at === undefined) {
      const facts = { calendar: calendarId };
      const place = [...path, "assignments"];
      issues.push(issue("scheduling/unknown-calendar", { path: place, subject: [row.id, calendarId], facts }));
      return own;
    }
    const theirs = calendars.calendars[at]!;
    if (timeless.has(at)) return own;
    if (row.calendarId === undefined || rules.resourceCalendars === "alone") return theirs;
    const key = JSON.stringify([row.calendarId, calendarId]);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const common = intersectCalendars([own, theirs]);
    // Without common time the work could never be done: it is placed on the activity's calendar, and that is said.
    issues.push(...common.issues.map((found) => ({ ...found, severity: "warning" as const, path })));
    const both = common.ok ? common.value : own;
    shared.set(key, both);
    return both;
  };
}

function nodeReader(
  input: ScheduleInput,
  prepared: Prepared,
  clockOfSummaries: Clock,
  dataDate: number | undefined,
): NodeReader {
  const { rules, calendars, calendarOf, usual, timeless, outline } = prepared;
  const inherited = inheritedBounds(input.activities, outline, (position) => ({
    clock: clockOfSummaries,
    calendar: calendars.calendars[calendarOf[position]!]!,
    path: ["activities", position],
  }));
  const calendarOfAssignment = assignmentCalendars(calendars, timeless, rules);
  const { fromFinish } = rules;
  return (row, position, clock, issues) => {
    const at = calendarOfRow(calendars, usual, row, position, issues);
    const path = ["activities", position];
    if (timeless.has(at)) {
      const facts = { id: row.id, calendar: calendars.calendars[at]!.id };
      issues.push(issue("scheduling/no-working-time", { path, subject: [row.id, facts.calendar], facts }));
      return { length: 0, calendar: at };
    }
    const { durationMinutes = 0 } = row;
    if (
      durationMinutes > 0 &&
      durationMinutes <= mostMinutes &&
      !fromFinish &&
      isPlain(row) &&
      inherited(position) === undefined
    )
      return { length: Math.round(durationMinutes * 10), calendar: at };
    const calendar = calendars.calendars[at]!;
    const found = readSpecial(row, durationOf(row, path, issues), {
      ...{ clock, calendar, rules, dataDate, path, inherited: inherited(position) },
      calendarOfAssignment: (assignment) => calendarOfAssignment(row, assignment, calendar, path, issues),
    });
    return { ...found, calendar: at };
  };
}

/** What is stated on summaries and not used: bounds act on what is below them, all else does not. */
function checkSummaries(input: ScheduleInput, outline: Outline, issues: Issue[]): void {
  input.activities.forEach((row, at) => {
    if (outline.isSummary[at] === 0 || row.inactive === true) return;
    const about = { path: ["activities", at], subject: [row.id], facts: { id: row.id }, severity: "warning" as const };
    if (outline.leavesOf(at).length === 0) issues.push(issue("scheduling/empty-summary", about));
    const isIgnored = row.constraints?.some(({ kind }) => !["ASAP", "SNET", "FNLT"].includes(kind)) || row.actualStart;
    if (isIgnored) issues.push(issue("scheduling/summary-rule-ignored", about));
  });
}

/**
 * Compiles a schedule's input: ids to indices, texts to ticks, calendars expanded, summaries unfolded, cycles set aside.
 *
 * Everything wrong is said at once. Cycles do not refuse: their activities and those behind them are left out and named.
 *
 * @param input - plain data; not mutated
 * @param zoneRules - applies time zones; without them all times are local
 * @returns the network and the way back to the input
 *
 * Issues: scheduling/duplicate-id, scheduling/dangling-parent, scheduling/parent-cycle, scheduling/missing-duration,
 * scheduling/invalid-duration, scheduling/invalid-lag, scheduling/unknown-activity, scheduling/unknown-calendar,
 * scheduling/no-working-time, scheduling/duplicate-link, scheduling/missing-start, scheduling/missing-finish, scheduling/date-out-of-range, scheduling/instant-without-zone,
 * scheduling/too-long, scheduling/unknown-preset, those of the calendars and of time texts; left out or adapted:
 * scheduling/dependency-cycle, scheduling/behind-cycle, scheduling/empty-summary, scheduling/link-within-summary,
 * scheduling/percent-lag-of-summary, scheduling/summary-rule-ignored.
 * Time O((n + m) log n), space O(n + m).
 * Source: own.
 *
 * @example
 * const link = { predecessor: "a", successor: "a" };
 * compileSchedule({ start: "2026-05-01", activities: [{ id: "a", durationMinutes: 60 }], links: [link] }).issues.map((found) => found.code); // => ["scheduling/dependency-cycle"]
 */
export function compileSchedule(input: ScheduleInput, zoneRules?: ZoneRules): Result<CompiledSchedule> {
  const issues: Issue[] = [];
  const prepared = prepare(input, zoneRules, issues);
  const clock = makeClock(input.zone, zoneRules, issues);
  if (prepared === undefined) return refuse(issues as [Issue, ...Issue[]]);
  const { rules, calendars, calendarOf, usual, outline } = prepared;
  const read = (key: "start" | "dataDate" | "mustFinishBy", side: "from" | "to"): number | undefined =>
    input[key] === undefined ? undefined : clock.read(input[key], [key], calendars.calendars[usual], side);
  const dataDate = read("dataDate", "from");
  const stated =
    read("start", "from") ?? dataDate ?? (input.start === undefined ? earliestStated(input, zoneRules) : 0);
  if (rules.fromFinish && input.mustFinishBy === undefined)
    issues.push(issue("scheduling/missing-finish", { path: ["mustFinishBy"] }));
  if (stated === undefined && !rules.fromFinish && input.activities.length > 0)
    issues.push(issue("scheduling/missing-start", { path: ["start"] }));
  const mustFinishBy = read("mustFinishBy", "to");
  const waits = rules.movesWorkAfterDataDate && dataDate !== undefined && dataDate >= (stated ?? 0);
  const start = rules.fromFinish ? (mustFinishBy ?? 0) : waits ? dataDate : (stated ?? 0);

  const special = new Map<number, SpecialActivity>();
  const nodeOf = new Int32Array(input.activities.length).fill(-1);
  const positions = [...outline.leaves];
  const readNode = nodeReader(input, prepared, clock, dataDate);
  const durations = positions.map((position, node) => {
    nodeOf[position] = node;
    const found = readNode(input.activities[position]!, position, clock, issues);
    calendarOf[position] = found.calendar;
    if (found.special !== undefined) special.set(node, found.special);
    return found.length;
  });
  checkSummaries(input, outline, issues);
  const linkContext = { rules, dataDate, calendars, defaultCalendarId: input.defaultCalendarId };
  const links = readLinks(
    input,
    {
      ...{ calendarOf, outline, nodeOf, positions, durations, special },
      ...linkContext,
    },
    issues,
  );
  const columns = {
    duration: new Int32Array(durations),
    calendarOf: picked(calendarOf, new Int32Array(positions)),
    calendars: calendars.calendars,
    ...links.columns,
    start,
    ...(mustFinishBy === undefined ? {} : { mustFinishBy }),
    rules,
    ...(special.size === 0 ? {} : { special }),
  };
  if (issues.some((found) => found.severity === "error")) return refuse(issues as [Issue, ...Issue[]]);
  const compiled = buildNetwork(columns);
  if (!compiled.ok) return compiled;
  const network = compiled.value;
  issues.push(...cycleIssues(network, positions, links.linkPositions, input));
  const startsBy = waits ? "dataDate" : "projectStart";
  const { linkPositions } = links;
  return ok(
    {
      network,
      input,
      outline,
      clock,
      calendars,
      calendarOf,
      positions,
      linkPositions,
      startsBy,
      readNode,
      linkContext,
    },
    issues,
  );
}
