import type { Json } from "@evenkeel/kernel";
import { warn } from "../draft.js";
import { isObject, member, numberAt } from "../json-text.js";
import { addStory, changed, dateMoved, moved, type Step, type Story, type Told } from "../trackers/story.js";
import { sortable, toolTime } from "../trackers/times.js";
import { either, plainText } from "../trackers/values.js";
import { nodesOf } from "./collect.js";
import { type LinearContext, type LinearIssue, personOf, stateOf, stateOfId } from "./context.js";

/** What an entry says of one field before and after: as a record, or by its global id alone. */
function sides(entry: Json, field: string): readonly [Json | undefined, Json | undefined] {
  const of = (side: string) => member(entry, `${side}${field}`) ?? member(entry, `${side}${field}Id`);
  return [of("from"), of("to")];
}

function stateTold(context: LinearContext, entry: Json): Told | undefined {
  const of = (side: string) =>
    stateOf(context, member(entry, `${side}State`)) ?? stateOfId(context, either(entry, `${side}StateId`));
  const to = of("to");
  return to === undefined ? undefined : moved(to, of("from"));
}

function assigneesTold(context: LinearContext, entry: Json): Told[] {
  const [from, to] = sides(entry, "Assignee").map((user) => personOf(context, user));
  const role = "responsible";
  return [
    ...(from === undefined ? [] : [{ type: "unassigned", assigneeId: from, role } as const]),
    ...(to === undefined ? [] : [{ type: "assigned", assigneeId: to, role } as const]),
  ];
}

function estimateTold(entry: Json): Told | undefined {
  const [from, to] = [numberAt(entry, "fromEstimate"), numberAt(entry, "toEstimate")];
  if (to === undefined) return from === undefined ? undefined : changed("estimate", from, undefined);
  return { type: "estimated", of: "points", ...(from === undefined ? {} : { from }), to };
}

/** Fields whose changes are told as they stand. */
export const plainChanges: readonly string[] = [
  "Title",
  "Priority",
  "DueDate",
  "Cycle",
  "Project",
  "ProjectMilestone",
  "Parent",
  "Team",
];

/** Changes of labels: records or global ids. */
export const labelChanges: readonly string[] = ["addedLabels", "removedLabels", "addedLabelIds", "removedLabelIds"];

/** A record by its name, as histories compare them. */
const named = (value: Json | undefined): Json | undefined =>
  isObject(value) ? either(value, "name", "identifier", "title", "number", "id") : value;

const dayText = (value: Json | undefined): string | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;

function othersTold(entry: Json): Told[] {
  const fields = plainChanges.flatMap((field): Told[] => {
    const [from, to] = sides(entry, field).map(named);
    const name = field.charAt(0).toLowerCase() + field.slice(1);
    if (from === undefined && to === undefined) return [];
    return [field === "DueDate" ? dateMoved(name, dayText(from), dayText(to)) : changed(name, from, to)];
  });
  const labels = labelChanges.flatMap((name): Told[] => {
    const found = nodesOf(member(entry, name)).flatMap((each) => plainText(named(each)) ?? []);
    // Where names stand, ids beside them say the same again.
    if (found.length === 0 || (name.endsWith("Ids") && member(entry, `${name.slice(0, -3)}s`) !== undefined)) return [];
    return [name.startsWith("added") ? changed("labels", undefined, found) : changed("labels", found, undefined)];
  });
  return [...fields, ...labels];
}

function stepsOf(context: LinearContext, issue: LinearIssue): Step[] {
  const path = [...issue.path, "history"];
  const seen = new Set<string>();
  return nodesOf(member(issue.value, "history")).flatMap((entry, index): Step[] => {
    const at = toolTime(context.draft, member(entry, "createdAt"), [...path, index, "createdAt"], [issue.id]);
    const id = `${issue.id}:${either(entry, "id") ?? index}`;
    if (at === undefined || seen.has(id)) return [];
    seen.add(id);
    const actor = personOf(context, member(entry, "actor")) ?? personOf(context, member(entry, "actorId"));
    const told = [
      stateTold(context, entry),
      ...assigneesTold(context, entry),
      estimateTold(entry),
      ...othersTold(entry),
    ];
    return told
      .filter((each) => each !== undefined)
      .map((each, number): Step => ({ id: `${id}:${number}`, at, actor, told: each }));
  });
}

/** Entries of the spans an issue spent in each state, as the tool counts them. */
function spanSteps(context: LinearContext, issue: LinearIssue): Step[] {
  const path = [...issue.path, "stateHistory"];
  const spans = nodesOf(member(issue.value, "stateHistory")).flatMap((span, index) => {
    const at = toolTime(context.draft, member(span, "startedAt"), [...path, index, "startedAt"], [issue.id]);
    const state = stateOf(context, member(span, "state")) ?? stateOfId(context, either(span, "stateId"));
    return at === undefined || state === undefined ? [] : [{ at, state, index }];
  });
  spans.sort((a, b) =>
    sortable(a.at) < sortable(b.at) ? -1 : sortable(a.at) > sortable(b.at) ? 1 : a.index - b.index,
  );
  return spans.slice(1).map(({ at, state }, index) => ({
    id: `${issue.id}:state:${String(index).padStart(4, "0")}`,
    at,
    told: moved(state, spans[index]?.state),
  }));
}

/** What the history of an issue amounts to. */
export interface IssueStory {
  readonly story: Story;
  readonly isCut: boolean;
}

/** Adds the events of an issue that has a history; undefined where it has none. */
export function addHistory(
  context: LinearContext,
  issue: LinearIssue,
  createdAt: string | undefined,
  current: string | undefined,
): IssueStory | undefined {
  const { value, path, id } = issue;
  const [history, spans] = [member(value, "history"), member(value, "stateHistory")];
  if (history === undefined && spans === undefined) return undefined;
  const steps = stepsOf(context, issue);
  const moves = steps.some(({ told }) => told.type === "stateChanged") ? [] : spanSteps(context, issue);
  const isCut = member(moves.length > 0 ? spans : history, "pageInfo", "hasNextPage") === true;
  if (isCut) {
    const found = nodesOf(moves.length > 0 ? spans : history).length;
    warn(context.draft, "linear-history-cut", [...path, "history"], [id], { item: id, found });
  }
  const actor = personOf(context, member(value, "creator"));
  const beginning = { at: createdAt, actor, source: "exact" as const, current, isCut };
  return { story: addStory(context.draft, id, beginning, [...steps, ...moves]), isCut };
}
