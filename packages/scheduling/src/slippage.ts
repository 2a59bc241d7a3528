import { addWork, workBetween } from "@evenkeel/calendar";
import { linkKey, type ReadVersion, type Span } from "./plan-version.js";
import type { LagInput } from "./types.js";

/** Why a date moved. */
export type CauseKind =
  | "duration"
  | "progress"
  | "calendar"
  | "nonWorkingTime"
  | "lag"
  | "linkAdded"
  | "linkRemoved"
  | "activityAdded"
  | "activityRemoved"
  | "constraint"
  | "manual"
  | "projectStart"
  | "dataDate"
  | "float"
  | "other";

/** A share of a move that arose at one activity. */
export interface Cause {
  readonly kind: CauseKind;
  readonly activityId: string;
  /** Elapsed minutes; positive = later. */
  readonly minutes: number;
  /** Of links, lags and float: the predecessor of the link. */
  readonly predecessor?: string;
}

/** How one activity moved: what arose at it, and what it took over from a predecessor. */
export interface Movement {
  /** The end that its driver fixes. */
  readonly anchor: keyof Span;
  /** Shares in the move of that end. */
  readonly ofAnchor: readonly Cause[];
  /** Shares in the change of its span. */
  readonly ofSpan: readonly Cause[];
  /** What it follows: the end of another activity, and elapsed minutes taken over. */
  readonly via?: { readonly id: string; readonly end: keyof Span; readonly minutes: number };
}

const minutes = (ticks: number): number => ticks / 10;
const nonZero = (causes: readonly Cause[]): readonly Cause[] => causes.filter((cause) => cause.minutes !== 0);

const progress = ["actualStart", "actualFinish", "remainingMinutes", "resume"] as const;
const lagParts = ["minutes", "percent", "basis", "calendar"] as const;
const differs = <Key extends string>(a: Partial<Record<Key, unknown>>, b: typeof a, keys: readonly Key[]): boolean =>
  keys.some((key) => a[key] !== b[key]);
const noLag: LagInput = {};

/** What the change of an activity's span comes from: each step replaces one thing more by what it is now. */
function spanCauses(id: string, before: ReadVersion, after: ReadVersion, anchor: keyof Span): readonly Cause[] {
  const [was, is] = [before.spans.get(id)!, after.spans.get(id)!];
  const [oldCalendar, newCalendar] = [before.calendarOf(id), after.calendarOf(id)];
  const length = workBetween(oldCalendar, was.start, was.finish);
  const at = is[anchor];
  const spanOn = (calendar: typeof oldCalendar): number =>
    anchor === "start" ? addWork(calendar, at, length) - at : at - addWork(calendar, at, -length);
  const [first, moved, recast, last] = [
    was.finish - was.start,
    spanOn(oldCalendar),
    spanOn(newCalendar),
    is.finish - is.start,
  ];
  const [old, now] = [before.activities.get(id)!, after.activities.get(id)!];
  const kind = differs(old, now, progress)
    ? "progress"
    : old.durationMinutes === now.durationMinutes
      ? "other"
      : "duration";
  return nonZero([
    { kind: "nonWorkingTime", activityId: id, minutes: minutes(moved - first) },
    { kind: "calendar", activityId: id, minutes: minutes(recast - moved) },
    { kind, activityId: id, minutes: minutes(last - recast) },
  ]);
}

const fixedKinds = {
  projectStart: "projectStart",
  dataDate: "dataDate",
  manual: "manual",
  actual: "progress",
  constraint: "constraint",
} as const;

/**
 * What moved an activity that both versions have. A later date is followed along what drives it now, an earlier one along
 * what drove it then; the shares and what is taken over add up to the move exactly.
 */
export function movementOf(id: string, before: ReadVersion, after: ReadVersion): Movement {
  const [was, is] = [before.spans.get(id)!, after.spans.get(id)!];
  const isLater = is.start > was.start || (is.start === was.start && is.finish >= was.finish);
  const [followed, compared] = isLater ? [after, before] : [before, after];
  const row = followed.rows.get(id)!;
  if (row.isSummary) {
    const part = followed.partAt(id, "finish");
    const known = part !== undefined && compared.spans.has(part);
    const taken = known ? after.spans.get(part)!.finish - before.spans.get(part)!.finish : 0;
    const rest: Cause = { kind: "other", activityId: id, minutes: minutes(is.finish - was.finish - taken) };
    const span: Cause = {
      kind: "other",
      activityId: id,
      minutes: minutes(is.finish - is.start - (was.finish - was.start)),
    };
    const via = known && taken !== 0 ? { via: { id: part, end: "finish" as const, minutes: minutes(taken) } } : {};
    return { anchor: "finish", ofAnchor: nonZero([rest]), ofSpan: nonZero([span]), ...via };
  }
  const { kind, predecessor, type = "FS" } = row.driver ?? { kind: "manual" as const };
  const anchor: keyof Span = kind === "link" && type[1] === "F" ? "finish" : "start";
  const move = is[anchor] - was[anchor];
  const ofSpan = spanCauses(id, before, after, anchor);
  const whole = (cause: CauseKind, by?: string): Movement => ({
    anchor,
    ofAnchor: nonZero([
      { kind: cause, activityId: id, minutes: minutes(move), ...(by === undefined ? {} : { predecessor: by }) },
    ]),
    ofSpan,
  });
  if (kind !== "link") return whole(fixedKinds[kind]);

  const end: keyof Span = type[0] === "F" ? "finish" : "start";
  const isSummary = followed.rows.get(predecessor!)?.isSummary === true;
  const source = isSummary ? followed.partAt(predecessor!, end) : predecessor!;
  if (source === undefined || !compared.spans.has(source))
    return whole(isLater ? "activityAdded" : "activityRemoved", predecessor!);
  const key = linkKey({ predecessor: predecessor!, successor: id, type });
  const [link, twin] = [followed.links.get(key), compared.links.get(key)];
  // A link into a summary drives its parts under the summary's name.
  const isOwn = link !== undefined;
  if (isOwn && twin === undefined) return whole(isLater ? "linkAdded" : "linkRemoved", predecessor!);
  const taken = after.spans.get(source)![end] - before.spans.get(source)![end];
  const hasNewLag = isOwn && differs(link.lag ?? noLag, twin!.lag ?? noLag, lagParts);
  const rest = move - taken;
  // Where the same link drove both, no slack lay between: what differs is time off.
  const twinDriver = compared.rows.get(id)!.driver;
  const isSame = twinDriver?.predecessor === predecessor && twinDriver?.type === type;
  const cause: Cause = {
    kind: hasNewLag ? "lag" : isSame ? "nonWorkingTime" : "float",
    activityId: id,
    minutes: minutes(rest),
    predecessor: predecessor!,
  };
  const via = taken === 0 ? {} : { via: { id: source, end, minutes: minutes(taken) } };
  return { anchor, ofAnchor: nonZero([cause]), ofSpan, ...via };
}

/** The shares that arose at an activity in the move of one of its ends. */
export function sharesAt({ anchor, ofAnchor, ofSpan }: Movement, end: keyof Span): readonly Cause[] {
  if (end === anchor) return ofAnchor;
  const sign = end === "finish" ? 1 : -1;
  return [...ofAnchor, ...ofSpan.map((cause) => ({ ...cause, minutes: sign * cause.minutes }))];
}
