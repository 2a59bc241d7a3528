import { compareText } from "@evenkeel/kernel";
import type { FormatName } from "./types.js";

/** What a format is, for people who choose one. */
export interface FormatInfo {
  readonly name: FormatName;
  /** Subpath of the package that reads it. */
  readonly subpath: string;
  /** Usual ends of file names; never used to detect. */
  readonly extensions: readonly string[];
  /** Whether the package writes it too. */
  readonly writes: boolean;
  /** Whether it can carry recorded history, stamps only, or neither. */
  readonly history: "recorded" | "stamps";
}

const info = (
  name: FormatName,
  extensions: readonly string[],
  writes: boolean,
  history: FormatInfo["history"],
): FormatInfo => ({
  name,
  subpath: `@evenkeel/interop/${name}`,
  extensions,
  writes,
  history,
});

/** The formats with a reader, by name. */
export const formats: readonly FormatInfo[] = [
  info("azure-devops", [".json", ".csv"], false, "recorded"),
  info("evenkeel-json", [".json"], true, "recorded"),
  info("git-log", [".log", ".txt"], false, "stamps"),
  info("github", [".json"], false, "recorded"),
  info("jira-csv", [".csv"], true, "stamps"),
  info("jira-json", [".json"], false, "recorded"),
  info("linear", [".csv", ".json"], false, "recorded"),
  info("mapped-csv", [".csv", ".tsv", ".txt"], true, "recorded"),
  info("markdown", [".md", ".markdown"], true, "stamps"),
  info("mspdi", [".xml"], true, "stamps"),
  info("pmxml", [".xml", ".pmxml"], false, "stamps"),
  info("trello", [".json"], false, "recorded"),
  info("xer", [".xer"], true, "stamps"),
  // Standards and texts.
  info("sticky-notes", [".excalidraw", ".csv", ".txt"], false, "stamps"),
  info("planner", [".planner", ".mrproject"], false, "stamps"),
  info("ganttproject", [".gan"], true, "stamps"),
  info("todo-txt", [".txt"], false, "stamps"),
  info("ical", [".ics", ".ical"], true, "stamps"),
  info("ocel", [".json", ".jsonocel"], true, "recorded"),
  info("xes", [".xes"], false, "recorded"),
  // Trackers that came later.
  info("asana", [".json", ".csv"], false, "recorded"),
  info("gitlab", [".json", ".csv"], false, "recorded"),
  info("monday", [".json", ".jsonl"], false, "recorded"),
  info("jira-xml", [".xml", ".rss"], false, "stamps"),
  info("bugzilla", [".json", ".xml"], false, "recorded"),
  info("clickup", [".json", ".csv"], false, "recorded"),
  // Workbooks.
  info("monday-xlsx", [".xlsx"], false, "stamps"),
  info("xlsx", [".xlsx"], true, "recorded"),
].sort((a, b) => compareText(a.name, b.name));
