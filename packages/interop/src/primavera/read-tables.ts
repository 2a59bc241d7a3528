import { assume, type Draft } from "../draft.js";
import { readActivities } from "./activities.js";
import { readBreakdown } from "./breakdown.js";
import { readCalendars } from "./calendars.js";
import { readCodes } from "./codes.js";
import { primaveraCoverage } from "./coverage.js";
import { readLinks } from "./links.js";
import { readProjects } from "./projects.js";
import type { P6Tables } from "./record.js";
import { readAssignments, readResources } from "./resources.js";
import { addSchedules } from "./stored-dates.js";

/** Reads the tables of a Primavera file into the draft; calendars first, as all others name them. */
export function readTables(draft: Draft, tables: P6Tables): void {
  const { tool } = tables;
  draft.coverage = primaveraCoverage(tool);
  const { zone } = draft.options;
  assume(draft, "zone", zone ?? "floating", zone === undefined ? "the format has none" : "option");
  readCalendars(draft, tool, tables.calendars);
  readProjects(draft, tables);
  readBreakdown(draft, tool, tables.breakdown);
  readResources(draft, tool, tables.resources, tables.roles);
  const activities = readActivities(draft, tool, tables.activities, readCodes(draft, tables));
  readLinks(draft, tool, tables.links);
  readAssignments(draft, tool, tables.assignments);
  addSchedules(draft, tool, activities);
}
