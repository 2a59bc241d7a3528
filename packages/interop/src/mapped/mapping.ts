import { compareText } from "@evenkeel/kernel";
import { type DateOrder, decideDateOrder, parseForeignTime, settleOrders } from "../foreign-time.js";
import { dateRange, datesIn } from "./date-range.js";
import { leaveColumns } from "./leave-columns.js";
import { planDuration, planLink, planShare } from "./plan-texts.js";
import { type ColumnProposal, suggestByCells } from "./suggest.js";
import { tableCategory } from "./table-category.js";
import type { TargetField } from "./target-field.js";
import { timesheetColumns } from "./timesheet-columns.js";

export type { TargetField } from "./target-field.js";

/** Which column of a table stands for what. */
export interface CsvMapping {
  /** Target by header; headers that are not named are kept. */
  readonly columns: { readonly [header: string]: TargetField };
  /** Order of day and month in numeric dates; absent = by a value above 12 in the column. */
  readonly dateOrder?: DateOrder;
  /** What a bare number in an estimate stands for; absent = a size without unit, and days in a duration. */
  readonly estimateUnit?: "points" | "minutes" | "hours" | "days";
  readonly delimiter?: string;
}

/** Headers that mean a target, lower case, without separators; English. Of several headers for one target the first named here is it. */
const words: { readonly [K in TargetField]?: readonly string[] } = {
  case: ["caseid", "case", "caseconceptname", "traceid"],
  activity: ["activity", "event", "activityname", "conceptname", "eventname"],
  at: ["timestamp", "timetimestamp", "time", "eventtime", "datetime"],
  actor: ["resource", "orgresource", "user", "performer", "actor"],
  id: [
    ...["id", "key", "taskid", "itemid", "issueid", "issuekey", "cardid", "storyid", "workitemid", "number", "#"],
    ...["issuenumber", "ref", "nr", "uid", "gid"],
  ],
  title: [
    ...["title", "name", "taskname", "summary", "subject", "task", "item", "itemname", "card", "cardname", "cardtitle"],
    ...["storyname", "todo", "what"],
  ],
  description: [
    ...["description", "taskdescription", "carddescription", "notes", "note", "details", "body", "comment", "comments"],
  ],
  owner: [
    ...["assignee", "assignedto", "assigned", "assign", "owner", "ownedby", "responsible", "person", "who"],
    ...["assigneename", "assigneeemail"],
  ],
  members: ["members", "assignees", "owners", "assignedusers", "people", "team", "resourcenames", "resources"],
  created: [
    ...["created", "createdat", "createdon", "createddate", "createdtime", "creationdate", "creationtime"],
    ...["datecreated", "opened", "openedat"],
  ],
  updated: [
    ...["updated", "updatedat", "updatedon", "lastupdated", "modified", "modifieddate", "modifiedat", "lastmodified"],
    ...["lasteditedtime", "lastactivitydate", "dateupdated", "changed", "changeddate"],
  ],
  started: ["started", "startedat", "actualstart", "begun", "startdate", "start"],
  done: [
    ...["done", "doneat", "donedate", "datedone", "finished", "finishedat", "completed", "completedat", "completedon"],
    ...[
      "completeddate",
      "completiondate",
      "datecompleted",
      "closed",
      "closedat",
      "closedon",
      "closeddate",
      "dateclosed",
    ],
    ...["resolved", "resolvedat", "resolveddate", "acceptedat", "actualfinish", "finishdate", "enddate", "end"],
  ],
  dropped: ["dropped", "cancelled", "canceled", "cancelledat", "canceledat"],
  due: ["due", "duedate", "dueon", "dueat", "deadline", "targetdate", "by"],
  promised: ["promised", "promisedby", "committed"],
  after: [
    "after",
    "dependson",
    "predecessors",
    "predecessor",
    "blockedby",
    "blockedbydependencies",
    "waitsfor",
    "needs",
  ],
  blocks: ["blocks", "blocking", "blockingdependencies", "successors", "successor"],
  parent: ["parent", "parentid", "parenttask", "parentissue", "parentitem", "parentkey", "parenttaskid", "epic"],
  type: ["type", "kind", "issuetype", "itemtype", "tasktype", "tracker", "worktype", "category"],
  status: ["status", "state", "currentstate", "stage", "progress", "column"],
  list: ["list", "listname", "section", "sectioncolumn", "bucket", "bucketname", "board"],
  project: ["project", "projects", "projectname", "boardname"],
  labels: ["labels", "label", "tags", "tag"],
  estimate: [
    ...["estimate", "estimated", "points", "storypoints", "totalpoints", "size", "effort", "estimation"],
    ...["estimatedtime", "originalestimate"],
  ],
  actual: ["actual", "actualeffort", "spent", "timespent", "spenttime"],
  priority: ["priority", "prio"],
  outcome: ["outcome", "goal", "for"],
  duration: ["duration", "plannedduration", "scheduledduration"],
  plannedStart: ["plannedstart", "plannedstartdate", "scheduledstart", "scheduledstartdate", "planstart"],
  plannedFinish: [
    ...["plannedfinish", "plannedfinishdate", "plannedend", "plannedenddate", "scheduledfinish", "scheduledfinishdate"],
    ...["scheduledend", "planfinish", "planend"],
  ],
  percentComplete: ["percentcomplete", "completepercent", "percentdone", "donepercent"],
  outlineLevel: ["outlinelevel", "indentlevel", "indent"],
  wbs: ["wbs", "wbscode", "outlinenumber", "wbsnumber"],
  milestone: ["milestone", "ismilestone"],
};

