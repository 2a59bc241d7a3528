import { readFileSync } from "node:fs";
import type { CalendarException, CalendarSpec, WeekPattern } from "@evenkeel/calendar";
import type { ActivityInput, DateConstraint, LinkInput, LinkType, ScheduleInput } from "../src/index.js";

type Row = Record<string, string>;

/** Tables of a P6 export, by name. */
export function xerTables(file: string): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  let rows: Row[] = [];
  let fields: string[] = [];
  for (const line of readFileSync(file, "latin1").split(/\r?\n/)) {
    const [mark, ...cells] = line.split("\t");
    if (mark === "%T") {
      rows = [];
      tables.set(cells[0]!, rows);
    }
    if (mark === "%F") fields = cells;
    if (mark === "%R") rows.push(Object.fromEntries(fields.map((field, at) => [field, cells[at] ?? ""])));
  }
  return tables;
}

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** Hours `s|08:00|f|12:00`, either way round. */
function hours(text: string): { from: number; to: number }[] {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return [...text.matchAll(/\(([sf])\|(\d\d:\d\d)\|[sf]\|(\d\d:\d\d)\)/g)]
    .map(([, first, a, b]) => (first === "s" ? [a!, b!] : [b!, a!]))
    .map(([from, to]) => ({ from: minutes(from!), to: minutes(to!) === 0 ? 1440 : minutes(to!) }))
    .sort((a, b) => a.from - b.from);
}

/** Splits `(0||name(...)(...))` children of one node by balanced brackets. */
function children(text: string): string[] {
  const found: string[] = [];
  for (let at = 0, depth = 0, begin = 0; at < text.length; at++) {
    if (text[at] === "(" && depth++ === 0) begin = at;
    if (text[at] === ")" && --depth === 0) found.push(text.slice(begin + 1, at));
  }
  return found;
}

export function xerCalendar(row: Row): CalendarSpec {
  const data = row["clndr_data"]!.replace(/[\x7f\s]/g, "");
  const part = (name: string): string[] => {
    const at = data.indexOf(`(0||${name}()(`);
    if (at === -1) return [];
    let end = at;
    for (let depth = 0; end < data.length; end++) {
      if (data[end] === "(") depth++;
      if (data[end] === ")" && --depth === 0) break;
    }
    return children(data.slice(at + `(0||${name}()(`.length, end - 1));
  };
  const week: { -readonly [Day in keyof WeekPattern]: WeekPattern[Day] } = {};
  for (const day of part("DaysOfWeek")) week[days[Number(/^0\|\|(\d)/.exec(day)![1]) - 1]!] = hours(day);
  const exceptions = part("Exceptions").map((each): CalendarException => {
    const serial = Number(/d\|(\d+)/.exec(each)![1]);
    const day = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
    return { from: day, to: day, intervals: hours(each) };
  });
  return { id: row["clndr_id"]!, week, exceptions };
}

const time = (text: string | undefined): string | undefined =>
  text === undefined || text === "" ? undefined : text.replace(" ", "T");
export const xerConstraints: Record<string, DateConstraint["kind"]> = {
  CS_MSOA: "SNET",
  CS_MEOA: "FNET",
  CS_MSOB: "SNLT",
  CS_MEOB: "FNLT",
  CS_MSO: "SO",
  CS_MEO: "FO",
  CS_MANDSTART: "MSO",
  CS_MANDFIN: "MFO",
  CS_ALAP: "ALAP",
};

/** One project of a P6 export as input; activities without early dates are left out. */
export function xerInput(tables: Map<string, Row[]>, project: Row): { input: ScheduleInput; rows: Row[] } {
  const id = project["proj_id"]!;
  const rows = tables
    .get("TASK")!
    .filter(
      (row) =>
        row["proj_id"] === id &&
        row["early_start_date"] !== "" &&
        row["task_type"] !== "TT_WBS" &&
        row["task_type"] !== "TT_LOE",
    );
  const known = new Set(rows.map((row) => row["task_id"]!));
  const options = tables.get("SCHEDOPTIONS")?.find((row) => row["proj_id"] === id);
  const activities = rows.map((row): ActivityInput => {
    const type = row["task_type"];
    const constraints = ["", "2"].flatMap((suffix): DateConstraint[] => {
      const kind = xerConstraints[row[`cstr_type${suffix}`] ?? ""];
      const at = time(row[`cstr_date${suffix}`]);
      return kind === undefined ? [] : [{ kind, ...(at === undefined ? {} : { at }) }];
    });
    return {
      id: row["task_id"]!,
      calendarId: row["clndr_id"]!,
      kind: type === "TT_Mile" ? "startMilestone" : type === "TT_FinMile" ? "finishMilestone" : "task",
      durationMinutes: Number(row["remain_drtn_hr_cnt"]) * 60,
      constraints,
    };
  });
  const links = tables.get("TASKPRED")!.flatMap((row): LinkInput[] => {
    if (!known.has(row["task_id"]!) || !known.has(row["pred_task_id"]!)) return [];
    const type = row["pred_type"]!.slice(3) as LinkType;
    return [
      {
        predecessor: row["pred_task_id"]!,
        successor: row["task_id"]!,
        type,
        lag: { minutes: Number(row["lag_hr_cnt"]) * 60 },
      },
    ];
  });
  const lag = {
    rcal_Predecessor: "predecessor",
    rcal_Successor: "successor",
    rcal_ProjDefault: "project",
    rcal_24Hour: "continuous",
  } as const;
  const lagCalendar = lag[(options?.["sched_calendar_on_relationship_lag"] ?? "rcal_Predecessor") as keyof typeof lag];
  const mustFinishBy = time(project["plan_end_date"]);
  const input: ScheduleInput = {
    start: time(project["plan_start_date"])!,
    dataDate: time(project["last_recalc_date"])!,
    ...(mustFinishBy === undefined ? {} : { mustFinishBy }),
    calendars: tables
      .get("CALENDAR")!
      .filter(
        (row) => rows.some((task) => task["clndr_id"] === row["clndr_id"]) || row["clndr_id"] === project["clndr_id"],
      )
      .map(xerCalendar),
    activities,
    links,
    options: { preset: "primavera", lagCalendar },
  };
  return { input, rows };
}
