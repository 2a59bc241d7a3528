import { type CalendarException, exceptionDays, type WeekPattern } from "@evenkeel/calendar";
import type { ScheduledItem, WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText, dayNumber, weekday } from "@evenkeel/kernel";
import { workingDay } from "../ganttproject/calendar.js";
import { kindOfType } from "../jira/issue.js";
import { shiftDay } from "../shift-day.js";
import type { ComesBack } from "./round-trip.js";

type Views = { readonly [part: string]: ComesBack };

const always =
  (value: unknown): ComesBack =>
  () =>
    value;
const same: ComesBack = (value) => value;
const firstProject: ComesBack = (_value, _row, plan) => plan.projects?.[0]?.name;
const itemOf = (row: { readonly [field: string]: unknown }, plan: WorkPlan): WorkItem | undefined =>
  plan.items?.find((item) => item.id === row["id"]);
const plainBody: ComesBack = (value) =>
  value === undefined ? undefined : { text: (value as { text: string }).text, markup: "plain" };

const category: ComesBack = (_value, row, plan) =>
  plan.workflows?.find(({ id }) => id === row["workflowId"])?.states.find(({ id }) => id === row["stateId"])?.category;

/** Items in the order of an outline: siblings by rank, then id. */
function outlineRank(row: { readonly [field: string]: unknown }, plan: WorkPlan): number {
  const sorted = [...(plan.items ?? [])].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
  const order: string[] = [];
  const visit = (parentId: string | undefined): void => {
    for (const item of sorted) {
      if (item.parentId !== parentId) continue;
      order.push(item.id);
      visit(item.id);
    }
  };
  visit(undefined);
  return order.indexOf(String(row["id"]));
}

const isParent = (row: { readonly [field: string]: unknown }, plan: WorkPlan): boolean =>
  plan.items?.some((item) => item.parentId === row["id"]) === true;

const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).trim();

const isAssigned: ComesBack = (_value, row, plan) => plan.assignments?.some((each) => each.personId === row["id"]);
const isOfPerson: ComesBack = (_value, row) => row["personId"] !== undefined;

/** What comes back from a table of texts. */
export const fromCsv: Views = {
  projects: (_value, row, plan) => plan.items?.some((item) => item.projectId === row["id"]),
  "projects.name": (_value, row) => row["id"],
  outcomes: (_value, row, plan) => plan.items?.some((item) => item.outcomeIds?.join(";") === row["id"]),
  "outcomes.title": (_value, row) => row["id"],
  "items.title": (value) => guarded(String(value)),
  "items.kind": (value, row) => {
    const name = String(row["sourceKind"] ?? value);
    return kindOfType(name, /^sub-?task$/i.test(name), undefined);
  },
  "items.sourceKind": (value, row) => value ?? row["kind"],
  "items.stateId": (value, row, plan) =>
    plan.workflows?.find(({ id }) => id === row["workflowId"])?.states.find(({ id }) => id === value)?.name,
  "items.body": (value) =>
    value === undefined ? undefined : { text: guarded((value as { text: string }).text), markup: "plain" },
  "items.outcomeIds": (value) => (value === undefined ? undefined : [(value as string[]).join(";")]),
  "items.labels": (value) =>
    ((value as string[] | undefined) ?? []).flatMap((each) => each.split(/[;,]/)).map((each) => each.trim()),
  "items.estimates": (_value, row, plan) => {
    const single = itemOf(row, plan)?.estimates?.find(
      ({ basis, value }) => basis === "original" && value.kind === "single",
    );
    if (single === undefined) return undefined;
    return [{ ...single, of: single.of === "effort" || single.of === "duration" ? "effort" : "size" }];
  },
  "items.dueDate": same,
  "dependencies.type": always("FS"),
  people: isAssigned,
  "people.name": (value) => String(value).trim(),
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": same,
  "assignments.role": always("accountable"),
};

const fromDay = (text: unknown): unknown => (typeof text === "string" && text.length === 10 ? `${text}T00:00` : text);
const minute = (text: unknown): unknown => (typeof text === "string" ? text.replace(/(T\d\d:\d\d):00$/, "$1") : text);