/** Headers of dates that are planned ones where the table holds a plan, those that say it best first. */
const bareDates = {
  plannedStart: ["start", "startdate", "starttime"],
  plannedFinish: ["finish", "finishdate", "end", "enddate", "finishtime"],
} as const;
const maybePlanned: ReadonlySet<string> = new Set(Object.values(bareDates).flat());

const targetOf = new Map<string, { readonly target: TargetField; readonly rank: number }>(
  (Object.keys(words) as TargetField[]).flatMap((target) =>
    (words[target] ?? []).map((word, rank) => [word, { target, rank }] as const),
  ),
);

const plainHeader = (header: string): string =>
  header.trim() === "#"
    ? "#"
    : header
        .toLowerCase()
        .replaceAll("%", "percent")
        .replace(/[^\p{L}\p{N}]/gu, "");

const dated: readonly TargetField[] = [
  ...(["at", "created", "done", "dropped", "due", "plannedFinish", "plannedStart"] as const),
  ...([
    "absentFrom",
    "absentTo",
    "promised",
    "started",
    "updated",
    "workedFrom",
    "workedOn",
    "workedTo",
    "workedUntil",
  ] as const),
];

/** What a project plan writes where there is no date. */
export const isNoDate = (cell: string): boolean => /^(?:n\/?a|-)?$/i.test(cell.trim());

/** Whether a target holds a date. */
export function isDated(target: TargetField): boolean {
  return dated.includes(target);
}

function looksDated(header: string, index: number, sample: readonly (readonly string[])[]): boolean {
  const cells = sample.flatMap((row) => datesIn(row[index] ?? "")).filter((cell) => !isNoDate(cell));
  return header !== "" && cells.every((cell) => parseForeignTime(cell, "dmy").ok || parseForeignTime(cell, "mdy").ok);
}

/** A proposed mapping with what it rests on. */
export interface MappingProposal {
  readonly mapping: CsvMapping;
  /** `header: target` for each column that was recognised, in the order of the columns. */
  readonly evidence: readonly string[];
  /** Every column with what it seems to stand for, also those that the mapping leaves out as too uncertain. */
  readonly columns: readonly ColumnProposal[];
}

