import type { Estimate, ItemKind, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, keepDangling, note, sourceOf, table } from "../draft.js";
import { listAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import { toolTime } from "../trackers/times.js";
import { type AzureContext, azureFlow, fieldOf, personOf, type WorkItemRecord } from "./context.js";

const entities: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** A title with its entities as the characters they stand for. */
function plainTitle(context: AzureContext, record: WorkItemRecord, title: string): string {
  const plain = title.replace(
    /&(?:#(\d{1,6})|([a-z]{2,4}));/g,
    (whole, digits: string | undefined, name: string | undefined) =>
      digits === undefined
        ? ((name === undefined ? undefined : entities[name]) ?? whole)
        : String.fromCodePoint(Number(digits)),
  );
  if (plain !== title)
    note(context.draft, "azure-html-entities", [...record.path, "fields", "System.Title"], [record.id], {
      item: record.id,
      title: title.slice(0, 80),
    });
  return plain;
}

function kindOf(type: string): ItemKind {
  if (/^(bug|defect)$/i.test(type)) return "defect";
  if (/^(epic|feature)$/i.test(type)) return "epic";
  return /^milestone$/i.test(type) ? "milestone" : "task";
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

function estimatesOf(value: Json): Estimate[] | undefined {
  const amount = (...names: string[]) => fieldOf(value, ...names.map((name) => `Microsoft.VSTS.Scheduling.${name}`));
  const single = (of: Estimate["of"], basis: Estimate["basis"], found: Json | undefined, factor: number): Estimate[] =>
    typeof found === "number" ? [{ of, basis, value: { kind: "single", amount: found * factor } }] : [];
  const list = [
    ...single("points", "original", amount("StoryPoints", "Effort", "Size"), 1),
    ...single("effort", "original", amount("OriginalEstimate"), 60),
    ...single("effort", "remaining", amount("RemainingWork"), 60),
  ];
  return list.length > 0 ? list : undefined;
}

/** Notes area and iteration: paths of names with backslashes, whose root is the project itself. */
function notePaths(context: AzureContext, record: WorkItemRecord): string | undefined {
  const { draft } = context;
  const [area, iteration] = [
    textOf(fieldOf(record.value, "System.AreaPath")),
    textOf(fieldOf(record.value, "System.IterationPath")),
  ];
  const last = (path: string) => path.split("\\").at(-1) || path;
  if (area !== undefined && !table(draft, "containers").has(area))
    addRow(draft, "containers", { id: area, name: last(area), kind: "folder" });
  if (iteration?.includes("\\")) {
    if (!table(draft, "timeboxes").has(iteration))
      addRow(draft, "timeboxes", { id: iteration, name: last(iteration), kind: "iteration" });
    joinTimebox(draft, iteration, record.id);
  }
  return area;
}

/** Dates an item is due by: of a task, of what is planned over several iterations, and the planned finish of older processes. */
export const dueFields = ["DueDate", "TargetDate", "FinishDate"] as const;

/** A due date is chosen as a day, which servers that keep UTC store as its midnight; read as an instant it ended the day before. */
export const dayAtMidnight = (text: string | undefined): string | undefined =>
  text?.replace(/T00:00(?::00(?:\.0+)?)?Z$/, "");

/** Reads one work item into an item with what hangs on it. */
export function readItem(context: AzureContext, record: WorkItemRecord): void {
  const { draft } = context;
  const { id, value, path } = record;
  const original = context.originals.get(value);
  const time = (...names: string[]) =>
    toolTime(draft, fieldOf(value, ...names), [...path, "fields", names[0] as string], [id]);
  const type = textOf(fieldOf(value, "System.WorkItemType"));
  const state = textOf(fieldOf(value, "System.State"));
  if (state !== undefined) context.states.add(state);
  const project =
    textOf(fieldOf(value, "System.TeamProject")) ?? textOf(fieldOf(value, "System.AreaPath"))?.split("\\")[0];
  if (project !== undefined) table(draft, "projects").set(project, { id: project, name: project });
  const area = notePaths(context, record);
  const start = time("Microsoft.VSTS.Scheduling.StartDate");
  const body = textOf(fieldOf(value, "System.Description"));
  const tags = textOf(fieldOf(value, "System.Tags"));
  const item = defined<WorkItem>({
    id,
    title: plainTitle(context, record, textOf(fieldOf(value, "System.Title")) ?? ""),
    kind: kindOf(type ?? ""),
    sourceKind: type,
    body: body === undefined ? undefined : { text: body, markup: "html" },
    parentId: textOf(fieldOf(value, "System.Parent")),
    projectId: project,
    memberships: area === undefined ? undefined : [{ containerId: area }],
    workflowId: state === undefined ? undefined : azureFlow,
    stateId: state,
    labels: tags?.split(";").flatMap((tag) => tag.trim() || []),
    estimates: estimatesOf(value),
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: dayAtMidnight(time(...dueFields.map((name) => `Microsoft.VSTS.Scheduling.${name}`))),
    createdAt: time("System.CreatedDate"),
    updatedAt: time("System.ChangedDate"),
    sources: [sourceOf(draft, "azure-devops", id, id, textAt(value, "url"))],
    customFields:
      original === undefined ? keptFields(context, value, "workItem") : keptFields(context, original, "analytics"),
  });
  addRow(draft, "items", item, path);
  const personId = personOf(context, fieldOf(value, "System.AssignedTo"));
  if (personId !== undefined)
    addRow(draft, "assignments", { id: `${id}:${personId}`, itemId: id, personId, role: "responsible" }, path);
}

/** Reads the links of all work items; each stands on both its ends and is read once, towards the same end. */
export function linkItems(context: AzureContext): void {
  const { draft } = context;
  const items = table(draft, "items");
  for (const { id, value, path } of context.records.values()) {
    for (const [index, link] of [...listAt(value, "relations"), ...(context.queried.get(id) ?? [])].entries()) {
      const [, name, direction] =
        /^System\.LinkTypes\.([A-Za-z]+)(?:-(Forward|Reverse))?$/.exec(textAt(link, "rel") ?? "") ?? [];
      const other = textAt(link, "target", "id") ?? /(\d+)\/?$/.exec(textAt(link, "url") ?? "")?.[1];
      if (name === undefined) continue;
      const place = [...path, "relations", index];
      if (other === undefined || other === id || !items.has(other)) {
        keepDangling(
          draft,
          id,
          other ?? textAt(link, "url") ?? "",
          `${name}-${direction ?? ""}`,
          place,
          other === id ? "any-self-link" : "any-dangling-reference",
        );
        continue;
      }
      const [from, to] = direction === "Reverse" ? [other, id] : [id, other];
      const child = items.get(to);
      const key = name === "Related" ? [from, to].sort().join("=") : `${from}>${to}:${name}`;
      if (name === "Hierarchy" && child !== undefined) items.set(to, { ...child, parentId: from });
      else if (name === "Dependency") {
        if (!table(draft, "dependencies").has(key))
          addRow(draft, "dependencies", { id: key, predecessorId: from, successorId: to, type: "FS" }, place);
      } else if (!table(draft, "relations").has(key)) {
        const kind = name === "Related" ? "relates" : name === "Duplicate" ? "duplicates" : "other";
        addRow(draft, "relations", { id: key, kind, fromId: from, toId: to, sourceKind: name }, place);
      }
    }
  }
  for (const [id, item] of items) {
    if (item.parentId === undefined || items.has(item.parentId)) continue;
    const { parentId, ...rest } = item;
    items.set(id, rest);
    keepDangling(draft, id, parentId, "System.Parent", []);
  }
}
