import { parseHistory, parsePlan, parseRecords } from "@evenkeel/schema";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect } from "vitest";
import { readAsana } from "../src/asana.js";
import { readAzureDevops } from "../src/azure-devops.js";
import { readBugzilla } from "../src/bugzilla.js";
import { readClickup } from "../src/clickup.js";
import { readEvenkeelJson } from "../src/evenkeel-json.js";
import { readGanttProject } from "../src/ganttproject.js";
import { readGitLog } from "../src/git-log.js";
import { readGithub } from "../src/github.js";
import { readGitlab } from "../src/gitlab.js";
import { readIcal } from "../src/ical.js";
import { readJiraCsv } from "../src/jira-csv.js";
import { readJiraJson } from "../src/jira-json.js";
import { readJiraXml } from "../src/jira-xml.js";
import { readLinear } from "../src/linear.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { readMarkdown } from "../src/markdown.js";
import { readMonday } from "../src/monday.js";
import { readMspdi } from "../src/mspdi.js";
import { readOcel } from "../src/ocel.js";
import { readPlanner } from "../src/planner.js";
import { readPmxml } from "../src/pmxml.js";
import { readStickyNotes } from "../src/sticky-notes.js";
import { mutatedText, type Read, readerLaws } from "../src/testing.js";
import { readTodoTxt } from "../src/todo-txt.js";
import { readTrello } from "../src/trello.js";
import { readXer } from "../src/xer.js";
import { readXes } from "../src/xes.js";
import * as github from "./github-samples.js";
import * as linear from "./linear-samples.js";
import * as samples from "./samples.js";
import * as standards from "./standard-samples.js";
import * as trackers from "./tracker-samples.js";
import {
  asanaHeader,
  countAllCells,
  countCells,
  countIcal,
  countJson,
  countJsonText,
  countLines,
  countXer,
  countXml,
} from "./walkers.js";
import * as wider from "./wider-samples.js";

testLaws("broken inputs", [
  ...readerLaws("the native reader", readEvenkeelJson, [samples.native]),
  ...readerLaws("the git reader", readGitLog, [samples.gitLog, wider.gitBrief]),
  ...readerLaws("the Jira CSV reader", readJiraCsv, [samples.jiraCsv]),
  ...readerLaws("the Jira JSON reader", readJiraJson, [samples.jiraJson]),
  ...readerLaws("the table reader", readMappedCsv, [samples.table, samples.eventLog]),
  ...readerLaws("the Markdown reader", readMarkdown, [samples.markdown]),
  ...readerLaws("the MSPDI reader", readMspdi, [samples.mspdi, wider.mspdiFields]),
  ...readerLaws("the PMXML reader", readPmxml, [samples.pmxml, wider.pmxmlNotes]),
  ...readerLaws("the XER reader", readXer, [samples.xer, wider.xerNotes]),
  ...readerLaws("the Azure DevOps reader", readAzureDevops, [
    samples.azure,
    samples.azureRevisions,
    wider.azureAnalytics,
    wider.azureAnalyticsRevisions,
  ]),
  ...readerLaws("the GitHub reader", readGithub, [
    samples.github,
    samples.githubGraph,
    github.githubListing,
    github.githubProject,
  ]),
  ...readerLaws("the Linear reader", readLinear, [samples.linear, linear.linearGraph]),
  ...readerLaws("the Trello reader", readTrello, [samples.trello, samples.wekan]),
  // Standards and texts.
  ...readerLaws("the reader of notes", readStickyNotes, [standards.excalidraw, standards.boardTable]),
  ...readerLaws("the Planner reader", readPlanner, [standards.planner]),
  ...readerLaws("the GanttProject reader", readGanttProject, [standards.ganttProject, wider.ganttBaselines]),
  ...readerLaws("the todo.txt reader", readTodoTxt, [standards.todoTxt]),
  ...readerLaws("the iCalendar reader", readIcal, [standards.ical, wider.icalWindows]),
  ...readerLaws("the OCEL reader", readOcel, [standards.ocel, standards.ocelFirst, standards.ocelOwn]),
  ...readerLaws("the XES reader", readXes, [standards.xes]),
  // Trackers that came later.
  ...readerLaws("the Asana reader", readAsana, [trackers.asana, trackers.asanaCsv]),
  ...readerLaws("the GitLab reader", readGitlab, [
    ...([trackers.gitlab, trackers.gitlabGraph, trackers.gitlabCsv, wider.gitlabExport] as const),
  ]),
  ...readerLaws("the monday.com reader", readMonday, [trackers.monday, trackers.mondayLines]),
  ...readerLaws("the Jira XML reader", readJiraXml, [trackers.jiraXml]),
  ...readerLaws("the Azure DevOps CSV reader", readAzureDevops, [trackers.azureCsv]),
  ...readerLaws("the Bugzilla reader", readBugzilla, [trackers.bugzilla, trackers.bugzillaXml]),
  ...readerLaws("the ClickUp reader", readClickup, [trackers.clickup, trackers.clickupCsv]),
]);

