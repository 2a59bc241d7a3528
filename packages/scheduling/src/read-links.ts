import { type CompiledCalendars, workBetween } from "@evenkeel/calendar";
import { compareText, type Issue, issue } from "@evenkeel/kernel";
import type { Outline } from "./outline.js";
import type { ScheduleRules } from "./rules.js";
import type { ActivityInput, LinkInput, LinkType, NetworkColumns, ScheduleInput, SpecialActivity } from "./types.js";

/** Position = code in the columns. */
export const linkTypes: readonly LinkType[] = ["FS", "SS", "FF", "SF"];

interface Context {
  readonly dataDate: number | undefined;
  readonly rules: ScheduleRules;
  readonly calendars: CompiledCalendars;
  readonly calendarOf: Int32Array;
  readonly outline: Outline;
  /** Summaries that are predecessors get nodes: they are added to these four. */
  readonly nodeOf: Int32Array;
  readonly positions: number[];
  readonly durations: number[];
  readonly special: Map<number, SpecialActivity>;
}

interface LinkRows {
  readonly columns: Pick<NetworkColumns, "from" | "to" | "type" | "lag" | "lagCalendar">;
  readonly linkPositions: number[];
}

function lagTicks(
  link: LinkInput,
  at: number,
  from: number,
  input: ScheduleInput,
  context: Context,
  issues: Issue[],
): number {
  const { minutes, percent } = link.lag ?? {};
  const about = { path: ["links", at, "lag"], subject: [link.predecessor, link.successor] };
  if (percent !== undefined && context.outline.isSummary[from] === 1) {
    const facts = { id: link.predecessor };
    issues.push(issue("scheduling/percent-lag-of-summary", { ...about, severity: "warning", facts }));
    return 0;
  }
  const duration = input.activities[from]!.durationMinutes ?? 0;
  const value = minutes ?? (percent === undefined ? 0 : (duration * percent) / 100);
  if (Math.abs(value) <= 0x7fffffff / 10) return Math.round(value * 10);
  issues.push(issue("scheduling/invalid-lag", { ...about, facts: { found: String(minutes ?? percent) } }));
  return 0;
}

/**
 * What is left of a lag behind an activity that has begun: time that has passed since is used up. Counted from where its
 * node stands (data date, or the start of what remains); leads behind what is done are dropped.
 */
function lagLeft(ticks: number, tie: number, from: number, to: number, of: number, context: Context): number {
  const { rules, dataDate, special, calendars, durations } = context;
  const before = special.get(from);
  if (!rules.retainsFinished || dataDate === undefined || before === undefined) return ticks;
  const calendar = calendars.calendars[of]!;
  const { kind, fixedStart = 0, fixedFinish = 0 } = before;
  if (kind === "past") {
    if (special.get(to)?.kind === "past") return 0;
    return Math.max(0, ticks - workBetween(calendar, (tie & 1) === 0 ? fixedFinish : fixedStart, dataDate));
  }
  const own = calendars.calendars[context.calendarOf[context.positions[from]!]!]!;
  if (kind !== "resumed" || durations[from] === 0) return ticks;
  if (tie === 1 && rules.startLagFrom === "actualStart") {
    return Math.max(0, ticks - workBetween(calendar, fixedStart, dataDate));
  }
  if (tie === 1) return Math.max(0, ticks - (before.workDone ?? workBetween(own, fixedStart, dataDate)));
  return tie === 3 ? ticks - workBetween(calendar, fixedStart, dataDate) : ticks;
}

function lagCalendar(link: LinkInput, from: number, to: number, input: ScheduleInput, context: Context): number {
  const { calendars, calendarOf } = context;
  const whose = link.lag?.basis === "elapsed" ? "continuous" : (link.lag?.calendar ?? context.rules.lagCalendar);
  if (whose === "continuous") return calendars.calendars.length - 1;
  if (whose === "project") return calendars.indexOf.get(input.defaultCalendarId ?? "") ?? 0;
  return calendarOf[whose === "predecessor" ? from : to]!;
}

