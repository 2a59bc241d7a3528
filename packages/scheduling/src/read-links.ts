import { type CompiledCalendars, workBetween } from "@evenkeel/calendar";
import { compareText, type Issue, issue } from "@evenkeel/kernel";
import { type LinkRows, LinkRowsDraft } from "./link-columns.js";
import type { Outline } from "./outline.js";
import { dropNested, dropRepeated, type ResolvedLinks, resolveLinks, unusable } from "./resolve-links.js";
import type { ScheduleRules } from "./rules.js";
import type { ActivityInput, LinkInput, ScheduleInput, SpecialActivity } from "./types.js";

/** What reading links needs of the rest of the plan. */
export interface LinkContext {
  readonly dataDate: number | undefined;
  readonly rules: ScheduleRules;
  readonly calendars: CompiledCalendars;
  readonly defaultCalendarId: string | undefined;
}

/** One end of a link. */
export interface LinkEnd {
  readonly row: ActivityInput;
  readonly isSummary: boolean;
  /** Index of its calendar. */
  readonly calendar: number;
  readonly special: SpecialActivity | undefined;
  /** Ticks its node takes. */
  readonly length: number;
}

interface Context extends LinkContext {
  readonly calendarOf: Int32Array;
  readonly outline: Outline;
  /** Summaries that are predecessors get nodes: they are added to these four. */
  readonly nodeOf: Int32Array;
  readonly positions: number[];
  readonly durations: number[];
  readonly special: Map<number, SpecialActivity>;
}

/** Lag in ticks, a percentage of the predecessor's duration resolved. */
export function lagTicks(
  link: LinkInput,
  at: number,
  before: Pick<LinkEnd, "row" | "isSummary">,
  issues: Issue[],
): number {
  const { minutes, percent } = link.lag ?? {};
  const about = { path: ["links", at, "lag"], subject: [link.predecessor, link.successor] };
  if (percent !== undefined && before.isSummary) {
    const facts = { id: link.predecessor };
    issues.push(issue("scheduling/percent-lag-of-summary", { ...about, severity: "warning", facts }));
    return 0;
  }
  const duration = before.row.durationMinutes ?? 0;
  const value = minutes ?? (percent === undefined ? 0 : (duration * percent) / 100);
  if (Math.abs(value) <= 0x7fffffff / 10) return Math.round(value * 10);
  issues.push(issue("scheduling/invalid-lag", { ...about, facts: { found: String(minutes ?? percent) } }));
  return 0;
}

/**
 * What is left of a lag behind an activity that has begun: time that has passed since is used up. Counted from where its
 * node stands (data date, or the start of what remains); leads behind what is done are dropped.
 */
export function lagLeft(
  ticks: number,
  tie: number,
  before: LinkEnd,
  after: LinkEnd,
  of: number,
  context: LinkContext,
): number {
  const { rules, dataDate, calendars } = context;
  if (!rules.retainsFinished || dataDate === undefined || before.special === undefined) return ticks;
  const calendar = calendars.calendars[of]!;
  const { kind, fixedStart = 0, fixedFinish = 0, workDone = 0 } = before.special;
  if (kind === "past") {
    if (after.special?.kind === "past") return 0;
    const passed = workBetween(calendar, (tie & 1) === 0 ? fixedFinish : fixedStart, dataDate);
    return Math.max(0, ticks - Math.max(0, passed));
  }
  if (kind !== "resumed" || before.length === 0) return ticks;
  const passed = (): number => workBetween(calendar, fixedStart, dataDate);
  if (tie === 1) return Math.max(0, ticks - (rules.startLagFrom === "actualStart" ? passed() : workDone));
  return tie === 3 ? ticks - passed() : ticks;
}

/** Index of the calendar that a lag, which may be absent, runs on. */
export function lagCalendar(lag: LinkInput["lag"], before: number, after: number, context: LinkContext): number {
  const { calendars, rules, defaultCalendarId } = context;
  const whose = lag?.basis === "elapsed" ? "continuous" : (lag?.calendar ?? rules.lagCalendar);
  if (whose === "continuous") return calendars.calendars.length - 1;
  if (whose === "project") return calendars.indexOf.get(defaultCalendarId ?? "") ?? 0;
  return whose === "predecessor" ? before : after;
}

/** Progress override takes no notice of links into what has started. */
export const isOverridden = ({ actualStart, actualFinish }: ActivityInput, { progressMode }: ScheduleRules): boolean =>
  progressMode === "progressOverride" && (actualStart ?? actualFinish) !== undefined;

/** Lags in ticks of the links that have one; empty where none has. */
function allLags(input: ScheduleInput, resolved: ResolvedLinks, outline: Outline, issues: Issue[]): Int32Array {
  const { from, type, hasLag } = resolved;
  const lags = new Int32Array(hasLag.includes(1) ? from.length : 0);
  for (let at = hasLag.indexOf(1); at !== -1; at = hasLag.indexOf(1, at + 1)) {
    if (type[at] === unusable) continue;
    const before = { row: input.activities[from[at]!]!, isSummary: outline.isSummary[from[at]!] === 1 };
    lags[at] = lagTicks(input.links![at]!, at, before, issues);
  }
  return lags;
}

