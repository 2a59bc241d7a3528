import type { CalendarException, WeekPattern } from "@evenkeel/calendar";
import type { Assignment, CalendarRow, Dependency, Person, WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { minutesPerDay } from "./ganttproject/calendar.js";
import { element, tag, type Xml } from "./mspdi/write-xml.js";
import { numbering } from "./numbering.js";
import { shiftDay } from "./shift-day.js";

interface Writing {
  readonly inside: ReadonlyMap<string, readonly WorkItem[]>;
  readonly linksFrom: ReadonlyMap<string, readonly Dependency[]>;
  readonly starts: ReadonlyMap<string, string>;
  readonly number: (id: string) => string;
  readonly perDay: number;
}

function group<T>(rows: readonly T[] | undefined, keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows ?? []) {
    const before = groups.get(keyOf(row));
    if (before === undefined) groups.set(keyOf(row), [row]);
    else before.push(row);
  }
  return groups;
}

const linkTypes = { SS: "1", FS: "2", FF: "3", SF: "4" } as const;

function dependTag({ perDay, number }: Writing, { successorId, type, lag, customFields }: Dependency): Xml {
  const days = lag === undefined || lag.unit === "percent" ? 0 : Math.round(lag.amount / perDay);
  const hardness = customFields?.["@hardness"];
  return tag("depend", [
    ["id", number(successorId)],
    ["type", linkTypes[type]],
    ["difference", String(days)],
    ["hardness", typeof hardness === "string" ? hardness : "Strong"],
  ]);
}

