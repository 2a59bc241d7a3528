// The package graph of docs/architecture.md as data: what exists, what it may import, what it promises to weigh.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** layer, internal dependencies, third-party dependencies, extra subpaths; `ships`: folders published as they are. */
export const graph = {
  kernel: { layer: 0, uses: [], brings: [], subpaths: [] },
  graph: { layer: 0, uses: [], brings: [], subpaths: [] },
  stats: { layer: 0, uses: [], brings: [], subpaths: [] },
  calendar: { layer: 1, uses: ["kernel"], brings: [], subpaths: ["holidays"] },
  core: { layer: 1, uses: ["kernel", "graph", "calendar"], brings: [], subpaths: [] },
  checks: { layer: 1, uses: ["kernel"], brings: [], subpaths: [] },
  schema: {
    layer: 2,
    uses: ["kernel", "core"],
    brings: ["zod"],
    subpaths: [],
    ships: ["json"],
    extraDev: { "@standard-schema/spec": "1.1.0" },
  },
  edit: { layer: 2, uses: ["kernel", "core"], brings: ["immer"], subpaths: [] },
  scheduling: {
    layer: 2,
    uses: ["kernel", "graph", "calendar", "core"],
    brings: [],
    subpaths: ["from-plan", "charts"],
  },
  predictability: { layer: 2, uses: ["kernel", "stats", "core"], brings: [], subpaths: ["from-plan", "charts"] },
  effectiveness: { layer: 2, uses: ["kernel", "stats", "checks", "core"], brings: [], subpaths: ["from-plan"] },
  sustainability: {
    layer: 2,
    uses: ["kernel", "stats", "calendar", "checks", "core"],
    brings: [],
    subpaths: ["from-plan", "charts", "packs", "rota", "fatigue", "surveys"],
    ships: ["json"],
    extraDev: { ajv: "8.20.0" },
  },
  clarity: { layer: 2, uses: ["kernel", "core", "checks"], brings: [], subpaths: [] },
  coordination: { layer: 2, uses: ["kernel", "core", "calendar", "checks"], brings: [], subpaths: [] },
  completion: { layer: 2, uses: ["kernel", "core", "checks"], brings: [], subpaths: [] },
  interop: {
    layer: 3,
    uses: ["kernel", "core", "calendar", "schema", "edit"],
    brings: ["papaparse", "saxes", "read-excel-file", "write-excel-file", "hyparquet-writer"],
    subpaths: [
      ...["jira-json", "jira-csv", "mapped-csv", "mspdi", "pmxml", "xer", "markdown", "git-log", "evenkeel-json"],
      // Trackers.
      ...["azure-devops", "github", "linear", "trello"],
      // Standards and texts.
      ...["mermaid", "sticky-notes", "planner", "ganttproject", "todo-txt", "ical", "ocel", "xes"],
      // Trackers that came later.
      ...["asana", "gitlab", "monday", "jira-xml", "bugzilla", "clickup"],
      // Workbooks and columns.
      ...["monday-xlsx", "parquet", "xlsx"],
      // Living with an export.
      ...["overlay", "snapshots", "anonymize", "merge"],
    ],
    extraDev: {
      "@types/papaparse": "5.5.2",
      ajv: "8.20.0",
      esbuild: "0.28.2",
      hyparquet: "1.31.5",
      "playwright-core": "1.65.1",
    },
  },
  evenkeel: {
    layer: 4,
    uses: [
      "kernel",
      "graph",
      "stats",
      "calendar",
      "core",
      "checks",
      "scheduling",
      "predictability",
      "effectiveness",
      "sustainability",
      "clarity",
      "coordination",
      "completion",
    ],
    brings: [],
    subpaths: [],
  },
  report: {
    layer: 4,
    uses: ["kernel", "evenkeel"],
    brings: ["vega", "vega-interpreter", "vega-lite"],
    subpaths: [],
    extraDev: { esbuild: "0.28.2", "playwright-core": "1.65.1" },
  },
  cli: {
    layer: 5,
    uses: ["kernel", "core", "schema", "edit", "scheduling", "predictability", "interop", "evenkeel", "report"],
    brings: ["citty"],
    subpaths: [],
  },
};

export const publishedName = (name) => (name === "evenkeel" ? "evenkeel" : `@evenkeel/${name}`);

export function workspacePackages() {
  return readdirSync(join(root, "packages"))
    .sort()
    .map((name) => ({
      name,
      folder: join(root, "packages", name),
      manifest: JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")),
    }));
}
