import { parseForeignTime } from "../foreign-time.js";
import type { TargetField } from "./target-field.js";

/** Headers of lists of leave, lower case, without separators; those that say it best first. */
const names: { readonly [K in TargetField]?: readonly string[] } = {
  leaveKind: [
    ...["leavetype", "absencetype", "timeofftype", "typeofleave", "typeofabsence", "leavecategory", "absencecategory"],
    ...["absencereason", "timeoffpolicy", "leavekind", "leave", "absence", "timeoff"],
  ],
  absentee: [
    ...["employee", "employeename", "employeefullname", "worker", "user", "person", "staff", "staffmember"],
    ...["teammember", "member", "fullname", "name", "employeeid", "personnelnumber", "useremail", "email"],
  ],
  absentFrom: [
    ...["startdate", "from", "fromdate", "firstday", "start", "datefrom", "begindate", "leavefrom", "absencestart"],
    ...["date", "day"],
  ],
  absentTo: [
    ...["enddate", "to", "todate", "lastday", "end", "dateto", "until", "leaveto", "absenceend"],
    "finishdate",
  ],
  leaveStatus: ["status", "state", "approvalstatus", "requeststatus", "approval"],
};

const isDate = (cell: string): boolean =>
  [parseForeignTime(cell, "dmy"), parseForeignTime(cell, "mdy")].some((time) => time.ok);

/**
 * The columns of a list of leave: who is away, from which day to which, and what kind of leave it is. Undefined where a table is none:
 * without a column of kinds by name, spans of people are work.
 */
export function leaveColumns(
  headers: readonly string[],
  plain: (header: string) => string,
  sample: readonly (readonly string[])[],
): ReadonlyMap<number, TargetField> | undefined {
  const areDates = (index: number): boolean => {
    const cells = sample.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
    return cells.length > 0 && cells.every(isDate);
  };
  const at = new Map<TargetField, number>();
  for (const target of Object.keys(names) as TargetField[]) {
    const isDay = target === "absentFrom" || target === "absentTo";
    const best = headers
      .map((header, index) => ({ index, rank: names[target]?.indexOf(plain(header)) ?? -1 }))
      .filter(({ index, rank }) => rank !== -1 && (!isDay || areDates(index)))
      .sort((a, b) => a.rank - b.rank)[0];
    if (best !== undefined) at.set(target, best.index);
  }
  const isLeave = at.has("leaveKind") && at.has("absentee") && at.has("absentFrom");
  return isLeave ? new Map([...at].map(([target, index]) => [index, target])) : undefined;
}
