import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";
import { analyticsMembers, analyticsPeople, ofWarehouse } from "./analytics.js";
import { dueFields } from "./items.js";

const copy = "said by another field";

const field = (to: string, ...names: readonly string[]) =>
  fates(
    "mapped",
    undefined,
    ...names.flatMap((name) => [
      `workItem/fields/${name} > ${to}`,
      `workItem/fields/${name}/displayName > people.name`,
      `workItem/fields/${name}/uniqueName > people.id`,
    ]),
  );

const ofAnalytics = ["analytics", "analyticsRevision"];
const under = (...places: readonly string[]) => ofAnalytics.flatMap((row) => places.map((place) => `${row}/${place}`));

const analytics = [
  ...fates(
    "mapped",
    undefined,
    ...under("WorkItemId > items.id", "Revision > events", "StateCategory > workflows.states.category"),
    ...under(...analyticsMembers.map(([name, , to]) => `${name} > ${to}`)),
    ...under(...analyticsPeople.map(([name]) => `${name}/UserName > people.name`)),
    ...under(...analyticsPeople.map(([name]) => `${name}/UserEmail > people.id`)),
    ...under(
      "Area/AreaPath > containers.id",
      "Project/ProjectName > projects.name",
      "Iteration/IterationPath > timeboxes.id",
    ),
    ...under("Iteration/StartDate > timeboxes.interval", "Iteration/EndDate > timeboxes.interval"),
    ...under("Parent/WorkItemId > items.parentId", "Revisions > events"),
    ...["SourceWorkItemId", "TargetWorkItemId"].map((name) => `analyticsLink/${name} > dependencies`),
    ...["LinkTypeReferenceName", "LinkTypeName", "LinkType"].map((name) => `analyticsLink/${name} > dependencies.type`),
  ),
  ...fates("dropped", "of the person, not of the work", ...under(...analyticsPeople.map(([name]) => `${name}/**`))),
  ...fates("dropped", copy, ...under("Area/**", "Iteration/**", "Project/**")),
  ...fates("mapped", undefined, "analyticsRevision/* > events"),
  ...fates("dropped", copy, "analyticsRevision/**"),
  ...fates("dropped", "set by the tool on every link", "analyticsLink/**"),
];

const rules = [
  ...fates("mapped", undefined, "workItem/id > items.id", "workItem/rev > report", "workItem/url > items.sources.url"),
  ...field("items.title", "System.Title"),
  ...field("items.sourceKind", "System.WorkItemType"),
  ...field("items.stateId", "System.State"),
  ...field("items.body", "System.Description"),
  ...field("items.labels", "System.Tags"),
  ...field("items.parentId", "System.Parent"),
  ...field("items.createdAt", "System.CreatedDate"),
  ...field("items.updatedAt", "System.ChangedDate"),
  ...field("items.startedAt", "Microsoft.VSTS.Common.ActivatedDate"),
  ...field("items.finishedAt", "Microsoft.VSTS.Common.ClosedDate"),
  ...field("items.dueDate", ...dueFields.map((name) => `Microsoft.VSTS.Scheduling.${name}`)),
  ...field("items.constraints", "Microsoft.VSTS.Scheduling.StartDate"),
  ...field(
    "items.estimates",
    "Microsoft.VSTS.Scheduling.StoryPoints",
    "Microsoft.VSTS.Scheduling.Effort",
    "Microsoft.VSTS.Scheduling.Size",
  ),
  ...field("items.estimates", "Microsoft.VSTS.Scheduling.OriginalEstimate", "Microsoft.VSTS.Scheduling.RemainingWork"),
  ...field("projects.name", "System.TeamProject"),
  ...field("containers.id", "System.AreaPath"),
  ...field("timeboxes.id", "System.IterationPath"),
  ...field("assignments.personId", "System.AssignedTo"),
  ...field("events.actor", "System.CreatedBy", "System.ChangedBy"),
  ...fates(
    "dropped",
    "of the person, not of the work",
    ...["AssignedTo", "CreatedBy", "ChangedBy"].map((name) => `workItem/fields/System.${name}/**`),
  ),
  ...fates("dropped", copy, "workItem/fields/System.Id", "workItem/fields/System.Rev", "workItem/_links/**"),
  ...fates(
    "mapped",
    undefined,
    "workItem/relations > dependencies",
    "workItem/updates > events",
    "workItem/revisions > events",
  ),
  ...fates("mapped", undefined, "link/rel > dependencies.type", "link/url > dependencies"),
  ...fates("mapped", undefined, "link/source/id > dependencies", "link/target/id > dependencies"),
  ...fates("dropped", copy, "link/source/**", "link/target/**"),
  ...fates("dropped", "set by the tool on every link", "link/attributes/**"),
  ...fates("mapped", undefined, ...["id", "rev", "workItemId", "revisedDate"].map((name) => `update/${name} > events`)),
  ...fates("mapped", undefined, "update/fields/*/oldValue > events", "update/fields/*/newValue > events"),
  ...fates("mapped", undefined, "update/fields/** > events", "update/relations/** > events"),
  ...fates(
    "mapped",
    undefined,
    "update/revisedBy/displayName > people.name",
    "update/revisedBy/uniqueName > people.id",
  ),
  ...fates("mapped", undefined, "revision/fields/** > events", "revision/rev > events", "revision/id > items.id"),
  ...fates("dropped", copy, "update/**", "revision/**"),
  ...analytics,
];

const recordNames = new Set(["workItem", "link", "update", "revision", "analyticsLink", ...ofAnalytics]);

/** Where each field goes: what no rule names stays on its work item; what wraps them is no work. */
export function azureFates(draft: Draft): FateOf {
  const ofRecord = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  const own = { fate: "dropped", why: "kept by the tool for itself" } as const;
  return (source) => {
    const [record = "", name = ""] = source.split("/", 2);
    if (ofAnalytics.includes(record) && ofWarehouse.test(name)) return own;
    return recordNames.has(record) ? ofRecord(source) : wrapping;
  };
}
