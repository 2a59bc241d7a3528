import { compileFates, type FateRule, fates, unnamedFate } from "../tally.js";

const task = "project/tasks/task";
const calendar = "project/calendars/calendar";

const rules = [
  ...fates(
    "mapped",
    undefined,
    "project > projects",
    "project/@name > projects.name",
    "project/@project-start > projects.start",
    "project/@calendar > projects.calendarId",
    "project/@mrproject-version > report",
    "project/calendars > calendars",
    "project/calendars/day-types/** > calendars",
    `${calendar} > calendars`,
    `${calendar}/@id > calendars.id`,
    `${calendar}/@name > calendars.name`,
    `${calendar}/default-week/** > calendars.week`,
    `${calendar}/overridden-day-types/** > calendars.week`,
    `${calendar}/days/** > calendars.exceptions`,
    "project/tasks > items",
    `${task} > items`,
    `${task}/@id > items.id`,
    `${task}/@name > items.title`,
    `${task}/@note > items.body`,
    `${task}/@work > items.estimates`,
    `${task}/@duration > items.schedule`,
    `${task}/@start > schedules`,
    `${task}/@end > schedules`,
    `${task}/@percent-complete > items.schedule`,
    `${task}/@priority > items.priority`,
    `${task}/@type > items.kind`,
    `${task}/@scheduling > items.schedule`,
    `${task}/constraint/** > items.constraints`,
    `${task}/predecessors > dependencies`,
    `${task}/predecessors/predecessor > dependencies`,
    `${task}/predecessors/predecessor/@id > dependencies.sources`,
    `${task}/predecessors/predecessor/@predecessor-id > dependencies.predecessorId`,
    `${task}/predecessors/predecessor/@type > dependencies.type`,
    `${task}/predecessors/predecessor/@lag > dependencies.lag`,
    "project/resources > people",
    "project/resources/resource > people",
    "project/resources/resource/@id > people.id",
    "project/resources/resource/@name > people.name",
    "project/resources/resource/@type > resources.kind",
    "project/resources/resource/@email > people.email",
    "project/resources/resource/@calendar > people.calendarId",
    "project/allocations > assignments",
    "project/allocations/allocation > assignments",
    "project/allocations/allocation/@task-id > assignments.itemId",
    "project/allocations/allocation/@resource-id > assignments.personId",
    "project/allocations/allocation/@units > assignments.units",
  ),
];

/** Fates of the places of a file; tasks within tasks and calendars within calendars have those of the outer ones. */
export function plannerFates(keep: boolean): (source: string) => Omit<FateRule, "source"> {
  const compiled = compileFates(rules, unnamedFate(keep, "customFields and extensions"));
  return (source) =>
    compiled(
      source
        .replace(/^project\/tasks(?:\/task)+(?=\/|$)/, task)
        .replace(/^project\/calendars(?:\/calendar)+(?=\/|$)/, calendar),
    );
}