/** Gives every linked summary with leaves a node, by rising id so that the order of the links changes nothing; returns these. */
function addSummaries(input: ScheduleInput, { from, type }: ResolvedLinks, context: Context): readonly number[] {
  const { outline, nodeOf, positions, durations, special } = context;
  const linked = new Set(from.filter((_, at) => type[at] !== unusable));
  const isUsed = (at: number): boolean => outline.isSummary[at] === 1 && outline.leavesOf(at).length > 0;
  const idOf = (position: number): string => input.activities[position]!.id;
  const summaries = [...linked].filter(isUsed).sort((x, y) => compareText(idOf(x), idOf(y)));
  for (const position of summaries) {
    const node = positions.push(position) - 1;
    nodeOf[position] = node;
    durations.push(0);
    special.set(node, { kind: "summary" });
  }
  return summaries;
}

/** Ties the leaves of summaries to these, by rising leaf. */
function pushLeaves(summaries: readonly number[], { outline, nodeOf }: Context, draft: LinkRowsDraft): void {
  const ties = summaries.flatMap((summary) =>
    outline.leavesOf(summary).map((leaf) => [nodeOf[leaf]!, nodeOf[summary]!] as const),
  );
  for (const [leaf, summary] of ties.sort((x, y) => x[0] - y[0])) draft.push(leaf, summary, 4, 0, 0, -1);
}

/** What a link to its summary bounds is when the started activity began, for the summary began then; not when it resumes. */
function boundByStart(special: Map<number, SpecialActivity>, node: number): void {
  const more = special.get(node);
  if (more?.kind === "resumed" && more.lateStartsAt === undefined)
    special.set(node, { ...more, lateStartsAt: more.fixedStart! });
}

/** Which activities no predecessor ties. */
const untied = (activities: readonly ActivityInput[], rules: ScheduleRules): Uint8Array =>
  rules.progressMode === "progressOverride"
    ? Uint8Array.from(activities, (row) => Number(isOverridden(row, rules)))
    : new Uint8Array(activities.length);

/** Puts usable links into columns. */
function pushAll(
  input: ScheduleInput,
  resolved: ResolvedLinks,
  lags: Int32Array,
  context: Context,
  draft: LinkRowsDraft,
): void {
  const { outline, nodeOf, calendarOf, positions, durations, special, rules } = context;
  const { from, to, type, hasLag } = resolved;
  const isUntied = untied(input.activities, rules);
  const endOf = (node: number): LinkEnd => ({
    row: input.activities[positions[node]!]!,
    isSummary: outline.isSummary[positions[node]!] === 1,
    calendar: calendarOf[positions[node]!]!,
    special: special.get(node),
    length: durations[node]!,
  });
  const push = (before: number, after: number, tie: number, ticks: number, of: number, at: number): void => {
    if (after === -1) return;
    const lag = rules.retainsFinished ? lagLeft(ticks, tie, endOf(before), endOf(after), of, context) : ticks;
    draft.push(before, after, tie, lag, of, at);
  };
  for (let at = 0; at < from.length; at++) {
    const a = from[at]!;
    const b = to[at]!;
    const before = nodeOf[a]!;
    const tie = type[at]!;
    if (tie === unusable || outline.isInactive[a] === 1 || before === -1 || isUntied[b] === 1) continue;
    const isLagged = hasLag[at] === 1;
    const ticks = isLagged ? lags[at]! : 0;
    const of = lagCalendar(isLagged ? input.links![at]!.lag : undefined, calendarOf[a]!, calendarOf[b]!, context);
    if (outline.isSummary[b] === 0) push(before, nodeOf[b]!, tie, ticks, of, at);
    else
      for (const leaf of outline.leavesOf(b)) {
        push(before, nodeOf[leaf]!, tie, ticks, of, at);
        boundByStart(special, nodeOf[leaf]!);
      }
  }
}

/** Turns links into columns: summaries unfold to their leaves; every fault goes to `issues`. */
export function readLinks(input: ScheduleInput, context: Context, issues: Issue[]): LinkRows {
  const { outline, nodeOf } = context;
  const links = input.links ?? [];
  const resolved = resolveLinks(links, outline, issues);
  const isNested = outline.isSummary.includes(1);
  const summaries = isNested ? addSummaries(input, resolved, context) : [];
  dropRepeated(links, resolved, nodeOf.length, issues);
  const lags = allLags(input, resolved, outline, issues);
  if (isNested) dropNested(links, resolved, outline, issues);
  const { from, to, type } = resolved;
  // Where nothing unfolds, each link is read before one takes its place.
  const draft = isNested
    ? new LinkRowsDraft(new Int32Array(links.length), new Int32Array(links.length), new Uint8Array(links.length))
    : new LinkRowsDraft(from, to, type);
  pushAll(input, resolved, lags, context, draft);
  pushLeaves(summaries, context, draft);
  return draft.rows();
}
