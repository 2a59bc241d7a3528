import { compareText } from "@evenkeel/kernel";
import { type DateOrder, decideDateOrder, parseForeignTime } from "../foreign-time.js";
import { type ColumnProposal, suggestByCells } from "./suggest.js";
import type { TargetField } from "./target-field.js";

export type { TargetField } from "./target-field.js";

/** Which column of a table stands for what. */
export interface CsvMapping {
  /** Target by header; headers that are not named are kept. */
  readonly columns: { readonly [header: string]: TargetField };
  /** Order of day and month in numeric dates; absent = by a value above 12 in the column. */
  readonly dateOrder?: DateOrder;
  /** What a bare number in an estimate stands for; absent = a size without unit. */
  readonly estimateUnit?: "points" | "minutes" | "hours" | "days";
  readonly delimiter?: string;
}

/** Headers that mean a target, lower case, without separators; English. */
const words: { readonly [K in TargetField]?: readonly string[] } = {
  case: ["caseid", "case", "caseconceptname", "traceid"],
  activity: ["activity", "event", "activityname", "conceptname", "eventname"],
  at: ["timestamp", "timetimestamp", "time", "eventtime", "datetime"],
  actor: ["resource", "orgresource", "user", "performer", "actor"],
  id: ["id", "key", "taskid", "itemid", "issueid", "number", "ref", "nr", "uid", "gid"],
  title: ["title", "name", "task", "taskname", "summary", "subject", "item", "card", "cardname", "todo", "what"],
  description: ["description", "notes", "note", "details", "body", "comment", "comments"],
  owner: ["owner", "assignee", "assignedto", "responsible", "person", "who", "assigneeemail"],
  members: ["members", "assignees", "people", "team"],
  created: ["created", "createdat", "createddate", "creationdate", "opened", "openedat", "datecreated"],
  updated: ["updated", "updatedat", "modified", "lastmodified", "changed"],
  started: ["started", "startedat", "startdate", "start", "begun", "actualstart"],
  done: [
    "done",
    "doneat",
    "finished",
    "finishdate",
    "finishedat",
    "completed",
    "completedat",
    "closed",
    "closedat",
    "resolved",
    "enddate",
    "end",
    "donedate",
    "actualfinish",
  ],
  dropped: ["dropped", "cancelled", "canceled", "cancelledat", "canceledat"],
  due: ["due", "duedate", "dueon", "deadline", "by", "dueat"],
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
  parent: ["parent", "parentid", "parenttask", "parentissue", "epic"],
  type: ["type", "kind", "issuetype", "category", "worktype"],
  status: ["status", "state", "stage", "column"],
  list: ["list", "section", "sectioncolumn", "board", "bucket"],
  project: ["project", "projects", "projectname"],
  labels: ["labels", "label", "tags", "tag"],
  estimate: ["estimate", "estimated", "points", "storypoints", "size", "effort", "duration"],
  actual: ["actual", "actualeffort", "spent", "timespent"],
  priority: ["priority", "prio"],
  outcome: ["outcome", "goal", "for"],
};

const targetOf = new Map<string, TargetField>(
  (Object.keys(words) as TargetField[]).flatMap((target) =>
    (words[target] ?? []).map((word) => [word, target] as const),
  ),
);

const dated: readonly TargetField[] = ["at", "created", "done", "dropped", "due", "promised", "started", "updated"];

/** Whether a target holds a date. */
export function isDated(target: TargetField): boolean {
  return dated.includes(target);
}

function looksDated(header: string, index: number, sample: readonly (readonly string[])[]): boolean {
  const cells = sample.map((row) => row[index] ?? "").filter((cell) => cell.trim() !== "");
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

/**
 * Proposes which column stands for what, from English headers and from whether dates look like dates; each target is
 * given once, to the first column that fits. A proposal, never a certainty: state it as an assumption. What the cells alone suggest
 * stands in `columns` with less confidence, and not in the mapping.
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
  const columns = new Map<string, TargetField>();
  const taken = new Set<TargetField>();
  for (const [index, header] of headers.entries()) {
    const target = targetOf.get(header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
    if (target === undefined || taken.has(target) || columns.has(header)) continue;
    if (isDated(target) && !looksDated(header, index, sample)) continue;
    taken.add(target);
    columns.set(header, target);
  }
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
    .map(([index]) => [index, decideDateOrder(rows.map((row) => row[index] ?? ""))] as const);
  return new Map(found.sort(([a], [b]) => a - b || compareText(String(a), String(b))));
}
