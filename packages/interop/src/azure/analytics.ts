import type { Period, StateCategory, Timebox } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { defined, table } from "../draft.js";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";
import { eitherValue } from "../trackers/values.js";
import type { AzureContext } from "./context.js";

const common = "Microsoft.VSTS.Common.";
const scheduling = "Microsoft.VSTS.Scheduling.";

/** Members of a row of Analytics: the field of the work item each is, and where it goes. */
export const analyticsMembers: readonly (readonly [member: string, reference: string, to: string])[] = [
  ["Title", "System.Title", "items.title"],
  ["WorkItemType", "System.WorkItemType", "items.sourceKind"],
  ["State", "System.State", "items.stateId"],
  ["TagNames", "System.Tags", "items.labels"],
  ["ParentWorkItemId", "System.Parent", "items.parentId"],
  ["CreatedDate", "System.CreatedDate", "items.createdAt"],
  ["ChangedDate", "System.ChangedDate", "items.updatedAt"],
  ["InProgressDate", `${common}ActivatedDate`, "items.startedAt"],
  ["ActivatedDate", `${common}ActivatedDate`, "items.startedAt"],
  ["CompletedDate", `${common}ClosedDate`, "items.finishedAt"],
  ["ClosedDate", `${common}ClosedDate`, "items.finishedAt"],
  ["StartDate", `${scheduling}StartDate`, "items.constraints"],
  ["DueDate", `${scheduling}DueDate`, "items.dueDate"],
  ["TargetDate", `${scheduling}TargetDate`, "items.dueDate"],
  ["FinishDate", `${scheduling}FinishDate`, "items.dueDate"],
  ["StoryPoints", `${scheduling}StoryPoints`, "items.estimates"],
  ["Effort", `${scheduling}Effort`, "items.estimates"],
  ["Size", `${scheduling}Size`, "items.estimates"],
  ["OriginalEstimate", `${scheduling}OriginalEstimate`, "items.estimates"],
  ["RemainingWork", `${scheduling}RemainingWork`, "items.estimates"],
];

const memberNames = new Set(analyticsMembers.map(([name]) => name));

/** Members that are people, and what they are of the work item. */
export const analyticsPeople = [
  ["AssignedTo", "System.AssignedTo", "assignments.personId"],
  ["CreatedBy", "System.CreatedBy", "events.actor"],
  ["ChangedBy", "System.ChangedBy", "events.actor"],
] as const;

/** Keys and stamps the tool's warehouse keeps for itself. */
export const ofWarehouse: RegExp =
  /^(?:\w+SK|AnalyticsUpdatedDate|RevisedDate|Is(?:Current|Last)\w*|DateValue|Watermark|Count|StateChangeDate|(?:Lead|Cycle)TimeDays|@odata\..+)$/;

const dates = new Set(["StartDate", "DueDate", "TargetDate", "FinishDate"]);

/** Midnight where the organisation is: the tool asks for a day and stores its beginning there. */
const dayAtMidnight = (value: Json): Json =>
  typeof value === "string" ? value.replace(/T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:\d{2})$/, "") : value;

const stateCategories = new Map<string, StateCategory>([
  ["Proposed", "proposed"],
  ["InProgress", "active"],
  ["Resolved", "active"],
  ["Completed", "done"],
  ["Removed", "dropped"],
]);

const linkTypes = new Map([
  ["Parent", "System.LinkTypes.Hierarchy-Reverse"],
  ["Child", "System.LinkTypes.Hierarchy-Forward"],
  ["Predecessor", "System.LinkTypes.Dependency-Reverse"],
  ["Successor", "System.LinkTypes.Dependency-Forward"],
  ["Related", "System.LinkTypes.Related"],
]);

/** Whether a value is a work item, a revision or a snapshot of Analytics; one within another need not name it. */
export const isAnalyticsRow = (value: Json): value is JsonObject =>
  isObject(value) &&
  textAt(value, "WorkItemId") !== undefined &&
  !isObject(member(value, "fields")) &&
  ["Title", "State", "WorkItemType", "ChangedDate"].some((name) => Object.hasOwn(value, name));

/** Whether a value is a link of Analytics, within a work item or of the set of its own. */
export const isAnalyticsLink = (value: Json): value is JsonObject =>
  isObject(value) && textAt(value, "SourceWorkItemId") !== undefined && textAt(value, "TargetWorkItemId") !== undefined;

