import type { Estimate, ItemKind, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, table } from "../draft.js";
import { listAt, member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { addAssignees, addDependency, addRelation } from "../trackers/links.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import { toolTime } from "../trackers/times.js";
import { either, eitherValue, plainText } from "../trackers/values.js";
import { type Bug, type BugzillaContext, bugzillaFlow, isNone, personOf, stateOf } from "./context.js";

function kindOf(value: Json): ItemKind {
  const word = either(value, "type", "bug_type") ?? either(value, "severity", "bug_severity") ?? "";
  return /^(enhancement|task|feature)$/i.test(word) ? "task" : "defect";
}

function estimatesOf(value: Json): Estimate[] | undefined {
  const hours = (["estimated_time", "remaining_time"] as const).flatMap((name): Estimate[] => {
    const found = numberAt(value, name);
    // 0 is how the tool says that nobody estimated.
    if (found === undefined || (found === 0 && name === "estimated_time")) return [];
    if (name === "remaining_time" && !(Number(numberAt(value, "estimated_time")) > 0) && found === 0) return [];
    return [
      {
        of: "effort",
        basis: name === "estimated_time" ? "original" : "remaining",
        value: { kind: "single", amount: found * 60 },
      },
    ];
  });
  return hours.length > 0 ? hours : undefined;
}

function noteTarget(context: BugzillaContext, bug: Bug): void {
  const name = textAt(bug.value, "target_milestone");
  if (name === undefined || isNone(name)) return;
  const id = `${textAt(bug.value, "product") ?? ""}:${name}`;
  const rows = table(context.draft, "timeboxes");
  if (!rows.has(id)) rows.set(id, { id, name, kind: "release" });
  joinTimebox(context.draft, id, bug.id);
}

/** Notes product and component; gives the container of the component. */
function notePlace(context: BugzillaContext, bug: Bug): string | undefined {
  const { draft } = context;
  const [product, component] = [textAt(bug.value, "product"), textAt(bug.value, "component")];
  if (product !== undefined) table(draft, "projects").set(product, { id: product, name: product });
  if (component === undefined) return undefined;
  const id = `${product ?? ""}:${component}`;
  const projectId = product === undefined ? {} : { projectId: product };
  if (!table(draft, "containers").has(id))
    table(draft, "containers").set(id, { id, name: component, kind: "folder", ...projectId });
  return id;
}

/** Reads one bug into an item with what hangs on it. */
export function readBug(context: BugzillaContext, bug: Bug): void {
  const { draft } = context;
  const { id, value, path } = bug;
  const time = (...names: string[]) =>
    toolTime(draft, eitherValue(value, ...names), [...path, names[0] as string], [id]);
  const status = either(value, "status", "bug_status");
  const stateId = status === undefined ? undefined : stateOf(context, status, either(value, "resolution"));
  const container = notePlace(context, bug);
  const body = either(value, "description");
  const alias = member(value, "alias");
  const item = defined<WorkItem>({
    id,
    title: either(value, "summary", "short_desc") ?? "",
    kind: kindOf(value),
    sourceKind: either(value, "type", "bug_type"),
    body: body === undefined ? undefined : { text: body, markup: "plain" },
    projectId: textAt(value, "product"),
    memberships: container === undefined ? undefined : [{ containerId: container }],
    workflowId: stateId === undefined ? undefined : bugzillaFlow.id,
    stateId,
    labels: Array.isArray(member(value, "keywords"))
      ? listAt(value, "keywords").filter((word): word is string => typeof word === "string")
      : undefined,
    estimates: estimatesOf(value),
    dueDate: time("deadline"),
    createdAt: time("creation_time", "creation_ts"),
    finishedAt: context.states.get(stateId ?? "")?.category === "done" ? time("cf_last_resolved") : undefined,
    updatedAt: time("last_change_time", "delta_ts"),
    sources: [sourceOf(draft, "bugzilla", id, typeof alias === "string" ? alias : undefined)],
    customFields: keptFields(context, value, "bug"),
  });
  addRow(draft, "items", item, path);
  addAssignees(draft, id, [personOf(context, either(value, "assigned_to"), member(value, "assigned_to_detail"))], path);
  noteTarget(context, bug);
}

/** Resolves dependencies and duplicates, once all bugs are there. */
export function linkBugs(context: BugzillaContext): void {
  const { draft } = context;
  for (const { id: itemId, value, path } of context.bugs.values()) {
    for (const [field, role] of [
      ["depends_on", "predecessor"],
      ["blocks", "successor"],
    ] as const) {
      for (const [index, other] of listAt(value, field).entries()) {
        const otherId = plainText(other);
        if (otherId !== undefined)
          addDependency(draft, { itemId, otherId, field, path: [...path, field, index] }, role);
      }
    }
    const original = textAt(value, "dupe_of");
    if (original !== undefined && original !== "")
      addRelation(draft, { itemId, otherId: original, field: "dupe_of", path: [...path, "dupe_of"] }, "duplicates");
  }
}