/** The tag of an item around those inside; deep trees are written from their leaves. */
function taskTags(writing: Writing, roots: readonly WorkItem[]): Xml[] {
  const done = new Map<string, Xml>();
  const stack = roots.map((item) => ({ item, isOpen: false }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { item, isOpen } = next;
    const inner = writing.inside.get(item.id) ?? [];
    if (!isOpen && inner.length > 0) {
      stack.push({ item, isOpen: true }, ...inner.map((each) => ({ item: each, isOpen: false })));
      continue;
    }
    done.set(
      item.id,
      taskTag(
        writing,
        item,
        inner.flatMap((each) => done.get(each.id) ?? []),
      ),
    );
  }
  return roots.flatMap((item) => done.get(item.id) ?? []);
}

function taskTag(writing: Writing, item: WorkItem, inner: readonly Xml[]): Xml {
  const { schedule } = item;
  const earliest = item.constraints?.find((each) => each.kind === "startNoEarlierThan")?.at?.slice(0, 10);
  const isMilestone = item.kind === "milestone" || (schedule?.kind ?? "").endsWith("Milestone");
  const days = Math.ceil((schedule?.durationMinutes ?? writing.perDay) / writing.perDay);
  const start = writing.starts.get(item.id) ?? earliest;
  return tag(
    "task",
    [
      ["id", writing.number(item.id)],
      ["uid", item.sources?.find((each) => each.tool === "ganttproject")?.key],
      ["name", item.title],
      ["meeting", String(isMilestone)],
      ["start", start],
      ["duration", isMilestone ? "0" : String(Math.max(days, 1))],
      ["complete", String(Math.round((schedule?.percentComplete ?? 0) * 100))],
      ["thirdDate", earliest],
      ["thirdDate-constraint", earliest === undefined ? undefined : "1"],
    ],
    [
      ...(item.body === undefined ? [] : [element("notes", item.body.text)]),
      ...(writing.linksFrom.get(item.id) ?? []).map((link) => dependTag(writing, link)),
      ...inner,
    ],
  );
}

/** Days of one exception that are written at most. */
const mostDays = 1000;

const shortNames = {
  sun: "sunday",
  mon: "monday",
  tue: "tuesday",
  wed: "wednesday",
  thu: "thursday",
  fri: "friday",
  sat: "saturday",
} as const;

/** Days of an exception as dates: a year each, or none for every year; other recurrences have no word in the format. */
function dateTags({ name, from, to, intervals, recurrence }: CalendarException): Xml[] {
  const dateTag = (year: string, month: number, day: number): Xml => {
    const attributes = [
      ["year", year],
      ["month", String(month)],
      ["date", String(day)],
      ["type", intervals.length > 0 ? "WORKING_DAY" : "HOLIDAY"],
    ] as const;
    const open = tag("date", attributes).xml;
    return name === undefined
      ? { xml: open }
      : { xml: `${open.slice(0, -2)}>${element("x", name).xml.slice(3, -4)}</date>` };
  };
  if (recurrence !== undefined)
    return recurrence.kind === "yearly" ? [dateTag("", recurrence.month, recurrence.day)] : [];
  const days: Xml[] = [];
  for (let text = from; text <= to && days.length < mostDays; text = shiftDay(text, 1)) {
    days.push(dateTag(text.slice(0, 4), Number(text.slice(5, 7)), Number(text.slice(8, 10))));
  }
  return days;
}

function calendarTag(calendar: CalendarRow | undefined): Xml {
  const week: WeekPattern = calendar?.week ?? {};
  const isOff = (name: (typeof shortNames)[keyof typeof shortNames]) =>
    calendar === undefined ? name === "saturday" || name === "sunday" : (week[name] ?? []).length === 0;
  const flags = Object.entries(shortNames).map(([short, name]) => [short, isOff(name) ? "1" : "0"] as const);
  return tag(
    "calendars",
    [],
    [
      tag(
        "day-types",
        [],
        [
          tag("day-type", [["id", "0"]]),
          tag("day-type", [["id", "1"]]),
          tag("default-week", [["id", "1"], ["name", "default"], ...flags]),
        ],
      ),
      ...(calendar?.exceptions ?? []).flatMap(dateTags),
    ],
  );
}

function allocationTag({ itemId, personId, role, units }: Assignment, task: string, resource: string): Xml[] {
  if (personId === undefined || itemId === "") return [];
  return [
    tag("allocation", [
      ["task-id", task],
      ["resource-id", resource],
      ["responsible", String(role === "accountable")],
      ["load", String((units ?? 1) * 100)],
    ]),
  ];
}

/** Starts by item: of the first schedule that is no baseline, else when work began. */
function startsOf(plan: WorkPlan): Map<string, string> {
  const starts = new Map(
    (plan.items ?? []).flatMap(({ id, startedAt }) =>
      startedAt === undefined ? [] : [[id, startedAt.slice(0, 10)] as const],
    ),
  );
  for (const row of plan.schedules?.find((each) => each.kind !== "baseline")?.items ?? []) {
    if (row.start !== undefined) starts.set(row.itemId, row.start.slice(0, 10));
  }
  return starts;
}

/**
 * Writes a plan as a GanttProject file (`.gan`).
 *
 * Kept: titles, tree and order, links with lags of whole days, milestones, percents, earliest starts, bodies as text, people with
 * their leave of whole days, assignments with units, days off, the week as working and free days, stored starts. Approximated:
 * durations round up to whole days, lags to the nearest; ids that are no numbers get one; hours of a day are 8. Lost: other
 * constraints and roles, lags in percent, resources that are no people, calendars but the project's, recurrences but the yearly,
 * outcomes, commitments, states, labels, custom fields, all but the first project.
 *
 * @param plan - any plan; its first project gives name and calendar
 * @returns XML text, UTF-8
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: files of GanttProject 2.8 to 3.3.
 *
 * @example
 * orThrow(readGanttProject(writeGanttProject({ formatVersion: 1, items: [{ id: "7", title: "Dig", kind: "task" }] }))).plan.items[0].title; // => "Dig"
 */
export function writeGanttProject(plan: WorkPlan): string {
  const items = [...(plan.items ?? [])].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
  const ids = new Set(items.map((item) => item.id));
  const [project] = plan.projects ?? [];
  const people: readonly Person[] = plan.people ?? [];
  const resource = numbering(
    people.map((row) => row.id),
    0,
  );
  const writing: Writing = {
    inside: group(items, ({ parentId }) => (parentId !== undefined && ids.has(parentId) ? parentId : "")),
    linksFrom: group(plan.dependencies, (row) => row.predecessorId),
    starts: startsOf(plan),
    number: numbering(
      items.map((item) => item.id),
      0,
    ),
    perDay: project?.scheduling?.minutesPerDay ?? minutesPerDay,
  };
  const roots = items.filter(({ parentId }) => parentId === undefined || !ids.has(parentId));
  const vacations = people.flatMap((row) =>
    (row.away ?? []).map(({ from, to }) =>
      tag("vacation", [
        ["start", from.slice(0, 10)],
        ["end", to.slice(0, 10)],
        ["resourceid", resource(row.id)],
      ]),
    ),
  );
  const root = tag(
    "project",
    [
      ["name", project?.name ?? plan.title ?? ""],
      ["version", "3.3.3309"],
    ],
    [
      calendarTag(plan.calendars?.find((row) => row.id === project?.calendarId) ?? plan.calendars?.[0]),
      tag("tasks", [["empty-milestones", "true"]], taskTags(writing, roots)),
      tag(
        "resources",
        [],
        people.map((row) =>
          tag("resource", [
            ["id", resource(row.id)],
            ["name", row.name],
            ["contacts", row.email],
          ]),
        ),
      ),
      tag(
        "allocations",
        [],
        (plan.assignments ?? []).flatMap((row) =>
          allocationTag(row, writing.number(row.itemId), resource(row.personId ?? "")),
        ),
      ),
      tag("vacations", [], vacations),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