/** The part of a schedule's row that the format writes, of every item; `rowOf` gives it. */
const storedItems =
  (rowOf: (row: Partial<ScheduledItem>, item: WorkItem) => object): ComesBack =>
  (_value, row, plan) => {
    const stored = plan.schedules?.find(({ id }) => id === row["id"])?.items ?? [];
    const sorted = [...(plan.items ?? [])].sort((a, b) => outlineRank({ ...a }, plan) - outlineRank({ ...b }, plan));
    return sorted.map((item) => ({
      itemId: item.title,
      ...rowOf(stored.find(({ itemId }) => itemId === item.id) ?? {}, item),
    }));
  };
const isFirstStored: ComesBack = (_value, row, plan) =>
  plan.schedules?.find(({ kind }) => kind !== "baseline")?.id === row["id"];

const manualTime =
  (field: "start" | "finish"): ComesBack =>
  (value, row, plan) => {
    if (itemOf(row, plan)?.schedule?.mode !== "manual") return undefined;
    const stored = plan.schedules?.find(({ kind }) => kind !== "baseline")?.items;
    return value ?? stored?.find(({ itemId }) => itemId === row["id"])?.[field];
  };

const left = (all: unknown, done: unknown, stated: unknown): unknown => {
  if (stated !== undefined || typeof all !== "number" || typeof done !== "number") return stated;
  return all < done ? undefined : all - done;
};

/** The category of a state by what is done, as readers without states of their own name it. */
const progress = (isDone: boolean, isBegun: boolean): string => (isDone ? "done" : isBegun ? "doing" : "todo");

/** What comes back from a file of Microsoft Project. */
export const fromMspdi: Views = {
  projects: (_value, row, plan) => plan.projects?.[0]?.name === row["name"],
  "projects.mustFinishBy": (value, _row, plan) =>
    plan.projects?.[0]?.scheduling?.fromFinish === true ? value : undefined,
  "projects.scheduling.preset": always("msProject"),
  "projects.scheduling.lagCalendar": always("successor"),
  "projects.scheduling.progressMode": (value) => (value === "actualDates" ? "progressOverride" : value),
  "items.kind": (value, row, plan) => (isParent(row, plan) ? "summary" : value === "milestone" ? "milestone" : "task"),
  "items.body": plainBody,
  "items.projectId": firstProject,
  "items.stateId": (_value, row, plan) => {
    const { actualStart, actualFinish, percentComplete = 0 } = itemOf(row, plan)?.schedule ?? {};
    return progress(
      actualFinish !== undefined || percentComplete === 1,
      actualStart !== undefined || percentComplete > 0,
    );
  },
  "items.startedAt": (_value, row, plan) => itemOf(row, plan)?.schedule?.actualStart,
  "items.finishedAt": (_value, row, plan) => itemOf(row, plan)?.schedule?.actualFinish,
  "items.rank": (_value, row, plan) => outlineRank(row, plan),
  "items.constraints": (_value, row, plan) => {
    const found = itemOf(row, plan)?.constraints?.find(({ kind }) => kind !== "startOn" && kind !== "finishOn");
    if (found === undefined || found.kind === "asSoonAsPossible") return undefined;
    return [found.at === undefined ? { kind: found.kind } : { kind: found.kind, at: fromDay(found.at) }];
  },
  "items.schedule.kind": (_value, row, plan) => (isParent(row, plan) ? "summary" : "task"),
  "items.schedule.mode": (value) => value ?? "auto",
  "items.schedule.shownUnit": (value, row, plan) =>
    value ?? (itemOf(row, plan)?.schedule?.elapsed === true ? "minutes" : undefined),
  "items.schedule.remainingMinutes": (value, row, plan) => {
    const schedule = itemOf(row, plan)?.schedule;
    return left(schedule?.durationMinutes, schedule?.actualMinutes, value);
  },
  "items.schedule.placeholder": (value, row, plan) =>
    itemOf(row, plan)?.schedule?.mode === "manual" ? value : undefined,
  "items.schedule.start": manualTime("start"),
  "items.schedule.finish": manualTime("finish"),
  "dependencies.lag.calendar": (_value, row) => (row["lag"] === undefined ? undefined : "successor"),
  resources: (_value, row) => row["kind"] !== "equipment",
  "assignments.personId": (value, row, plan) =>
    value ?? plan.resources?.find(({ name, kind }) => name === row["resourceId"] && kind === "equipment")?.name,
  "assignments.resourceId": (value, _row, plan) =>
    plan.resources?.some(({ name, kind }) => name === value && kind === "equipment") ? undefined : value,
  "assignments.role": always("responsible"),
  "assignments.remainingEffortMinutes": (value, row) => left(row["effortMinutes"], row["actualEffortMinutes"], value),
  schedules: isFirstStored,
  "schedules.kind": always("imported"),
  "schedules.projectId": firstProject,
  "schedules.tool": always("msProject"),
  "schedules.items": storedItems(({ itemId: _item, isOnLongestPath: _path, ...row }) => row),
};

