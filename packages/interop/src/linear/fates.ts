import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";
import { labelChanges, plainChanges } from "./history.js";

const own = (to: string, ...names: readonly string[]) =>
  fates("mapped", undefined, ...names.map((name) => `issue/${name} > ${to}`));
const shown = "colour, picture or setting for the tool's own screens";

/** A connection's records, however they are wrapped. */
const each = (name: string) => [`${name}/edges/*/node`, `${name}/nodes/*`, `${name}/*`];

const person = (place: string, to: string) => [
  ...own(to, place, `${place}/id`, `${place}/name`, `${place}/displayName`, `${place}/email`),
  ...fates("dropped", "of the person, not of the work", `issue/${place}/**`),
];

const state = (place: string, to: string) => [
  ...own(to, place, `${place}/id`, `${place}/name`, `${place}/type`),
  ...fates("dropped", shown, `issue/${place}/**`),
];

const reference = (place: string, to: string) => [
  ...own(to, place, `${place}/id`, `${place}/identifier`),
  ...fates("dropped", "copy of the other issue's own field", `issue/${place}/**`),
];

const entries = each("history").flatMap((place) => [
  ...own("events", `${place}/id`, `${place}/createdAt`, `${place}/actorId`),
  ...person(`${place}/actor`, "events.actor"),
  ...["from", "to"].flatMap((side) => [
    ...state(`${place}/${side}State`, "events"),
    ...person(`${place}/${side}Assignee`, "events"),
    ...own("events", `${place}/${side}StateId`, `${place}/${side}AssigneeId`, `${place}/${side}Estimate`),
    ...plainChanges.flatMap((name) => own("events", `${place}/${side}${name}/**`, `${place}/${side}${name}Id`)),
    ...plainChanges.flatMap((name) => own("events", `${place}/${side}${name}`)),
  ]),
  ...labelChanges.flatMap((name) => own("events", `${place}/${name}/**`)),
]);

const rules = [
  ...own("items.id", "identifier", "number"),
  ...own("items.sources", "id", "url"),
  ...own("items.title", "title"),
  ...own("items.body", "description"),
  ...own("items.priority", "priority", "priority/value"),
  ...fates("dropped", "the priority in words", "issue/priorityLabel", "issue/priority/name"),
  ...own("items.estimates", "estimate", "estimate/value", "estimate/name"),
  ...own("items.createdAt", "createdAt"),
  ...own("items.updatedAt", "updatedAt"),
  ...own("items.startedAt", "startedAt"),
  ...own("items.finishedAt", "completedAt"),
  ...own("events", "canceledAt"),
  ...own("items.dueDate", "dueDate"),
  ...state("state", "items.stateId"),
  ...state("status", "items.stateId"),
  ...own("items.stateId", "stateId"),
  ...person("assignee", "assignments.personId"),
  ...person("creator", "events.actor"),
  ...own("projects", "project", "project/id", "project/name"),
  ...own("timeboxes", "cycle/id", "cycle/number", "cycle/name", "cycle/startsAt", "cycle/endsAt"),
  ...reference("parent", "items.parentId"),
  ...own("items.parentId", "parentId"),
  ...["children", "subIssues"].flatMap(each).flatMap((place) => reference(place, "items.parentId")),
  ...each("labels").flatMap((place) => [
    ...own("items.labels", place, `${place}/name`),
    ...fates("dropped", shown, `issue/${place}/id`, `issue/${place}/color`),
  ]),
  ...["labels", "labels/nodes", "labels/edges"].flatMap((place) => own("items.labels", place)),
  ...(
    [
      ["relations", "relatedIssue", "issue"],
      ["inverseRelations", "issue", "relatedIssue"],
    ] as const
  ).flatMap(([name, end, self]) =>
    each(name).flatMap((place) => [
      ...own("dependencies", `${place}/id`, `${place}/type`),
      ...reference(`${place}/${end}`, "dependencies"),
      ...fates("dropped", "the issue itself", `issue/${place}/${self}/**`),
    ]),
  ),
  ...entries,
  ...each("stateHistory").flatMap((place) => [
    ...own("events", `${place}/id`, `${place}/startedAt`, `${place}/stateId`),
    ...state(`${place}/state`, "events"),
    ...fates("dropped", "the beginning of the next", `issue/${place}/endedAt`),
  ]),
  ...["history", "stateHistory", "labels", "relations", "inverseRelations", "children", "subIssues"].flatMap((name) =>
    fates("dropped", "wraps the records", `issue/${name}/pageInfo/**`, `issue/${name}/totalCount`),
  ),
];

/** Where each field goes: what no rule names stays on its issue; what wraps the issues is no work. */
export function linearFates(draft: Draft): FateOf {
  const ofIssue = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  return (source) => (/^issue(\/|$)/.test(source) ? ofIssue(source) : wrapping);
}
