import type { DateConstraint, Dependency, ScheduledItem, WorkItem } from "@evenkeel/core";
import { element, known, type Xml } from "./write-xml.js";

const constraintCodes: readonly DateConstraint["kind"][] = [
  "asSoonAsPossible",
  "asLateAsPossible",
  "mustStartOn",
  "mustFinishOn",
  "startNoEarlierThan",
  "startNoLaterThan",
  "finishNoEarlierThan",
  "finishNoLaterThan",
];
const durationTypes = ["fixedUnits", "fixedDuration", "fixedWork"];
const linkTypes = ["FF", "FS", "SF", "SS"];
const unitCodes = new Map([
  ["minutes", 3],
  ["hours", 5],
  ["days", 7],
  ["weeks", 9],
  ["months", 11],
]);

/** Minutes as `PT8H0M0S`; seconds carry what is left of a minute. */
export function duration(minutes: number | undefined): string | undefined {
  if (minutes === undefined) return undefined;
  const total = Math.round(Math.abs(minutes) * 60 * 1000) / 1000;
  const [hours, left] = [Math.floor(total / 3600), total % 3600];
  return `${minutes < 0 ? "-" : ""}PT${hours}H${Math.floor(left / 60)}M${Math.round((left % 60) * 1000) / 1000}S`;
}

/** A local time with seconds; days become midnight, instants keep their form and other tools may not read them. */
export function local(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text.length === 10) return `${text}T00:00:00`;
  return text.length === 16 ? `${text}:00` : text;
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? "1" : "0";
}

function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : String(Math.round(share * 1e6) / 1e4);
}

/** Tenths of a minute. */
export function tenths(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : String(Math.round(minutes * 1e6) / 1e5);
}

/** The code of a duration: its unit, elapsed or not; an estimate is 32 more. */
function formatCode(item: WorkItem): string | undefined {
  const unit = item.schedule?.shownUnit ?? (item.schedule?.elapsed === true ? "minutes" : undefined);
  if (unit === undefined) return undefined;
  return String(
    (unitCodes.get(unit) ?? 7) +
      (item.schedule?.elapsed === true ? 1 : 0) +
      (item.schedule?.estimated === true ? 32 : 0),
  );
}

function linkElement(link: Dependency, uidOf: (id: string) => string): Xml {
  const lag = link.lag;
  const elapsed = lag?.basis === "elapsed";
  const isShare = lag?.unit === "percent";
  const amount = lag === undefined ? 0 : isShare ? lag.amount * 100 : lag.amount * 10;
  const format = isShare ? (elapsed ? 20 : 19) : elapsed ? 8 : 7;
  return element("PredecessorLink", [
    element("PredecessorUID", uidOf(link.predecessorId)),
    element("Type", String(linkTypes.indexOf(link.type))),
    element("CrossProject", "0"),
    element("LinkLag", String(Math.round(amount * 1e4) / 1e4)),
    element("LagFormat", String(format)),
  ]);
}

/** Where a task stands and what hangs on it. */
export interface TaskParts {
  readonly uid: string;
  readonly number: number;
  readonly level: number;
  readonly isSummary: boolean;
  readonly links: readonly Dependency[];
  readonly stored: ScheduledItem | undefined;
  readonly calendarUid: string | undefined;
  readonly uidOf: (id: string) => string;
}

/** An item as an element; what is not known is left out. */
export function taskElement(item: WorkItem, parts: TaskParts): Xml {
  const { schedule } = item;
  const { stored } = parts;
  const constraint = item.constraints?.find((each) => constraintCodes.includes(each.kind));
  const manual = schedule?.mode === "manual";
  return element("Task", [
    ...known([
      ["UID", parts.uid],
      ["ID", String(parts.number)],
      ["Name", item.title],
      ["OutlineLevel", String(parts.level)],
      ["Summary", flag(parts.isSummary)],
      ["Milestone", item.kind === "milestone" ? "1" : undefined],
      ["Manual", schedule?.mode === undefined ? undefined : flag(manual)],
      ["StartText", schedule?.placeholder === true ? "" : undefined],
      ["Active", schedule?.active === false ? "0" : undefined],
      ["Type", schedule?.durationType === undefined ? undefined : String(durationTypes.indexOf(schedule.durationType))],
      ["EffortDriven", flag(schedule?.effortDriven)],
      ["Duration", duration(schedule?.durationMinutes)],
      ["DurationFormat", formatCode(item)],
      ["Estimated", flag(schedule?.estimated)],
      ["RemainingDuration", duration(schedule?.remainingMinutes)],
      ["ActualDuration", duration(schedule?.actualMinutes)],
      ["PercentComplete", percent(schedule?.percentComplete)],
      ["PhysicalPercentComplete", percent(schedule?.physicalPercentComplete)],
      ["ManualStart", manual ? local(schedule?.start) : undefined],
      ["ManualFinish", manual ? local(schedule?.finish) : undefined],
      ["ActualStart", local(schedule?.actualStart)],
      ["ActualFinish", local(schedule?.actualFinish)],
      ["Stop", local(schedule?.stop)],
      ["Resume", local(schedule?.resume)],
      ["LevelingDelay", tenths(schedule?.levelingDelayMinutes)],
      ["IgnoreResourceCalendar", flag(schedule?.ignoreResourceCalendars)],
      ["ConstraintType", constraint === undefined ? undefined : String(constraintCodes.indexOf(constraint.kind))],
      ["ConstraintDate", local(constraint?.at)],
      ["Deadline", local(item.deadline)],
      ["CalendarUID", parts.calendarUid],
      ["Priority", item.priority === undefined ? undefined : String(item.priority)],
      ["CreateDate", local(item.createdAt)],
      ["Notes", item.body?.text],
      ["Start", local(stored?.start)],
      ["Finish", local(stored?.finish)],
      ["EarlyStart", local(stored?.earlyStart)],
      ["EarlyFinish", local(stored?.earlyFinish)],
      ["LateStart", local(stored?.lateStart)],
      ["LateFinish", local(stored?.lateFinish)],
      ["TotalSlack", tenths(stored?.totalFloatMinutes)],
      ["FreeSlack", tenths(stored?.freeFloatMinutes)],
      ["StartSlack", tenths(stored?.startFloatMinutes)],
      ["FinishSlack", tenths(stored?.finishFloatMinutes)],
      ["Critical", flag(stored?.isCritical)],
    ]),
    ...parts.links.map((link) => linkElement(link, parts.uidOf)),
  ]);
}