function ganttDates(exception: CalendarException): CalendarException[] {
  const { recurrence, name, from, to } = exception;
  const named = name === undefined ? {} : { name };
  const intervals = exception.intervals.length === 0 ? [] : workingDay;
  if (recurrence?.kind === "yearly") return [{ ...named, from: "1970-01-01", to: "2149-12-31", intervals, recurrence }];
  if (recurrence !== undefined) return [];
  const days: CalendarException[] = [];
  for (let at = from; at <= to; at = shiftDay(at, 1)) days.push({ ...named, from: at, to: at, intervals });
  return days;
}

const ganttStart = (item: WorkItem, plan: WorkPlan): string | undefined => {
  const stored = plan.schedules
    ?.find(({ kind }) => kind !== "baseline")
    ?.items.find(({ itemId }) => itemId === item.id);
  const earliest = item.constraints?.find(({ kind }) => kind === "startNoEarlierThan")?.at;
  return (stored?.start ?? item.startedAt ?? earliest)?.slice(0, 10);
};

const isMilestone = (item: WorkItem | undefined): boolean =>
  item?.kind === "milestone" || item?.schedule?.kind.endsWith("Milestone") === true;

const percentOf = (value: unknown): number => Math.round(((value as number | undefined) ?? 0) * 100) / 100;
const days = (row: { readonly [field: string]: unknown }): number => {
  const lag = row["lag"] as { readonly unit: string; readonly amount: number } | undefined;
  return lag === undefined || lag.unit === "percent" ? 0 : Math.round(lag.amount / 480) * 480;
};

/** What comes back from a file of GanttProject. */
export const fromGanttProject: Views = {
  projects: fromMspdi["projects"] as ComesBack,
  "projects.calendarId": always("calendars"),
  "projects.scheduling.lagCalendar": always("project"),
  "projects.scheduling.minutesPerDay": always(480),
  "items.kind": (_value, row, plan) =>
    isParent(row, plan) ? "summary" : isMilestone(itemOf(row, plan)) ? "milestone" : "task",
  "items.body": plainBody,
  "items.projectId": firstProject,
  "items.stateId": (_value, row, plan) => {
    const percent = percentOf(itemOf(row, plan)?.schedule?.percentComplete);
    return progress(percent >= 1, percent > 0);
  },
  "items.rank": (_value, row, plan) => outlineRank(row, plan),
  "items.constraints": (_value, row, plan) => {
    const item = itemOf(row, plan);
    if (item === undefined) return undefined;
    const earliest = item.constraints?.find(({ kind }) => kind === "startNoEarlierThan")?.at?.slice(0, 10);
    const isBound = isParent(row, plan) || plan.dependencies?.some(({ successorId }) => successorId === item.id);
    const at = earliest ?? (isBound === true ? undefined : ganttStart(item, plan));
    return at === undefined ? undefined : [{ kind: "startNoEarlierThan", at }];
  },
  "items.schedule.kind": fromMspdi["items.schedule.kind"] as ComesBack,
  "items.schedule.durationMinutes": (value, row, plan) => {
    if (isMilestone(itemOf(row, plan))) return 0;
    return Math.max(480, Math.ceil(((value as number | undefined) ?? 480) / 480) * 480);
  },
  "items.schedule.shownUnit": always("days"),
  "items.schedule.percentComplete": percentOf,
  "dependencies.customFields": always({ "@hardness": "Strong" }),
  "dependencies.lag.amount": (_value, row) => days(row) || undefined,
  "dependencies.lag.unit": (_value, row) => (days(row) === 0 ? undefined : "minutes"),
  "dependencies.lag.basis": (_value, row) => (days(row) === 0 ? undefined : "working"),
  "dependencies.lag.calendar": (_value, row) => (days(row) === 0 ? undefined : "project"),
  "people.away": same,
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": same,
  "assignments.role": (value) => (value === "accountable" ? value : "responsible"),
  "assignments.units": (value) => value ?? 1,
  calendars: (_value, row, plan) => row["id"] === (plan.projects?.[0]?.calendarId ?? plan.calendars?.[0]?.id),
  "calendars.week": (value) =>
    Object.fromEntries(
      ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((name) => [
        name,
        ((value as WeekPattern)[name as keyof WeekPattern] ?? []).length === 0 ? [] : workingDay,
      ]),
    ),
  "calendars.exceptions": (value) => {
    const found = ((value as readonly CalendarException[] | undefined) ?? []).flatMap(ganttDates);
    return found.length === 0 ? undefined : found;
  },
  schedules: isFirstStored,
  "schedules.kind": always("imported"),
  "schedules.projectId": firstProject,
  "schedules.tool": always("ganttProject"),
  "schedules.items": (value, row, plan) =>
    storedItems((_stored, item) => {
      const start = ganttStart(item, plan);
      return start === undefined ? {} : { start };
    })(value, row, plan),
};