const xmlFormats = new Set(["xes", "ganttproject", "planner", "jira-xml"]);

/** Formats whose fields are the leaves of their JSON. */
const jsonFormats = new Set([
  "azure-devops",
  "github",
  "jira-json",
  "ocel",
  "trello",
  "asana",
  "gitlab",
  "monday",
  "bugzilla",
  "clickup",
  "linear",
]);

const accepted = (read: Read, sample: string): fc.IProperty<unknown> =>
  fc.property(mutatedText([sample]), (input) => {
    const result = read(input);
    if (!result.ok) return;
    const { plan, history, records, report } = result.value;
    const parsed = [parsePlan(plan), parseHistory(history, plan), parseRecords(records)];
    expect(parsed.flatMap((each) => each.issues.filter((found) => found.severity === "error"))).toEqual([]);
    const fields = report.fields.reduce((sum, row) => sum + row.count, 0);
    const plain = input.replace(/^\ufeff/, "");
    const delimiter = report.assumptions.find((each) => each.what === "delimiter")?.value;
    const header = report.format.name === "asana" ? asanaHeader : undefined;
    if (delimiter !== undefined && report.format.name === "sticky-notes")
      expect(fields).toBe(countAllCells(plain, delimiter));
    else if (delimiter !== undefined) expect(fields).toBe(countCells(plain, delimiter, header));
    else if (report.format.name === "mspdi" || report.format.name === "pmxml") expect(fields).toBe(countXml(plain));
    else if (jsonFormats.has(report.format.name)) expect(fields).toBe(countJsonText(plain));
    else if (report.format.name === "xer") expect(fields).toBe(countXer(plain));
    else if (report.format.name === "markdown" || report.format.name === "todo-txt")
      expect(fields).toBe(countLines(plain));
    else if (report.format.name === "sticky-notes" && report.format.version !== undefined)
      expect(fields).toBe(countJson(JSON.parse(plain)));
    else if (report.format.name === "ical") expect(fields).toBe(countIcal(plain));
    else if (xmlFormats.has(report.format.name)) expect(fields).toBe(countXml(plain));
  });