/** Whether a date stands where the status says that what it would record has not happened: then it is a planned one. */
function isPlanned(
  target: TargetField,
  index: number,
  status: number | undefined,
  sample: readonly (readonly string[])[],
): boolean {
  if (status === undefined) return false;
  return sample.some((row) => {
    const category = tableCategory((row[status] ?? "").trim());
    const isAhead = target === "started" ? category === "proposed" : category !== undefined && category !== "done";
    return isAhead && (row[index] ?? "").trim() !== "";
  });
}

type Chosen = Map<TargetField, { readonly index: number; readonly rank: number }>;

/** Whether every filled cell of the column is one that a plan would write there. */
function looksPlanned(target: TargetField, index: number, sample: readonly (readonly string[])[]): boolean {
  const cells = sample.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
  const all = (test: (cell: string) => boolean): boolean => cells.length > 0 && cells.every(test);
  if (target === "duration") return all((cell) => planDuration(cell) !== undefined);
  if (target === "percentComplete") return all((cell) => planShare(cell) !== undefined);
  if (target === "outlineLevel") return all((cell) => /^\d{1,3}$/.test(cell));
  return target !== "wbs" || all((cell) => /^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*$/u.test(cell));
}

/** Whether links are written with types or lags, or refer to rows without ids by number, as plans do; a number may be a tracker's id. */
function hasPlanLinks(best: Chosen, sample: readonly (readonly string[])[]): boolean {
  const index = best.get("after")?.index;
  if (index === undefined) return false;
  const cells = sample.flatMap((row) => (row[index] ?? "").split(/[;,]/)).filter((cell) => cell.trim() !== "");
  const isNumbered = cells.length > 0 && cells.every((cell) => /^\d+$/.test(planLink(cell)?.reference ?? ""));
  return isNumbered && (!best.has("id") || cells.some((cell) => !/^\d+$/.test(cell.trim())));
}

/** In a table of a plan, a bare start or finish is the planned one. */
function takeBareDates(best: Chosen, headers: readonly string[], sample: readonly (readonly string[])[]): void {
  const isPlan = best.has("duration") || best.has("outlineLevel") || hasPlanLinks(best, sample);
  if (!isPlan) return;
  for (const target of ["started", "done"] as const) {
    const found = best.get(target);
    if (found !== undefined && maybePlanned.has(plainHeader(headers[found.index] as string))) best.delete(target);
  }
  for (const target of ["plannedStart", "plannedFinish"] as const) {
    if (best.has(target)) continue;
    const names: readonly string[] = bareDates[target];
    const found = headers
      .map((header, index) => ({ index, rank: names.indexOf(plainHeader(header)) }))
      .filter(({ index, rank }) => rank !== -1 && looksDated(headers[index] as string, index, sample))
      .sort((a, b) => a.rank - b.rank)[0];
    if (found !== undefined) best.set(target, found);
  }
}

/** A column of dates of which some state from when to when is the plan of its rows, whatever it is called. */
function takeRanges(best: Chosen, headers: readonly string[], sample: readonly (readonly string[])[]): void {
  if (best.has("due")) return;
  const taken = new Set([...best.values()].map(({ index }) => index));
  const index = headers.findIndex(
    (header, at) =>
      !taken.has(at) &&
      headers.indexOf(header) === at &&
      sample.some((row) => dateRange(row[at] ?? "") !== undefined) &&
      looksDated(header, at, sample),
  );
  if (index >= 0) best.set("due", { index, rank: 0 });
}

/** The column of each target: of several the one whose header is named first. */
function chooseColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): ReadonlyMap<number, TargetField> {
  const best: Chosen = new Map();
  const known = headers.map((header) => targetOf.get(plainHeader(header)));
  const offer = (target: TargetField, index: number, rank: number): void => {
    const before = best.get(target);
    if (before === undefined || rank < before.rank) best.set(target, { index, rank });
  };
  for (const [index, found] of known.entries()) {
    if (found === undefined || headers.indexOf(headers[index] as string) !== index) continue;
    const isPercent = sample.some((row) => /^\d+(?:[.,]\d+)?\s*%?$/.test((row[index] ?? "").trim()));
    if (found.target === "status" && isPercent) {
      if (looksPlanned("percentComplete", index, sample)) offer("percentComplete", index, found.rank);
      continue;
    }
    if (!looksPlanned(found.target, index, sample)) continue;
    if (isDated(found.target) && !looksDated(headers[index] as string, index, sample)) continue;
    offer(found.target, index, found.rank);
  }
  takeBareDates(best, headers, sample);
  takeRanges(best, headers, sample);
  for (const target of ["started", "done"] as const) {
    const found = best.get(target);
    if (found === undefined || !maybePlanned.has(plainHeader(headers[found.index] as string))) continue;
    if (!isPlanned(target, found.index, best.get("status")?.index, sample)) continue;
    best.delete(target);
    if (target === "done" && !best.has("due")) best.set("due", found);
  }
  return new Map([...best].map(([target, { index }]) => [index, target]));
}