const isShare = (row: { readonly [field: string]: unknown }): boolean =>
  row["lag"] === undefined || (row["lag"] as { readonly unit: string }).unit === "percent";

const daysOff = (plan: WorkPlan): readonly CalendarException[] =>
  (plan.calendars ?? [])
    .flatMap(({ exceptions = [] }) => exceptions)
    .flatMap((each) => {
      if (each.intervals.length > 0) return [];
      const days = each.recurrence === undefined ? undefined : exceptionDays(each);
      return [{ ...each, from: (days?.ok ? days.value[0] : undefined) ?? each.from }];
    });

/** What comes back from a calendar. */
export const fromIcal: Views = {
  projects: () => false,
  "items.kind": always("task"),
  "items.body": plainBody,
  "items.dueDate": same,
  "items.projectId": always("projects"),
  "items.stateId": (_value, row, plan) =>
    ({ proposed: "todo", waiting: "todo", active: "doing", done: "done", dropped: "dropped" })[
      String(category(undefined, row, plan))
    ],
  "items.rank": (_value, row, plan) =>
    [...(plan.items ?? [])]
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id))
      .findIndex(({ id }) => id === row["id"]),
  "items.priority": (value) => (typeof value === "number" && value >= 1 && value <= 9 ? value : undefined),
  "items.constraints": (_value, row, plan) => {
    const found = itemOf(row, plan)?.constraints?.find(({ kind }) => kind === "startNoEarlierThan");
    return found === undefined ? undefined : [{ kind: found.kind, at: minute(found.at) }];
  },
  "items.schedule.kind": (_value, row, plan) => {
    const { schedule, dueDate } = itemOf(row, plan) ?? {};
    const isTimed = schedule?.elapsed === true && schedule.durationMinutes !== undefined && dueDate === undefined;
    return schedule?.percentComplete === undefined && !isTimed ? undefined : "task";
  },
  "items.schedule.percentComplete": (value) => (value === undefined ? undefined : percentOf(value)),
  "items.schedule.durationMinutes": (value, row, plan) => {
    const item = itemOf(row, plan);
    return item?.schedule?.elapsed === true && item.dueDate === undefined ? value : undefined;
  },
  "items.schedule.elapsed": (value, row, plan) => {
    const item = itemOf(row, plan);
    return item?.schedule?.durationMinutes !== undefined && item.dueDate === undefined ? value : undefined;
  },
  "dependencies.lag.amount": (value, row) => (isShare(row) ? undefined : value),
  "dependencies.lag.unit": (_value, row) => (isShare(row) ? undefined : "minutes"),
  "dependencies.lag.basis": (_value, row) => (isShare(row) ? undefined : "elapsed"),
  people: isAssigned,
  "people.name": same,
  "people.email": same,
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": same,
  "assignments.role": (value) => (value === "accountable" ? value : "responsible"),
  calendars: (_value, row, plan) => row["id"] === plan.calendars?.[0]?.id && daysOff(plan).length > 0,
  "calendars.exceptions": (_value, _row, plan) => daysOff(plan),
};

