import type { FormatName } from "@evenkeel/interop";
import * as boards from "./as-boards.js";
import * as forges from "./as-forges.js";
import * as jira from "./as-jira.js";
import * as own from "./as-own.js";
import * as schedules from "./as-schedules.js";

/** What a format carries of one thing: at which resolution, or why not. */
export type Carried = "instant" | "day" | { readonly not: string };

/** One spelling of the project, and what its format can carry. */
export interface Spelling {
  readonly name: string;
  readonly format: FormatName;
  readonly text: () => string;
  readonly links: Carried;
  readonly due: Carried;
  readonly starts: Carried;
  readonly ends: Carried;
  /** Cancelled work, apart from done. */
  readonly dropped: Carried;
  /** Stays in states, so that waiting is told from work. */
  readonly stays: Carried;
  readonly blocked: Carried;
}

/** ClickUp's time in status, which keeps one entry of each status: not the whole history. */
export const timeInStatus = boards.clickupTimes;

const noBlocks = { not: "it holds no spans of being blocked" };
const noStays = { not: "current state and stamps only" };
const noStarts = { not: "no stamp of the start" };

const recorded = {
  links: "day",
  due: "day",
  starts: "instant",
  ends: "instant",
  dropped: "instant",
  stays: "instant",
  blocked: noBlocks,
} as const;
const stamped = { ...recorded, stays: noStays } as const;
const scheduled = {
  ...stamped,
  due: { not: "the format has no due date" },
  dropped: { not: "no word for cancelled" },
} as const;
const sketched = {
  ...scheduled,
  starts: { not: "planned starts only" },
  ends: { not: "a share, without the day it was reached" },
} as const;

export const spellings: readonly Spelling[] = [
  { ...recorded, name: "Jira JSON", format: "jira-json", text: jira.jiraJson, blocked: "instant" },
  { ...stamped, name: "Jira CSV", format: "jira-csv", text: jira.jiraCsv, starts: noStarts },
  { ...stamped, name: "Jira XML", format: "jira-xml", text: jira.jiraXml, starts: noStarts },
  { ...recorded, name: "Asana JSON", format: "asana", text: boards.asanaJson },
  {
    ...stamped,
    name: "Asana CSV",
    format: "asana",
    text: boards.asanaCsv,
    starts: noStarts,
    ends: "day",
    dropped: "day",
  },
  { ...recorded, name: "monday.com", format: "monday", text: boards.monday },
  {
    ...recorded,
    name: "Trello",
    format: "trello",
    text: boards.trello,
    links: { not: "cards know no dependencies" },
  },
  { ...stamped, name: "Linear CSV", format: "linear", text: boards.linear },
  { ...recorded, name: "ClickUp", format: "clickup", text: boards.clickup },
  { ...recorded, name: "GitHub", format: "github", text: forges.github, due: { not: "issues have no due date" } },
  { ...recorded, name: "GitLab", format: "gitlab", text: forges.gitlab },
  { ...recorded, name: "Azure DevOps JSON", format: "azure-devops", text: forges.azureJson },
  {
    ...stamped,
    name: "Azure DevOps CSV",
    format: "azure-devops",
    text: forges.azureCsv,
    links: { not: "a flat query has no column of links" },
  },
  { ...recorded, name: "Bugzilla", format: "bugzilla", text: forges.bugzilla },
  { ...scheduled, name: "Microsoft Project XML", format: "mspdi", text: schedules.mspdi, due: "day" },
  { ...scheduled, name: "Primavera XER", format: "xer", text: schedules.xer },
  { ...scheduled, name: "Primavera XML", format: "pmxml", text: schedules.pmxml },
  { ...sketched, name: "GanttProject", format: "ganttproject", text: schedules.ganttProject },
  { ...sketched, name: "GNOME Planner", format: "planner", text: schedules.planner },
  {
    ...stamped,
    name: "iCalendar",
    format: "ical",
    text: schedules.ical,
    starts: noStarts,
    dropped: { not: "no stamp of cancelling" },
  },
  {
    ...stamped,
    name: "Markdown",
    format: "markdown",
    text: schedules.markdown,
    starts: { not: "a planned start only" },
    ends: "day",
    dropped: "day",
  },
  { ...stamped, name: "table", format: "mapped-csv", text: schedules.table },
  { ...recorded, name: "OCEL 2.0", format: "ocel", text: own.ocel, blocked: "instant" },
  { ...recorded, name: "Evenkeel JSON", format: "evenkeel-json", text: own.native, blocked: "instant" },
];
