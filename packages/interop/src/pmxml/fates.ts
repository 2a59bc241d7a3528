import { compileFates, type FateRule, fates, unnamedFate } from "../tally.js";
import { type PmxmlElement, pmxmlFields } from "./fields.js";

export const rootName = "APIBusinessObjects";

const projectRows: readonly PmxmlElement[] = [
  "Calendar",
  "WBS",
  "Activity",
  "Relationship",
  "ResourceAssignment",
  "ScheduleOptions",
  "ActivityCodeType",
  "ActivityCode",
];
const rootRows: readonly PmxmlElement[] = [...projectRows, "Project", "Resource", "Role"];

/** The elements that are rows of their own where they stand inside this one. */
export function rowsInside(name: string): readonly PmxmlElement[] {
  if (name === rootName) return rootRows;
  return name === "Project" ? projectRows : name === "Activity" ? ["Code"] : [];
}

/** Tables that rows of each element go to. */
const tables: Readonly<Record<PmxmlElement, string>> = {
  Project: "projects",
  ScheduleOptions: "projects",
  Calendar: "calendars",
  WBS: "items",
  Resource: "people",
  Role: "resources",
  Activity: "items",
  Relationship: "dependencies",
  ResourceAssignment: "assignments",
  ActivityCodeType: "items",
  ActivityCode: "items",
  Code: "items",
};

/** Where the hours of a calendar stand. */
const hours = [
  "StandardWorkWeek",
  "StandardWorkWeek/StandardWorkHours",
  "StandardWorkWeek/StandardWorkHours/DayOfWeek",
  "StandardWorkWeek/StandardWorkHours/WorkTime",
  "StandardWorkWeek/StandardWorkHours/WorkTime/*",
  "HolidayOrExceptions",
  "HolidayOrExceptions/HolidayOrException",
  "HolidayOrExceptions/HolidayOrException/Date",
  "HolidayOrExceptions/HolidayOrException/WorkTime",
  "HolidayOrExceptions/HolidayOrException/WorkTime/*",
];

function rulesOf(name: PmxmlElement, place: string): FateRule[] {
  const here = `${place}/${name}`;
  const own = Object.keys(pmxmlFields[name]).map((field) => `${here}/${field} > ${tables[name]}`);
  const inner = name === "Calendar" ? hours.map((part) => `${here}/${part} > calendars.week`) : [];
  return fates("mapped", undefined, here, ...own, ...inner);
}

const activity = `${rootName}/Project/Activity`;

const rules: readonly FateRule[] = [
  ...fates("mapped", undefined, rootName),
  ...rootRows.flatMap((name) => rulesOf(name, rootName)),
  ...projectRows.flatMap((name) => rulesOf(name, `${rootName}/Project`)),
  ...rulesOf("Code", activity),
  ...rulesOf("Code", `${rootName}/Activity`),
];

/** Where each element and attribute of the XML goes; attributes say what is blank, and which schema holds. */
export function pmxmlFates(keep: boolean): (source: string) => Omit<FateRule, "source"> {
  const fateOf = compileFates(rules, unnamedFate(keep, "customFields"));
  return (source) => (source.includes("/@") ? { fate: "dropped", why: "says how to read the XML" } : fateOf(source));
}
