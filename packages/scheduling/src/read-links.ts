import { type CompiledCalendars, workBetween } from "@evenkeel/calendar";
import { compareText, type Issue, issue } from "@evenkeel/kernel";
import { countingOrder } from "./counting-order.js";
import type { Outline } from "./outline.js";
import { picked } from "./picked.js";
import type { ScheduleRules } from "./rules.js";
import type { ActivityInput, LinkInput, LinkType, NetworkColumns, ScheduleInput, SpecialActivity } from "./types.js";

/** Position = code in the columns. */
export const linkTypes: readonly LinkType[] = ["FS", "SS", "FF", "SF"];

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

interface LinkRows {
  readonly columns: Pick<NetworkColumns, "from" | "to" | "type" | "lag" | "lagCalendar">;
  readonly linkPositions: Int32Array;
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

function nameFaults(
  link: LinkInput,
  at: number,
  from: number | undefined,
  to: number | undefined,
  tie: number,
  issues: Issue[],
): void {
  for (const [side, found] of [
    ["predecessor", from],
    ["successor", to],
  ] as const) {
    const id = link[side];
    if (found === undefined)
      issues.push(issue("scheduling/unknown-activity", { path: ["links", at, side], subject: [id], facts: { id } }));
  }
  if (tie !== -1) return;
  const about = { path: ["links", at, "type"], subject: [link.predecessor, link.successor] };
  issues.push(issue("scheduling/unknown-link-type", { ...about, facts: { found: String(link.type) } }));
}

/** Progress override takes no notice of links into what has started. */
export const isOverridden = ({ actualStart, actualFinish }: ActivityInput, { progressMode }: ScheduleRules): boolean =>
  progressMode === "progressOverride" && (actualStart ?? actualFinish) !== undefined;

/** Columns of links while they are read: they grow, and are put in order at the end. */
class LinkRowsDraft {
  private count = 0;
  private from: Int32Array;
  private to: Int32Array;
  private type: Uint8Array;
  private lag: Int32Array;
  private calendar: Int32Array;
  private position: Int32Array;