const signs = (text: string): string => text.trim().replace(/\s+/g, "_");

/** What comes back from a list in Markdown. */
export const fromMarkdown: Views = {
  "outcomes.id": same,
  outcomes: (_value, row, plan) => plan.items?.some((item) => item.outcomeIds?.includes(String(row["id"]))),
  "outcomes.title": (_value, row) => row["id"],
  "items.id": same,
  "items.title": (value) => String(value).split(/\s+/).join(" "),
  "items.kind": always("task"),
  "items.stateId": fromIcal["items.stateId"] as ComesBack,
  "items.rank": (_value, row, plan) => outlineRank(row, plan),
  "items.outcomeIds": same,
  "items.labels": (value) =>
    (value as string[] | undefined)?.map((each) => signs(each).replace(/[^\p{L}\p{N}_/-]+/gu, "_")),
  "items.estimates": (_value, row, plan) => {
    const found = (itemOf(row, plan)?.estimates ?? []).filter(
      ({ basis, value }) => basis === "original" && value.kind === "single",
    );
    return found.length === 0
      ? undefined
      : found.map((each) => ({ ...each, of: each.of === "duration" ? "effort" : each.of }));
  },
  "items.memberships": same,
  "items.constraints": (_value, row, plan) => {
    const found = itemOf(row, plan)?.constraints?.find(({ kind }) => kind === "startNoEarlierThan");
    return found === undefined ? undefined : [found];
  },
  dependencies: (_value, row) => row["type"] === "FS" && row["lag"] === undefined,
  "dependencies.type": always("FS"),
  people: isAssigned,
  "people.name": (value) => signs(String(value)),
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": (value) => signs(String(value)),
  "assignments.role": always("accountable"),
};

type Row = { readonly [field: string]: unknown };

const isNode = (row: Row | WorkItem, plan: WorkPlan): boolean => {
  const item = plan.items?.find(({ id }) => id === row["id" as never]);
  return isParent({ ...item }, plan) || (item?.kind === "summary" && (item.schedule?.kind ?? "summary") === "summary");
};
const ofActivity =
  (view: ComesBack = same): ComesBack =>
  (value, row, plan) =>
    isNode(row, plan) ? undefined : view(value, row, plan);
const hasBegun = (item: WorkItem | undefined): boolean =>
  item?.schedule?.actualStart !== undefined || item?.schedule?.actualFinish !== undefined;
const plannedOf = (item: WorkItem | undefined): number | undefined => {
  const found = item?.estimates?.find(
    ({ of, basis, value }) => of === "duration" && basis === "original" && value.kind === "single",
  );
  return found?.value.kind === "single" ? found.value.amount : undefined;
};
const durationOf = (item: WorkItem | undefined): number | undefined => {
  const { durationMinutes, remainingMinutes } = item?.schedule ?? {};
  if (hasBegun(item)) return durationMinutes;
  return durationMinutes ?? remainingMinutes ?? plannedOf(item);
};
const utc = (value: unknown): unknown => minute(typeof value === "string" ? value.replace(/Z$/, "") : value);
const lagOf = (row: Row, plan: WorkPlan): number => {
  const lag = row["lag"] as { readonly unit: string; readonly amount: number } | undefined;
  const predecessor = plan.items?.find(({ title }) => title === row["predecessorId"]);
  if (lag === undefined) return 0;
  return Math.round(lag.unit === "minutes" ? lag.amount : lag.amount * (predecessor?.schedule?.durationMinutes ?? 0));
};
const ofNoMaterial =
  (view: ComesBack = same): ComesBack =>
  (value, row, plan) => {
    const kind = plan.resources?.find(({ name }) => name === row["resourceId"])?.kind;
    return kind === "material" || kind === "cost" ? undefined : view(value, row, plan);
  };
