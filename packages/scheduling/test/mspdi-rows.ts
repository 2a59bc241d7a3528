import { readFileSync } from "node:fs";
import type { CalendarException, CalendarSpec, DayInterval, WeekPattern } from "@evenkeel/calendar";
import type { ActivityInput, DateConstraint, LinkInput, LinkType, ScheduleInput } from "../src/index.js";

const all = (text: string, tag: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))].map((match) => match[1]!);
const one = (text: string, tag: string): string | undefined => all(text, tag)[0];
const local = (text: string | undefined): string | undefined => text?.slice(0, 16);

/** Minutes of `PT8H30M0S`. */
export function minutesOf(text: string | undefined): number {
  const found = /PT(\d+)H(\d+)M([\d.]+)S/.exec(text ?? "");
  return found === null ? 0 : Number(found[1]) * 60 + Number(found[2]) + Number(found[3]) / 60;
}

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const minute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function hours(text: string): DayInterval[] {
  return all(text, "WorkingTime").flatMap((each) => {
    const [from, to] = [one(each, "FromTime"), one(each, "ToTime")];
    return from === undefined || to === undefined ? [] : [{ from: minute(from), to: minute(to) || 1440 }];
  });
}

/** Week and plain exceptions of one calendar; recurring ones are the reader's business, not this test's. */
function calendarOf(text: string): CalendarSpec {
  const week: { -readonly [Day in keyof WeekPattern]: WeekPattern[Day] } = {};
  const plain = text.replace(/<Exceptions>[\s\S]*<\/Exceptions>/, "").replace(/<WorkWeeks>[\s\S]*<\/WorkWeeks>/, "");
  for (const each of all(plain, "WeekDay")) {
    const type = Number(one(each, "DayType"));
    if (type > 0) week[days[type - 1]!] = one(each, "DayWorking") === "1" ? hours(each) : [];
  }
  const exceptions = all(one(text, "Exceptions") ?? "", "Exception").map((each): CalendarException => {
    const [from, to] = [one(each, "FromDate")!.slice(0, 10), one(each, "ToDate")!.slice(0, 10)];
    return { from, to, intervals: hours(each) };
  });
  const base = one(text, "BaseCalendarUID");
  return {
    id: one(text, "UID")!,
    week,
    exceptions,
    ...(base === undefined || Number(base) <= 0 ? {} : { parentId: base }),
  };
}

const kinds: readonly DateConstraint["kind"][] = ["ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT"];
const types: readonly LinkType[] = ["FF", "FS", "SF", "SS"];
const elapsedFormats = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44]);

export interface StoredTask {
  readonly uid: string;
  readonly text: string;
}

/** A plan saved by MS Project as input, with the texts of its tasks; undefined where it is more than rows 3.1 to 3.5 cover. */
export function mspdiInput(file: string): { input: ScheduleInput; tasks: StoredTask[] } | undefined {
  const text = readFileSync(file, "utf8");
  const isResourced = all(text, "Assignment").some((each) => Number(one(each, "ResourceUID")) > 0);
  if (isResourced || text.includes("<ActualStart>") || text.includes("<CrossProject>1")) return undefined;
  const tasks = all(text, "Task").filter((each) => one(each, "UID") !== "0" && one(each, "IsNull") !== "1");
  const head = text.slice(0, text.indexOf("<Tasks>"));
  const outline: string[] = [];
  const links: LinkInput[] = [];
  const activities = tasks.map((each): ActivityInput => {
    const id = one(each, "UID")!;
    const level = Number(one(each, "OutlineLevel"));
    outline[level] = id;
    const body = each
      .replace(/<PredecessorLink>[\s\S]*?<\/PredecessorLink>/g, "")
      .replace(/<Baseline>[\s\S]*?<\/Baseline>/g, "");
    for (const link of all(each, "PredecessorLink")) {
      const format = Number(one(link, "LagFormat"));
      const lag = Number(one(link, "LinkLag") ?? 0);
      const basis =
        elapsedFormats.has(format) || format === 20 || format === 52 ? ("elapsed" as const) : ("working" as const);
      const isPercent = [19, 20, 51, 52].includes(format);
      links.push({
        predecessor: one(link, "PredecessorUID")!,
        successor: id,
        type: types[Number(one(link, "Type"))]!,
        lag: { ...(isPercent ? { percent: lag } : { minutes: lag / 10 }), basis },
      });
    }
    const calendar = one(body, "CalendarUID");
    const deadline = local(one(body, "Deadline"));
    const kind = kinds[Number(one(body, "ConstraintType") ?? 0)]!;
    const at = local(one(body, "ConstraintDate"));
    const start = local(one(body, "Start"));
    const isManual = one(body, "Manual") === "1" && start !== undefined;
    const parentId = outline[level - 1];
    const finish = local(one(body, "Finish"));
    return {
      id,
      durationMinutes: minutesOf(one(body, "Duration")),
      elapsed: elapsedFormats.has(Number(one(body, "DurationFormat"))),
      ...(calendar === undefined || calendar === "-1" ? {} : { calendarId: calendar }),
      ...(parentId === undefined || level < 2 ? {} : { parentId }),
      constraints:
        kind === "ASAP" || (at === undefined && kind !== "ALAP") ? [] : [{ kind, ...(at === undefined ? {} : { at }) }],
      ...(deadline === undefined ? {} : { deadline }),
      ...(isManual ? { manual: { start, ...(finish === undefined ? {} : { finish }) } } : {}),
      ...(one(body, "Active") === "0" ? { inactive: true } : {}),
    };
  });
  const input: ScheduleInput = {
    start: local(one(head, "StartDate"))!,
    calendars: all(one(text, "Calendars") ?? "", "Calendar").map(calendarOf),
    defaultCalendarId: one(head, "CalendarUID")!,
    activities,
    links,
    options: { preset: "msProject" },
  };
  return { input, tasks: tasks.map((each) => ({ uid: one(each, "UID")!, text: each })) };
}

/** A stored field of a task, as `mspdiInput` gives its text. */
export const stored = (task: StoredTask, tag: string): string | undefined =>
  one(task.text.replace(/<Baseline>[\s\S]*?<\/Baseline>/g, ""), tag);