/**
 * Proposes which column stands for what, from English headers and from whether dates look like dates; each target is
 * given once, to the column whose header says it best. A start or an end that stands where the status says that nothing has begun or
 * ended is a planned one: such an end is the due date, such a start is kept. A proposal, never a certainty: state it as an assumption. What the cells alone suggest
 * stands in `columns` with less confidence, and not in the mapping. Who worked from when to when, to the minute, makes a timesheet; who is away
 * on which days, with a column for the kind of leave, a list of leave.
 *
 * @param headers - header row
 * @param sample - some rows
 * @returns mapping and evidence
 *
 * Issues: none.
 * Time O(columns * sample), space O(columns).
 * Source: own.
 *
 * @example
 * proposeMapping(["Task", "Owner"], [["Dig", "Ada"]]).mapping.columns; // => { Task: "title", Owner: "owner" }
 */
export function proposeMapping(headers: readonly string[], sample: readonly (readonly string[])[]): MappingProposal {
  const chosen =
    timesheetColumns(headers, plainHeader, sample) ??
    leaveColumns(headers, plainHeader, sample) ??
    chooseColumns(headers, sample);
  const columns = new Map<string, TargetField>(
    headers.flatMap((header, index) => {
      const target = chosen.get(index);
      return target === undefined ? [] : [[header, target] as const];
    }),
  );
  const taken = new Set(columns.values());
  if (!(taken.has("case") && taken.has("activity") && taken.has("at"))) {
    for (const [header, target] of columns)
      if (["case", "activity", "at", "actor"].includes(target)) columns.delete(header);
  }
  return {
    mapping: { columns: Object.fromEntries(columns) },
    evidence: [...columns].map(([header, target]) => `${header}: ${target}`),
    columns: headers.map((header, index) => {
      const target = columns.get(header);
      const cells = sample.map((row) => row[index] ?? "");
      return target === undefined || headers.indexOf(header) !== index
        ? withoutTaken(suggestByCells(header, cells), taken)
        : byHeader(header, target);
    }),
  };
}

function byHeader(header: string, target: TargetField): ColumnProposal {
  return isDated(target)
    ? { header, target, confidence: 0.95, evidence: "the header says so, and its cells are dates" }
    : { header, target, confidence: 0.9, evidence: "the header says so" };
}

/** A target that a header has is no guess for another column. */
function withoutTaken(proposal: ColumnProposal, taken: ReadonlySet<TargetField>): ColumnProposal {
  const { header, target } = proposal;
  if (target === undefined || !taken.has(target)) return proposal;
  return { header, confidence: 0, evidence: `another column is the ${target}` };
}

/** The order of numeric dates for each dated column, or for all where one column decides nothing alone. */
export function dateOrders(
  rows: readonly (readonly string[])[],
  columns: readonly (readonly [number, TargetField])[],
): ReadonlyMap<number, { readonly order?: DateOrder; readonly numeric: number; readonly evidence?: string }> {
  const found = columns
    .filter(([, target]) => isDated(target))
    .map(([index]) => [index, decideDateOrder(rows.flatMap((row) => datesIn(row[index] ?? "")))] as const);
  return new Map([...settleOrders(found)].sort(([a], [b]) => a - b || compareText(String(a), String(b))));
}