const bare = (members: readonly (readonly [string, Json])[]): JsonObject => {
  const made: { [name: string]: Json } = Object.create(null);
  for (const [name, value] of members) made[name] = value;
  return made;
};

/** A link in the words of the API; undefined where it was taken back, or is of a type without a name. */
export function linkOfAnalytics(link: JsonObject): JsonObject | undefined {
  const deleted = textAt(link, "DeletedDate");
  const rel =
    textAt(link, "LinkTypeReferenceName") ??
    linkTypes.get(textAt(link, "LinkTypeName") ?? textAt(link, "LinkType") ?? "");
  if (rel === undefined || (deleted !== undefined && !deleted.startsWith("9999"))) return undefined;
  const [source, target] = [textAt(link, "SourceWorkItemId") as string, textAt(link, "TargetWorkItemId") as string];
  return bare([
    ["rel", rel],
    ["url", `/${target}`],
    ["source", bare([["id", source]])],
    ["target", bare([["id", target]])],
  ]);
}

function noteIteration({ draft }: AzureContext, iteration: Json | undefined): void {
  const path = textAt(iteration, "IterationPath");
  if (path === undefined || !path.includes("\\") || table(draft, "timeboxes").has(path)) return;
  const day = (name: string) => /^\d{4}-\d{2}-\d{2}/.exec(textAt(iteration, name) ?? "")?.[0];
  const [from, to] = [day("StartDate"), day("EndDate")];
  const row = { id: path, name: path.split("\\").at(-1) || path, kind: "iteration" } as const;
  const interval = from === undefined && to === undefined ? undefined : defined<Period>({ from, to });
  table(draft, "timeboxes").set(path, defined<Timebox>({ ...row, interval }));
}

/** A row of Analytics in the words of the API, and what it tells of states and iterations noted. */
export function itemOfAnalytics(context: AzureContext, row: JsonObject, id: string): JsonObject {
  const fields: (readonly [string, Json])[] = [];
  const put = (reference: string, value: Json | undefined) => {
    if (value !== undefined && value !== null) fields.push([reference, value]);
  };
  for (const [name, reference] of analyticsMembers) {
    const value = member(row, name);
    put(reference, value === undefined || !dates.has(name) ? value : dayAtMidnight(value));
  }
  if (member(row, "ParentWorkItemId") === undefined) put("System.Parent", member(row, "Parent", "WorkItemId"));
  put("System.AreaPath", member(row, "Area", "AreaPath"));
  put("System.IterationPath", member(row, "Iteration", "IterationPath"));
  put("System.TeamProject", member(row, "Project", "ProjectName"));
  for (const [name, reference] of analyticsPeople) {
    const person = member(row, name);
    const uniqueName = eitherValue(person, "UserEmail", "UserName", "UserSK");
    if (uniqueName === undefined) continue;
    const named: (readonly [string, Json])[] = [["uniqueName", uniqueName]];
    const shown = member(person, "UserName");
    put(reference, bare(shown === undefined ? named : [...named, ["displayName", shown]]));
  }
  for (const [name, value] of Object.entries(row)) {
    const isTold =
      memberNames.has(name) || /^(?:WorkItemId|Revision|StateCategory)$/.test(name) || ofWarehouse.test(name);
    if (!isTold && typeof value !== "object") put(name, value);
  }
  const [state, category] = [textAt(row, "State"), stateCategories.get(textAt(row, "StateCategory") ?? "")];
  if (state !== undefined && category !== undefined) context.categories.set(state, category);
  noteIteration(context, member(row, "Iteration"));
  const relations = listAt(row, "Links").flatMap((link) => {
    const found = isAnalyticsLink(link) ? linkOfAnalytics(link) : undefined;
    if (isObject(link)) context.places.set(link, "analyticsLink");
    if (isObject(link) && found === undefined) context.draft.lost.set(link, "taken back, or of a type without a name");
    return found ?? [];
  });
  const rev = member(row, "Revision");
  return bare([
    ["id", id],
    ...(rev === undefined || rev === null ? [] : [["rev", rev] as const]),
    ["fields", bare(fields)],
    ...(relations.length === 0 ? [] : [["relations", relations] as const]),
  ]);
}
