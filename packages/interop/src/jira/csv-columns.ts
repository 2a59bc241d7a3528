import type { ColumnFate } from "../csv-columns.js";
import { addTo } from "../group.js";
import { englishHeader } from "./translations.js";

/** What the reader looks for, whatever the header's age and case. */
export type JiraColumn =
  | "assignee"
  | "assigneeId"
  | "created"
  | "description"
  | "due"
  | "epicLink"
  | "id"
  | "key"
  | "labels"
  | "logWork"
  | "originalEstimate"
  | "parent"
  | "parentId"
  | "parentKey"
  | "points"
  | "pointEstimate"
  | "projectKey"
  | "projectName"
  | "remainingEstimate"
  | "resolved"
  | "sprint"
  | "status"
  | "statusCategory"
  | "summary"
  | "type"
  | "updated";

const aliases: { readonly [K in JiraColumn]: { readonly names: readonly string[]; readonly to: string } } = {
  assignee: { names: ["assignee"], to: "people.name" },
  assigneeId: { names: ["assignee id"], to: "assignments.personId" },
  created: { names: ["created", "date created"], to: "items.createdAt" },
  description: { names: ["description"], to: "items.body" },
  due: { names: ["due date", "due"], to: "items.dueDate" },
  epicLink: { names: ["epic link", "custom field (epic link)"], to: "items.parentId" },
  id: { names: ["issue id", "issue_id"], to: "items.sources.id" },
  key: { names: ["issue key", "key"], to: "items.id" },
  labels: { names: ["labels", "label"], to: "items.labels" },
  logWork: { names: ["log work"], to: "records.loggedEffort" },
  originalEstimate: { names: ["original estimate"], to: "items.estimates" },
  parent: { names: ["parent"], to: "items.parentId" },
  parentId: { names: ["parent id"], to: "items.parentId" },
  parentKey: { names: ["parent key"], to: "items.parentId" },
  points: { names: ["story points", "custom field (story points)"], to: "items.estimates" },
  pointEstimate: { names: ["story point estimate", "custom field (story point estimate)"], to: "items.estimates" },
  projectKey: { names: ["project key"], to: "projects.id" },
  projectName: { names: ["project name", "project"], to: "projects.name" },
  remainingEstimate: { names: ["remaining estimate"], to: "items.estimates" },
  resolved: { names: ["resolved", "resolution date"], to: "items.finishedAt" },
  sprint: { names: ["sprint", "sprints"], to: "timeboxes" },
  status: { names: ["status"], to: "items.stateId" },
  statusCategory: { names: ["status category"], to: "workflows.states.category" },
  summary: { names: ["summary", "title"], to: "items.title" },
  type: { names: ["issue type", "issuetype", "type"], to: "items.sourceKind" },
  updated: { names: ["updated"], to: "items.updatedAt" },
};

/** A column that states links: which way and of which type. */
export interface LinkColumn {
  readonly index: number;
  readonly direction: "inward" | "outward";
  readonly typeName: string;
}

/** Where everything stands in one export. */
export interface JiraColumns {
  readonly at: ReadonlyMap<JiraColumn, readonly number[]>;
  readonly links: readonly LinkColumn[];
  readonly fates: readonly (ColumnFate | undefined)[];
  /** Headers written in another way than today's. */
  readonly aliased: readonly string[];
  /** Headers that stand more than once. */
  readonly repeated: readonly string[];
  readonly rollUps: readonly string[];
}

const linkHeader = /^(inward|outward) issue link \((.+)\)$/i;
const byName = new Map(
  (Object.keys(aliases) as JiraColumn[]).flatMap((column) =>
    aliases[column].names.map((name) => [name, column] as const),
  ),
);

/** Finds the columns of a Jira export by header, all of a repeated one. */
export function findJiraColumns(header: readonly string[]): JiraColumns {
  const at = new Map<JiraColumn, number[]>();
  const links: LinkColumn[] = [];
  const fates: (ColumnFate | undefined)[] = [];
  const rollUps: string[] = [];
  const aliased: string[] = [];
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [index, name] of header.entries()) {
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
    const lower = name.toLowerCase();
    const translated = byName.has(lower) ? undefined : englishHeader(name);
    const column = byName.get(translated?.toLowerCase() ?? lower);
    const link = linkHeader.exec(translated ?? name);
    if (name.startsWith("\u03a3")) {
      rollUps.push(name);
      fates[index] = { fate: "dropped", why: "rolled up by the tool over subtasks" };
    } else if (column !== undefined) {
      addTo(at, column, index);
      fates[index] = { fate: "mapped", to: aliases[column].to };
      if (lower !== aliases[column].names[0] && !aliased.includes(name)) aliased.push(name);
    } else if (link !== null) {
      links.push({
        index,
        direction: link[1]?.toLowerCase() === "inward" ? "inward" : "outward",
        typeName: link[2] as string,
      });
      fates[index] = { fate: "mapped", to: "dependencies" };
    }
  }
  return { at, links, fates, aliased, repeated: [...repeated], rollUps };
}