testLaws("what is read from broken inputs passes the schemas and is accounted for", [
  { name: "by the git reader", statedRuns: 5_000, property: accepted(readGitLog, samples.gitLog) },
  { name: "by the Jira CSV reader", statedRuns: 5_000, property: accepted(readJiraCsv, samples.jiraCsv) },
  { name: "by the Jira JSON reader", statedRuns: 5_000, property: accepted(readJiraJson, samples.jiraJson) },
  { name: "by the table reader", statedRuns: 5_000, property: accepted(readMappedCsv, samples.table) },
  { name: "by the reader of event logs", statedRuns: 5_000, property: accepted(readMappedCsv, samples.eventLog) },
  { name: "by the Markdown reader", statedRuns: 5_000, property: accepted(readMarkdown, samples.markdown) },
  { name: "by the MSPDI reader", statedRuns: 5_000, property: accepted(readMspdi, samples.mspdi) },
  { name: "by the MSPDI reader of own fields", statedRuns: 5_000, property: accepted(readMspdi, wider.mspdiFields) },
  { name: "by the reader of zones of Windows", statedRuns: 5_000, property: accepted(readIcal, wider.icalWindows) },
  { name: "by the reader of Analytics", statedRuns: 5_000, property: accepted(readAzureDevops, wider.azureAnalytics) },
  {
    name: "by the reader of Analytics' revisions",
    statedRuns: 5_000,
    property: accepted(readAzureDevops, wider.azureAnalyticsRevisions),
  },
  { name: "by the reader of brief logs", statedRuns: 5_000, property: accepted(readGitLog, wider.gitBrief) },
  { name: "by the XER reader of notes", statedRuns: 5_000, property: accepted(readXer, wider.xerNotes) },
  { name: "by the PMXML reader of notes", statedRuns: 5_000, property: accepted(readPmxml, wider.pmxmlNotes) },
  { name: "by the reader of GitLab's export", statedRuns: 5_000, property: accepted(readGitlab, wider.gitlabExport) },
  { name: "by the reader of baselines", statedRuns: 5_000, property: accepted(readGanttProject, wider.ganttBaselines) },
  { name: "by the PMXML reader", statedRuns: 5_000, property: accepted(readPmxml, samples.pmxml) },
  { name: "by the XER reader", statedRuns: 5_000, property: accepted(readXer, samples.xer) },
  { name: "by the Azure DevOps reader", statedRuns: 5_000, property: accepted(readAzureDevops, samples.azure) },
  {
    name: "by the reader of revisions",
    statedRuns: 5_000,
    property: accepted(readAzureDevops, samples.azureRevisions),
  },
  { name: "by the GitHub reader", statedRuns: 5_000, property: accepted(readGithub, samples.github) },
  { name: "by the reader of GitHub's graph", statedRuns: 5_000, property: accepted(readGithub, samples.githubGraph) },
  {
    name: "by the GitHub reader: a listing",
    statedRuns: 5_000,
    property: accepted(readGithub, github.githubListing),
  },
  { name: "by the Linear reader", statedRuns: 5_000, property: accepted(readLinear, samples.linear) },
  { name: "by the Linear reader: API", statedRuns: 5_000, property: accepted(readLinear, linear.linearGraph) },
  { name: "by the Trello reader", statedRuns: 5_000, property: accepted(readTrello, samples.trello) },
  { name: "by the reader of WeKan boards", statedRuns: 5_000, property: accepted(readTrello, samples.wekan) },
  // Standards and texts.
  { name: "by the reader of drawings", statedRuns: 5_000, property: accepted(readStickyNotes, standards.excalidraw) },
  { name: "by the Planner reader", statedRuns: 5_000, property: accepted(readPlanner, standards.planner) },
  {
    name: "by the GanttProject reader",
    statedRuns: 5_000,
    property: accepted(readGanttProject, standards.ganttProject),
  },
  { name: "by the todo.txt reader", statedRuns: 5_000, property: accepted(readTodoTxt, standards.todoTxt) },
  { name: "by the iCalendar reader", statedRuns: 5_000, property: accepted(readIcal, standards.ical) },
  { name: "by the OCEL reader", statedRuns: 5_000, property: accepted(readOcel, standards.ocel) },
  { name: "by the OCEL reader of our own", statedRuns: 5_000, property: accepted(readOcel, standards.ocelOwn) },
  { name: "by the XES reader", statedRuns: 5_000, property: accepted(readXes, standards.xes) },
  // Trackers that came later.
  { name: "by the Asana reader", statedRuns: 5_000, property: accepted(readAsana, trackers.asana) },
  { name: "by the reader of Asana's CSV", statedRuns: 5_000, property: accepted(readAsana, trackers.asanaCsv) },
  { name: "by the GitLab reader: gitlab", statedRuns: 5_000, property: accepted(readGitlab, trackers.gitlab) },
  { name: "by the GitLab reader: CSV", statedRuns: 5_000, property: accepted(readGitlab, trackers.gitlabCsv) },
  {
    name: "by the GitLab reader: gitlabGraph",
    statedRuns: 5_000,
    property: accepted(readGitlab, trackers.gitlabGraph),
  },
  { name: "by the monday.com reader: monday", statedRuns: 5_000, property: accepted(readMonday, trackers.monday) },
  {
    name: "by the monday.com reader: mondayLines",
    statedRuns: 5_000,
    property: accepted(readMonday, trackers.mondayLines),
  },
  { name: "by the Jira XML reader: jiraXml", statedRuns: 5_000, property: accepted(readJiraXml, trackers.jiraXml) },
  {
    name: "by the Azure DevOps CSV reader: azureCsv",
    statedRuns: 5_000,
    property: accepted(readAzureDevops, trackers.azureCsv),
  },
  { name: "by the Bugzilla reader: bugzilla", statedRuns: 5_000, property: accepted(readBugzilla, trackers.bugzilla) },
  { name: "by the ClickUp reader: clickup", statedRuns: 5_000, property: accepted(readClickup, trackers.clickup) },
  { name: "by the ClickUp reader: CSV", statedRuns: 5_000, property: accepted(readClickup, trackers.clickupCsv) },
]);