  constructor(room: number) {
    [this.from, this.to, this.lag, this.calendar, this.position] = [0, 1, 2, 3, 4].map(() => new Int32Array(room)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    this.type = new Uint8Array(room);
  }

  push(from: number, to: number, type: number, lag: number, calendar: number, position: number): void {
    if (this.count === this.from.length) this.grow();
    const at = this.count++;
    this.from[at] = from;
    this.to[at] = to;
    this.type[at] = type;
    this.lag[at] = lag;
    this.calendar[at] = calendar;
    this.position[at] = position;
  }

  private grow(): void {
    const wider = <T extends Int32Array | Uint8Array>(values: T): T => {
      const result = new (values.constructor as new (length: number) => T)(2 * values.length + 16);
      result.set(values);
      return result;
    };
    this.from = wider(this.from);
    this.to = wider(this.to);
    this.type = wider(this.type);
    this.lag = wider(this.lag);
    this.calendar = wider(this.calendar);
    this.position = wider(this.position);
  }

  /** By type, then by predecessor: whichever order the links came in, ties are settled alike. */
  ordered(nodeCount: number): LinkRows {
    const { count, from, to, type, lag, calendar, position } = this;
    const keys = new Int32Array(count);
    let most = 0;
    for (let at = 0; at < count; at++) {
      const key = type[at]! * nodeCount + from[at]!;
      keys[at] = key;
      if (key > most) most = key;
    }
    const order = countingOrder(keys, most + 1);
    return {
      columns: {
        from: picked(from, order),
        to: picked(to, order),
        type: picked(type, order),
        lag: picked(lag, order),
        lagCalendar: picked(calendar, order),
      },
      linkPositions: picked(position, order),
    };
  }
}

/** The ends and types of all links that can be resolved; 0xff where one cannot. Rows are visited once: they lie far apart. */
interface ResolvedLinks {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  readonly hasLag: Uint8Array;
}

function resolveAll(
  links: readonly LinkInput[],
  { positionOf }: Outline,
  { from, to, type, hasLag }: ResolvedLinks,
  issues: Issue[],
): void {
  for (let at = 0; at < links.length; at++) {
    const link = links[at]!;
    const a = positionOf.get(link.predecessor);
    const b = positionOf.get(link.successor);
    const tie = link.type === undefined ? 0 : linkTypes.indexOf(link.type);
    if (a === undefined || b === undefined || tie === -1) {
      nameFaults(link, at, a, b, tie, issues);
      continue;
    }
    from[at] = a;
    to[at] = b;
    type[at] = tie;
    if (link.lag !== undefined) hasLag[at] = 1;
  }
}

/** Says which links tie the same two by the same type again, and leaves these out. */
function dropDuplicates(links: readonly LinkInput[], resolved: ResolvedLinks, count: number, issues: Issue[]): void {
  const { from, to, type } = resolved;
  // Links in order of their predecessor: a mark on the successor and type tells whether this predecessor was there before.
  const marks = new Int32Array(4 * count);
  const again: number[] = [];
  const order = countingOrder(from, count);
  for (let k = 0; k < order.length; k++) {
    const at = order[k]!;
    if (type[at] === 0xff) continue;
    const key = 4 * to[at]! + type[at]!;
    if (marks[key] === from[at]! + 1) again.push(at);
    marks[key] = from[at]! + 1;
  }
  for (const at of again.sort((x, y) => x - y)) {
    const { predecessor, successor } = links[at]!;
    const subject = [predecessor, successor];
    const facts = { predecessor, successor, type: linkTypes[type[at]!]! };
    issues.push(issue("scheduling/duplicate-link", { path: ["links", at], subject, facts }));
    type[at] = 0xff;
  }
}

/** Gives every linked summary with leaves a node, by rising id so that the order of the links changes nothing. */
function addSummaries(input: ScheduleInput, context: Context, draft: LinkRowsDraft): void {
  const { outline, nodeOf, positions, durations, special } = context;
  const linked = new Set((input.links ?? []).map((link) => outline.positionOf.get(link.predecessor) ?? -1));
  const isLinked = (at: number): boolean => at !== -1 && outline.isSummary[at] === 1 && outline.leavesOf(at).length > 0;
  const idOf = (position: number): string => input.activities[position]!.id;
  for (const position of [...linked].filter(isLinked).sort((x, y) => compareText(idOf(x), idOf(y)))) {
    const node = positions.push(position) - 1;
    nodeOf[position] = node;
    durations.push(0);
    special.set(node, { kind: "summary" });
    for (const leaf of outline.leavesOf(position)) draft.push(nodeOf[leaf]!, node, 4, 0, 0, -1);
  }
}

/** What a link to its summary bounds is when the started activity began, for the summary began then; not when it resumes. */
function boundByStart(special: Map<number, SpecialActivity>, node: number): void {
  const more = special.get(node);
  if (more?.kind === "resumed" && more.lateStartsAt === undefined)
    special.set(node, { ...more, lateStartsAt: more.fixedStart! });
}

/** Which activities tie no successor, and which no predecessor ties: read once, so that links need not visit the rows of their ends. */
function marked(
  activities: readonly ActivityInput[],
  rules: ScheduleRules,
): { readonly isInactive: Uint8Array; readonly isUntied: Uint8Array } {
  const isInactive = new Uint8Array(activities.length);
  const isUntied = new Uint8Array(activities.length);
  activities.forEach((row, at) => {
    if (row.inactive === true) isInactive[at] = 1;
    if (isOverridden(row, rules)) isUntied[at] = 1;
  });
  return { isInactive, isUntied };
}

/** Turns links into columns: summaries unfold to their leaves; every fault goes to `issues`. */
export function readLinks(input: ScheduleInput, context: Context, issues: Issue[]): LinkRows {
  const { outline, nodeOf, calendarOf, positions, durations, special, rules } = context;
  const links = input.links ?? [];
  const draft = new LinkRowsDraft(links.length);
  const isNested = outline.isSummary.includes(1);
  if (isNested) addSummaries(input, context, draft);
  const resolved: ResolvedLinks = {
    from: new Int32Array(links.length),
    to: new Int32Array(links.length),
    type: new Uint8Array(links.length).fill(0xff),
    hasLag: new Uint8Array(links.length),
  };
  resolveAll(links, outline, resolved, issues);
  dropDuplicates(links, resolved, input.activities.length, issues);
  const { isInactive, isUntied } = marked(input.activities, rules);
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
  for (let at = 0; at < links.length; at++) {
    const tie = resolved.type[at]!;
    if (tie === 0xff) continue;
    const a = resolved.from[at]!;
    const b = resolved.to[at]!;
    const lagged = resolved.hasLag[at] === 1 ? links[at] : undefined;
    const ticks =
      lagged === undefined
        ? 0
        : lagTicks(lagged, at, { row: input.activities[a]!, isSummary: outline.isSummary[a] === 1 }, issues);
    if (isInactive[a] === 1) continue;
    if (isNested && a !== b && (outline.isWithin(a, b) || outline.isWithin(b, a))) {
      const { predecessor, successor } = links[at]!;
      const subject = [predecessor, successor];
      const about = { severity: "warning" as const, path: ["links", at], subject };
      issues.push(issue("scheduling/link-within-summary", { ...about, facts: { ids: subject } }));
      continue;
    }
    const before = nodeOf[a]!;
    if (before === -1 || isUntied[b] === 1) continue;
    const of = lagCalendar(lagged?.lag, calendarOf[a]!, calendarOf[b]!, context);
    if (outline.isSummary[b] === 0) push(before, nodeOf[b]!, tie, ticks, of, at);
    else
      for (const leaf of outline.leavesOf(b)) {
        push(before, nodeOf[leaf]!, tie, ticks, of, at);
        boundByStart(special, nodeOf[leaf]!);
      }
  }
  return draft.ordered(positions.length);
}