const criticalOf = (row: Partial<ScheduledItem>, plan: WorkPlan): boolean | undefined => {
  const { criticalBy, criticalFloatMinutes = 0 } = plan.projects?.[0]?.scheduling ?? {};
  if (criticalBy === "longestPath") return row.isOnLongestPath;
  return row.totalFloatMinutes === undefined ? undefined : row.totalFloatMinutes <= criticalFloatMinutes;
};

const weekdayName = (day: string): keyof WeekPattern =>
  (["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const)[
    weekday(dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))) % 7
  ] as keyof WeekPattern;

function xerDates(calendar: Row): CalendarException[] | undefined {
  const found = new Map<string, CalendarException["intervals"]>();
  for (const { from, to, week } of (calendar["workWeeks"] as
    | readonly { from: string; to: string; week: WeekPattern }[]
    | undefined) ?? []) {
    for (let at = from; at <= to; at = shiftDay(at, 1)) {
      const intervals = week[weekdayName(at)];
      if (intervals !== undefined) found.set(at, intervals);
    }
  }
  for (const each of (calendar["exceptions"] as readonly CalendarException[] | undefined) ?? []) {
    const days = exceptionDays(each);
    for (const at of days.ok ? days.value : []) found.set(at, each.intervals);
  }
  if (found.size === 0) return undefined;
  return [...found].map(([at, intervals]) => ({ from: at, to: at, intervals }));
}