/** Positions of both ends and the type of a link; undefined, with an issue, where one of them is not there. */
function resolve(
  link: LinkInput,
  at: number,
  positionOf: Outline["positionOf"],
  issues: Issue[],
): [number, number, number] | undefined {
  const find = (side: "predecessor" | "successor"): number => {
    const id = link[side];
    const position = positionOf.get(id);
    if (position === undefined) {
      issues.push(issue("scheduling/unknown-activity", { path: ["links", at, side], subject: [id], facts: { id } }));
    }
    return position ?? -1;
  };
  const [a, b] = [find("predecessor"), find("successor")];
  const tie = linkTypes.indexOf(link.type ?? "FS");
  if (tie === -1) {
    const about = { path: ["links", at, "type"], subject: [link.predecessor, link.successor] };
    issues.push(issue("scheduling/unknown-link-type", { ...about, facts: { found: String(link.type) } }));
  }
  return a === -1 || b === -1 || tie === -1 ? undefined : [a, b, tie];
}

/** Progress override takes no notice of links into what has started. */
const isOverridden = ({ actualStart, actualFinish }: ActivityInput, { progressMode }: ScheduleRules): boolean =>
  progressMode === "progressOverride" && (actualStart ?? actualFinish) !== undefined;

type PushLink = (from: number, to: number, tie: number, lag: number, calendar: number, position: number) => void;

/** Gives every linked summary with leaves a node, by rising id so that the order of the links changes nothing. */
function addSummaries(input: ScheduleInput, context: Context, push: PushLink): void {
  const { outline, nodeOf, positions, durations, special } = context;
  const linked = new Set((input.links ?? []).map((link) => outline.positionOf.get(link.predecessor) ?? -1));
  const isLinked = (at: number): boolean => at !== -1 && outline.isSummary[at] === 1 && outline.leavesOf(at).length > 0;
  const idOf = (position: number): string => input.activities[position]!.id;
  for (const position of [...linked].filter(isLinked).sort((x, y) => compareText(idOf(x), idOf(y)))) {
    const node = positions.push(position) - 1;
    nodeOf[position] = node;
    durations.push(0);
    special.set(node, { kind: "summary" });
    for (const leaf of outline.leavesOf(position)) push(nodeOf[leaf]!, node, 4, 0, 0, -1);
  }
}

/** Turns links into columns: summaries unfold to their leaves; every fault goes to `issues`. */
export function readLinks(input: ScheduleInput, context: Context, issues: Issue[]): LinkRows {
  const { outline, nodeOf } = context;
  // Parallel links by rising type, so that the order of the links changes nothing.
  const byType = linkTypes.concat("FS").map(() => Array.from({ length: 5 }, (): number[] => []));
  const push: PushLink = (from, to, tie, lag, calendar, position) => {
    const columns = byType[tie]!;
    columns[0]!.push(from);
    columns[1]!.push(to);
    columns[2]!.push(lag);
    columns[3]!.push(calendar);
    columns[4]!.push(position);
  };
  addSummaries(input, context, push);
  const seen = new Set<number>();
  (input.links ?? []).forEach((link, at) => {
    const ends = resolve(link, at, outline.positionOf, issues);
    if (ends === undefined) return;
    const [a, b, tie] = ends;
    const subject = [link.predecessor, link.successor];
    const key = (a * input.activities.length + b) * 4 + tie;
    if (seen.has(key)) {
      const facts = { predecessor: link.predecessor, successor: link.successor, type: linkTypes[tie]! };
      issues.push(issue("scheduling/duplicate-link", { path: ["links", at], subject, facts }));
      return;
    }
    seen.add(key);
    const ticks = lagTicks(link, at, a, input, context, issues);
    if (input.activities[a]!.inactive === true) return;
    if (a !== b && (outline.isWithin(a, b) || outline.isWithin(b, a))) {
      const about = { severity: "warning" as const, path: ["links", at], subject };
      issues.push(issue("scheduling/link-within-summary", { ...about, facts: { ids: subject } }));
      return;
    }
    if (nodeOf[a] === -1 || isOverridden(input.activities[b]!, context.rules)) return;
    const of = lagCalendar(link, a, b, input, context);
    for (const leaf of outline.isSummary[b] === 1 ? outline.leavesOf(b) : [b]) {
      const [before, after] = [nodeOf[a]!, nodeOf[leaf]!];
      if (after === -1) continue;
      push(before, after, tie, lagLeft(ticks, tie, before, after, of, context), of, at);
    }
  });
  const column = (which: number): number[] => byType.flatMap((columns) => columns[which]!);
  const type = Uint8Array.from(byType.flatMap((columns, tie) => columns[0]!.map(() => tie)));
  const [from, to, lag, lagCalendars] = [0, 1, 2, 3].map((which) => Int32Array.from(column(which))) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return { columns: { from, to, type, lag, lagCalendar: lagCalendars }, linkPositions: column(4) };
}
