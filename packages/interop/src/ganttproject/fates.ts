import { compileFates, type FateRule, fates, unnamedFate } from "../tally.js";

const task = "project/tasks/task";

const rules = [
  ...fates(
    "mapped",
    undefined,
    "project > projects",
    "project/@name > projects.name",
    "project/@version > report",
    "project/calendars > calendars",
    "project/calendars/day-types > calendars",
    "project/calendars/day-types/day-type/** > calendars.week",
    "project/calendars/day-types/default-week/** > calendars.week",
    "project/calendars/date/** > calendars.exceptions",
    "project/tasks > items",
    `${task} > items`,
    `${task}/@id > items.id`,
    `${task}/@uid > items.sources`,
    `${task}/@name > items.title`,
    `${task}/@meeting > items.kind`,
    `${task}/@start > schedules`,
    `${task}/@duration > items.schedule`,
    `${task}/@complete > items.schedule`,
    `${task}/@thirdDate-constraint > items.constraints`,
    `${task}/notes > items.body`,
    `${task}/depend > dependencies`,
    `${task}/depend/@id > dependencies.successorId`,
    `${task}/depend/@type > dependencies.type`,
    `${task}/depend/@difference > dependencies.lag`,
    "project/resources > people",
    "project/resources/resource > people",
    "project/resources/resource/@id > people.id",
    "project/resources/resource/@name > people.name",
    "project/resources/resource/@contacts > people.email",
    "project/allocations > assignments",
    "project/allocations/allocation > assignments",
    "project/allocations/allocation/@task-id > assignments.itemId",
    "project/allocations/allocation/@resource-id > assignments.personId",
    "project/allocations/allocation/@load > assignments.units",
    "project/allocations/allocation/@responsible > assignments.role",
    "project/vacations/** > people.away",
    "project/previous > schedules",
    "project/previous/previous-tasks > schedules",
    "project/previous/previous-tasks/@name > schedules.name",
    "project/previous/previous-tasks/previous-task > schedules.items",
    "project/previous/previous-tasks/previous-task/@id > schedules.items.itemId",
    "project/previous/previous-tasks/previous-task/@start > schedules.items.start",
    "project/previous/previous-tasks/previous-task/@duration > schedules.items.finish",
    "project/previous/previous-tasks/previous-task/@meeting > schedules.items.finish",
  ),
  ...fates("dropped", "derived by the tool from other fields", "project/previous/previous-tasks/previous-task/@super"),
  ...fates(
    "dropped",
    "layout of the tool's screens",
    "project/view/**",
    "project/@view-date",
    "project/@view-index",
    "project/@gantt-divider-location",
    "project/@resource-divider-location",
    "project/@locale",
    "project/tasks/@empty-milestones",
    `${task}/@expand`,
    "project/calendars/day-types/only-show-weekends/**",
  ),
];

/** Fates of the places of a file; tasks within tasks have those of tasks. */
export function ganttFates(keep: boolean): (source: string) => Omit<FateRule, "source"> {
  const compiled = compileFates(rules, unnamedFate(keep, "customFields and extensions"));
  return (source) => compiled(source.replace(/^project\/tasks(?:\/task)+(?=\/|$)/, task));
}