/** What comes back from a file of Primavera. */
export const fromXer: Views = {
  "projects.scheduling.preset": always("primavera"),
  "items.kind": (value, row, plan) => {
    const item = itemOf(row, plan);
    if (isNode(row, plan)) return "summary";
    const isOne = item?.schedule === undefined ? value === "milestone" : item.schedule.kind.endsWith("Milestone");
    return isOne ? "milestone" : "task";
  },
  "items.projectId": firstProject,
  "items.sourceKind": ofActivity((_value, row, plan) => {
    const item = itemOf(row, plan);
    const kind = item?.schedule?.kind ?? (item?.kind === "milestone" ? "finishMilestone" : "task");
    if (kind === "task" && item?.schedule?.drivenBy === "assignments") return "TT_Rsrc";
    return (
      { startMilestone: "TT_Mile", finishMilestone: "TT_FinMile", levelOfEffort: "TT_LOE", hammock: "TT_WBS" }[
        kind as "hammock"
      ] ?? "TT_Task"
    );
  }),
  "items.calendarId": ofActivity(
    (value, _row, plan) => value ?? plan.calendars?.find(({ id }) => id === plan.projects?.[0]?.calendarId)?.name,
  ),
  "items.stateId": ofActivity((_value, row, plan) => {
    const schedule = itemOf(row, plan)?.schedule;
    const own = String(category(undefined, row, plan));
    const isDated = schedule?.actualFinish !== undefined || schedule?.actualStart !== undefined;
    if (isDated) return schedule.actualFinish === undefined ? "doing" : "done";
    return progress(own === "done", own === "active");
  }),
  "items.rank": (value, row, plan) =>
    isNode(row, plan)
      ? value
      : (plan.items ?? [])
          .filter((item) => !isNode(item, plan))
          .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
          .findIndex(({ id }) => id === row["id"]),
  "items.labels": ofActivity((value) =>
    (value as string[] | undefined)?.map((label) => (label.includes(": ") ? label : `Label: ${label}`)),
  ),
  "items.estimates": ofActivity((_value, row, plan) => {
    const item = itemOf(row, plan);
    const amount = hasBegun(item) ? undefined : plannedOf(item);
    if (amount === undefined || amount === durationOf(item)) return undefined;
    return [{ of: "duration", basis: "original", value: { kind: "single", amount } }];
  }),
  "items.constraints": ofActivity((_value, row, plan) => {
    const found = (itemOf(row, plan)?.constraints ?? []).filter(({ kind }) => kind !== "asSoonAsPossible").slice(0, 2);
    return found.length === 0
      ? undefined
      : found.map(({ kind, at }) => (at === undefined ? { kind } : { kind, at: fromDay(at) }));
  }),
  "items.createdAt": ofActivity(utc),
  "items.updatedAt": ofActivity(utc),
  "items.startedAt": ofActivity((_value, row, plan) => itemOf(row, plan)?.schedule?.actualStart),
  "items.finishedAt": ofActivity((_value, row, plan) => itemOf(row, plan)?.schedule?.actualFinish),
  "items.customFields": always(undefined),
  "items.schedule.kind": (value, row, plan) => {
    if (isNode(row, plan)) return "summary";
    if (value === undefined) return itemOf(row, plan)?.kind === "milestone" ? "finishMilestone" : "task";
    return value === "summary" ? "task" : value;
  },
  "items.schedule.drivenBy": ofActivity((value, row, plan) =>
    value === "assignments" && itemOf(row, plan)?.schedule?.kind === "task" ? value : "duration",
  ),
  "items.schedule.durationMinutes": ofActivity((_value, row, plan) => durationOf(itemOf(row, plan))),
  "items.schedule.remainingMinutes": ofActivity((value, row, plan) => {
    const item = itemOf(row, plan);
    if (hasBegun(item)) return value;
    const planned = plannedOf(item);
    return value !== undefined || (planned !== undefined && planned !== item?.schedule?.durationMinutes)
      ? (item?.schedule?.durationMinutes ?? value)
      : undefined;
  }),
  ...Object.fromEntries(
    [
      ...["durationType", "physicalPercentComplete", "percentCompleteType", "actualStart", "actualFinish", "suspend"],
      ...["resume", "expectedFinish", "externalEarlyStart", "externalLateFinish"],
    ].map((field) => [`items.schedule.${field}`, ofActivity()]),
  ),
  dependencies: (_value, row, plan) =>
    !isNode({ id: row["predecessorId"] }, plan) && !isNode({ id: row["successorId"] }, plan),
  "dependencies.customFields": always(undefined),
  "dependencies.lag.amount": (_value, row, plan) => lagOf(row, plan) || undefined,
  "dependencies.lag.unit": (_value, row, plan) => (lagOf(row, plan) === 0 ? undefined : "minutes"),
  "dependencies.lag.basis": (_value, row, plan) => (lagOf(row, plan) === 0 ? undefined : "working"),
  "people.customFields": always(undefined),
  "resources.customFields": always(undefined),
  "resources.kind": (value) => (value === "cost" ? "material" : value),
  "resources.calendarId": (value, row) => (row["kind"] === "placeholder" ? undefined : value),
  assignments: (_value, row, plan) => row["teamId"] === undefined && !isNode({ id: row["itemId"] }, plan),
  "assignments.role": always("responsible"),
  "assignments.effortMinutes": ofNoMaterial(),
  "assignments.remainingEffortMinutes": ofNoMaterial(),
  "assignments.actualEffortMinutes": ofNoMaterial((value, row) => value ?? row["overtimeEffortMinutes"]),
  "assignments.overtimeEffortMinutes": ofNoMaterial(),
  "assignments.units": ofNoMaterial(),
  "assignments.delayMinutes": ofNoMaterial(),
  "calendars.exceptions": (_value, row) => xerDates(row),
  schedules: (_value, row) => row["kind"] !== "baseline",
  "schedules.kind": always("imported"),
  "schedules.projectId": firstProject,
  "schedules.tool": always("xer"),
  "schedules.items": (_value, row, plan) => {
    const stored = plan.schedules?.find(({ id }) => id === row["id"])?.items ?? [];
    const activities = (plan.items ?? [])
      .filter((item) => !isNode(item, plan))
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    return activities.flatMap((item) => {
      const found: Partial<ScheduledItem> = stored.find(({ itemId }) => itemId === item.id) ?? {};
      const { actualStart = found.start, actualFinish = found.finish } = item.schedule ?? {};
      const isCritical = criticalOf(found, plan);
      const dates = {
        ...found,
        ...(actualStart === undefined ? {} : { start: actualStart }),
        ...(actualFinish === undefined ? {} : { finish: actualFinish }),
        ...(isCritical === undefined ? {} : { isCritical }),
      };
      const isDated = Object.keys(dates).some((field) => field !== "itemId" && field !== "isOnLongestPath");
      return isDated ? [{ ...dates, itemId: item.title }] : [];
    });
  },
};
