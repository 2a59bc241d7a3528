import type { Project, SchedulingOptions } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import type { FateRule } from "../tally.js";
import { child, children, childText, type XmlElement } from "../xml-tree.js";
import { flagOf, numberOf, timeOf } from "./values.js";

/** Days of work a project counts per day where the file states none. */
const defaultMinutesPerDay = 480;

function optionsOf(draft: Draft, project: XmlElement): SchedulingOptions {
  const minutesPerDay = numberOf(draft, project, "MinutesPerDay");
  const limit = numberOf(draft, project, "CriticalSlackLimit");
  const splits = flagOf(project, "SplitsInProgressTasks");
  return defined<SchedulingOptions>({
    preset: "msProject",
    fromFinish: flagOf(project, "ScheduleFromStart") === false ? true : undefined,
    criticalFloatMinutes: limit === undefined ? undefined : limit * (minutesPerDay ?? defaultMinutesPerDay),
    lagCalendar: "successor",
    progressMode: splits === undefined ? undefined : splits ? "retainedLogic" : "progressOverride",
    multipleCriticalPaths: flagOf(project, "MultipleCriticalPaths"),
    minutesPerDay,
    minutesPerWeek: numberOf(draft, project, "MinutesPerWeek"),
    daysPerMonth: numberOf(draft, project, "DaysPerMonth"),
  });
}

/** Whether a task is the project's own summary row; writers that count from 0 put their first task there. */
export function isProjectRow(task: XmlElement): boolean {
  if (childText(task, "UID") !== "0") return false;
  return (childText(task, "OutlineLevel") ?? childText(task, "ID") ?? "0") === "0";
}

/** Reads the header into the one project row, `project`. */
export function readProject(
  draft: Draft,
  root: XmlElement,
  fateOf: (source: string) => Omit<FateRule, "source">,
): void {
  const whole = children(child(root, "Tasks"), "Task").find(isProjectRow);
  const title = childText(root, "Title") ?? childText(root, "Name") ?? childText(whole, "Name");
  const header: XmlElement = {
    ...root,
    children: root.children.filter((each) => !["Tasks", "Resources", "Assignments", "Calendars"].includes(each.name)),
  };
  const scheduling = optionsOf(draft, root);
  const guid = childText(root, "GUID");
  const finish = child(root, "FinishDate");
  const calendarId = childText(root, "CalendarUID");
  addRow(
    draft,
    "projects",
    defined<Project>({
      id: "project",
      name: title ?? "Project",
      calendarId: calendarId?.startsWith("-") ? undefined : calendarId,
      zone: draft.options.zone,
      dataDate: timeOf(draft, root, "StatusDate"),
      start: timeOf(draft, root, "StartDate"),
      mustFinishBy:
        scheduling.fromFinish === true && finish !== undefined ? timeOf(draft, root, "FinishDate") : undefined,
      scheduling,
      sources: [sourceOf(draft, "mspdi", guid ?? childText(root, "Name") ?? "project")],
      customFields: keepRest(header, "Project", fateOf) as Project["customFields"],
    }),
  );
}
