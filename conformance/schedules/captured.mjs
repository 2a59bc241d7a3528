import { readFileSync } from "node:fs";

const dayMinutes = 480;
const kinds = {
  CS_MSOA: "startNoEarlierThan",
  CS_MSOB: "startNoLaterThan",
  CS_MEOA: "finishNoEarlierThan",
  CS_MEOB: "finishNoLaterThan",
  CS_MSO: "startOn",
  CS_MEO: "finishOn",
  CS_MANDSTART: "mustStartOn",
  CS_MANDFIN: "mustFinishOn",
  CS_ALAP: "asLateAsPossible",
};
const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const hours = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];

function calendarOf([id, { work_days, holidays }]) {
  const week = Object.fromEntries(names.map((name, at) => [name, work_days.includes((at + 1) % 7) ? hours : []]));
  return { id, week, exceptions: holidays.map((day) => ({ from: day, to: day, intervals: [] })) };
}

const dated = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Days typed into P6 begin at midnight; only actual dates take the hours of the calendar. */
const midnight = (day) => `${day}T00:00`;

function itemOf(row, rank) {
  return {
    id: row.code,
    title: row.code,
    kind: "task",
    projectId: "captured",
    rank,
    calendarId: row.clndr_id,
    schedule: dated({
      kind: "task",
      durationMinutes: row.duration_days * dayMinutes,
      remainingMinutes: row.remaining_duration === undefined ? undefined : row.remaining_duration * dayMinutes,
      actualStart: row.actual_start === undefined ? undefined : `${row.actual_start}T08:00`,
      actualFinish: row.actual_finish === undefined ? undefined : `${row.actual_finish}T17:00`,
    }),
    ...(row.constraint === undefined
      ? {}
      : { constraints: [{ kind: kinds[row.constraint.type], at: midnight(row.constraint.date) }] }),
  };
}

/** Cells of the comparison beside an input; a date marked `A` is an actual one, so it is the start or finish shown. */
function storedRow(cells) {
  const row = {};
  for (const [column, name, actual] of [
    ["ES_p6", "earlyStart", "start"],
    ["EF_p6", "earlyFinish", "finish"],
    ["LS_p6", "lateStart", "start"],
    ["LF_p6", "lateFinish", "finish"],
  ]) {
    const cell = cells[column] ?? "";
    if (cell !== "") row[cell.endsWith(" A") ? actual : name] = cell.slice(0, 16).replace(" ", "T");
  }
  for (const [column, name] of [
    ["TF_p6", "totalFloatMinutes"],
    ["FF_p6", "freeFloatMinutes"],
  ]) {
    if ((cells[column] ?? "") !== "") row[name] = Number(cells[column]) * dayMinutes;
  }
  return row;
}

/** A small network typed into P6, and the dates P6 showed. */
export async function readCaptured(path) {
  const { activities, relationships, opts } = JSON.parse(readFileSync(path, "utf8"));
  const plan = {
    formatVersion: 1,
    projects: [
      {
        id: "captured",
        name: "captured",
        start: midnight(opts.projectStart),
        dataDate: midnight(opts.dataDate),
        scheduling: { preset: "primavera", lagCalendar: "predecessor" },
      },
    ],
    calendars: Object.entries(opts.cal_map).map(calendarOf),
    items: activities.map(itemOf),
    dependencies: relationships.map((link, at) => ({
      id: String(at),
      predecessorId: link.from_code,
      successorId: link.to_code,
      type: link.type,
      lag: { amount: link.lag_days * dayMinutes, unit: "minutes", basis: "working" },
    })),
  };
  const [head, ...lines] = readFileSync(path.replace("-input.json", "-comparison.csv"), "utf8").trim().split(/\r?\n/);
  const columns = head.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
  });
  return { plan, stored: new Map(rows.map((cells) => [cells.activity_code, storedRow(cells)])), finishes: new Map() };
}
