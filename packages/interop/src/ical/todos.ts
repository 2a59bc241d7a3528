import type { Dependency, DependencyType, ItemSchedule, Lag, WorkItem } from "@evenkeel/core";
import { addRow, type Draft, defined, keepDangling, note, sourceOf, table, warn } from "../draft.js";
import { notePerson } from "../people.js";
import { addStamps, progressWorkflow } from "../stamps.js";
import { durationOf, type IcalContext, readTime } from "./context.js";
import {
  componentJson,
  type IcalComponent,
  type IcalProperty,
  listOf,
  plainText,
  properties,
  propertiesJson,
  property,
  textOf,
} from "./lines.js";

/** Properties of a task that have a place in the model. */
export const todoPlaces: ReadonlyMap<string, string> = new Map([
  ["UID", "items.id"],
  ["RECURRENCE-ID", "items.id"],
  ["SUMMARY", "items.title"],
  ["DESCRIPTION", "items.body"],
  ["DTSTART", "items.constraints"],
  ["DUE", "items.dueDate"],
  ["DURATION", "items.schedule"],
  ["COMPLETED", "items.finishedAt"],
  ["PERCENT-COMPLETE", "items.schedule"],
  ["STATUS", "items.stateId"],
  ["PRIORITY", "items.priority"],
  ["CREATED", "items.createdAt"],
  ["LAST-MODIFIED", "items.updatedAt"],
  ["CATEGORIES", "items.labels"],
  ["ORGANIZER", "assignments"],
  ["ATTENDEE", "assignments"],
  ["RELATED-TO", "dependencies"],
]);

const states = new Map([
  ["NEEDS-ACTION", "todo"],
  ["IN-PROCESS", "doing"],
  ["COMPLETED", "done"],
  ["CANCELLED", "dropped"],
]);

/** A number within bounds; a text that is none is an issue. */
function numberOf(draft: Draft, from: IcalProperty | undefined, least: number, most: number): number | undefined {
  if (from === undefined) return undefined;
  const value = /^\s*\d{1,3}\s*$/.test(from.value) ? Number(from.value) : Number.NaN;
  if (value >= least && value <= most) return value;
  const facts = { field: from.name, found: from.value.slice(0, 60), expected: `${least} to ${most}` };
  warn(draft, "ical-invalid-value", [from.line, from.name], [], facts);
  draft.lost.set(from, "not readable");
  return undefined;
}

/** The state a status names, one that no task has being an issue; without a status what is completed is done, all else is to do. */
function stateOf(draft: Draft, component: IcalComponent): string | undefined {
  const from = property(component, "STATUS");
  if (from === undefined) {
    const percent = Number(textOf(component, "PERCENT-COMPLETE") ?? 0);
    return property(component, "COMPLETED") !== undefined || percent === 100 ? "done" : percent > 0 ? "doing" : "todo";
  }
  const state = states.get(from.value.trim().toUpperCase());
  if (state !== undefined) return state;
  const facts = { field: "STATUS", found: from.value.slice(0, 60), expected: [...states.keys()].join(", ") };
  warn(draft, "ical-invalid-value", [from.line, "STATUS"], [], facts);
  draft.lost.set(from, "not readable");
  return undefined;
}

/** A person by address, else by name. */
export function personOf(draft: Draft, from: IcalProperty): string | undefined {
  const address = plainText(from.value).trim();
  const email = /^mailto:(.+)$/i.exec(address)?.[1];
  const name = from.parameters.get("CN")?.[0];
  const id = email ?? (address === "" ? name : address);
  return id === undefined || id === "" ? undefined : notePerson(draft, "ical", { id, name, email });
}

function addPeople(draft: Draft, id: string, component: IcalComponent): void {
  const roles = [
    ["ORGANIZER", "accountable"],
    ["ATTENDEE", "responsible"],
  ] as const;
  for (const [name, role] of roles) {
    for (const from of properties(component, name)) {
      const personId = personOf(draft, from);
      const rowId = `${id}:${role}:${personId}`;
      if (personId === undefined || table(draft, "assignments").has(rowId)) continue;
      addRow(draft, "assignments", { id: rowId, itemId: id, personId, role }, [from.line]);
    }
  }
}

function scheduleOf(context: IcalContext, component: IcalComponent): ItemSchedule | undefined {
  const percent = numberOf(context.draft, property(component, "PERCENT-COMPLETE"), 0, 100);
  const stated = property(component, "DURATION");
  const minutes = stated === undefined ? undefined : durationOf(stated.value);
  if (stated !== undefined && (minutes === undefined || minutes < 0)) {
    const facts = { field: "DURATION", found: stated.value.slice(0, 60) };
    warn(context.draft, "any-unreadable-duration", [stated.line, "DURATION"], [], { ...facts, expected: "PT8H" });
    context.draft.lost.set(stated, "not readable");
  }
  const isKnown = minutes !== undefined && minutes >= 0;
  if (percent === undefined && !isKnown) return undefined;
  return defined<ItemSchedule>({
    kind: "task",
    durationMinutes: isKnown ? minutes : undefined,
    elapsed: isKnown ? true : undefined,
    percentComplete: percent === undefined ? undefined : percent / 100,
  });
}

/** What has no place: unknown properties, components inside, and what was not readable. */
function keptOf(context: IcalContext, component: IcalComponent): WorkItem["customFields"] {
  if (!(context.draft.options.keepUnmapped ?? true)) return undefined;
  const rest = component.properties.filter((each) => !todoPlaces.has(each.name));
  const kept = {
    ...propertiesJson(rest),
    ...(component.components.length === 0 ? {} : { components: component.components.map(componentJson) }),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** Reads a task; its id, or undefined when its id was used before. */
export function readTodo(context: IcalContext, component: IcalComponent, rank: number): string | undefined {
  const { draft } = context;
  const uid = textOf(component, "UID");
  const instance = property(component, "RECURRENCE-ID")?.value.trim();
  if (uid === undefined) warn(draft, "ical-missing-uid", [component.line], [], { component: component.name });
  if (instance !== undefined)
    note(draft, "ical-recurrence-override", [component.line], [uid ?? ""], { id: uid ?? "", instance });
  const base = uid ?? `line-${component.line}`;
  const id = instance === undefined ? base : `${base}/${instance}`;
  const [start, due] = [
    readTime(context, property(component, "DTSTART")),
    readTime(context, property(component, "DUE")),
  ];
  const [created, completed] = [
    readTime(context, property(component, "CREATED")),
    readTime(context, property(component, "COMPLETED")),
  ];
  const schedule = scheduleOf(context, component);
  const labels = properties(component, "CATEGORIES").flatMap((each) => listOf(each.value));
  const body = textOf(component, "DESCRIPTION");
  const byStamp = completed !== undefined ? "done" : undefined;
  const item = defined<WorkItem>({
    id,
    title: textOf(component, "SUMMARY") ?? "",
    kind: "task",
    body: body === undefined ? undefined : { text: body, markup: "plain" },
    projectId: table(draft, "projects").has("calendar") ? "calendar" : undefined,
    workflowId: progressWorkflow(draft),
    stateId: stateOf(draft, component) ?? byStamp,
    rank,
    priority: numberOf(draft, property(component, "PRIORITY"), 0, 9) || undefined,
    labels: labels.length > 0 ? labels : undefined,
    schedule,
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: due,
    createdAt: created,
    finishedAt: completed,
    updatedAt: readTime(context, property(component, "LAST-MODIFIED")),
    sources: [sourceOf(draft, "ical", uid ?? id)],
    customFields: keptOf(context, component),
  });
  if (!addRow(draft, "items", item, [component.line])) return undefined;
  addPeople(draft, id, component);
  const isDropped = item.stateId === "dropped";
  addStamps(
    draft,
    id,
    { created, finished: isDropped ? undefined : completed, dropped: isDropped ? completed : undefined },
    { first: "todo", active: "doing", done: "done", dropped: "dropped" },
  );
  return id;
}

const linkTypes = new Map<string, DependencyType>([
  ["DEPENDS-ON", "FS"],
  ["FINISHTOSTART", "FS"],
  ["FINISHTOFINISH", "FF"],
  ["STARTTOSTART", "SS"],
  ["STARTTOFINISH", "SF"],
]);

function lagOf(draft: Draft, from: IcalProperty): Lag | undefined {
  const gap = from.parameters.get("GAP")?.[0];
  if (gap === undefined) return undefined;
  const amount = durationOf(gap);
  if (amount !== undefined) return amount === 0 ? undefined : { amount, unit: "minutes", basis: "elapsed" };
  const facts = { field: "GAP", found: gap.slice(0, 60), expected: "PT8H" };
  warn(draft, "any-unreadable-duration", [from.line, "GAP"], [], facts);
  return undefined;
}

/** Reads what a task is tied to: parents, links with their gaps, and relations. */
export function linkTodo(draft: Draft, id: string, component: IcalComponent): void {
  const items = table(draft, "items");
  for (const from of properties(component, "RELATED-TO")) {
    const other = plainText(from.value).trim();
    const kind = from.parameters.get("RELTYPE")?.[0]?.toUpperCase() ?? "PARENT";
    const item = items.get(id);
    if (!items.has(other) || other === id || item === undefined) {
      keepDangling(draft, id, other, kind, [from.line], other === id ? "any-self-link" : undefined);
      continue;
    }
    const type = linkTypes.get(kind);
    if (type !== undefined) {
      const rowId = `${other}>${id}:${type}`;
      const row = defined<Dependency>({
        id: rowId,
        predecessorId: other,
        successorId: id,
        type,
        lag: lagOf(draft, from),
      });
      if (!table(draft, "dependencies").has(rowId)) addRow(draft, "dependencies", row, [from.line]);
    } else if (kind === "PARENT" && item.parentId === undefined) items.set(id, { ...item, parentId: other });
    else if (kind === "CHILD" && items.get(other)?.parentId === undefined) {
      const child = items.get(other) as WorkItem;
      items.set(other, { ...child, parentId: id });
    } else if (
      !(kind === "PARENT" && item.parentId === other) &&
      !(kind === "CHILD" && items.get(other)?.parentId === id)
    ) {
      const rowId = `${id}~${other}:${kind}`;
      const row = { id: rowId, kind: kind === "SIBLING" ? "relates" : "other", fromId: id, toId: other } as const;
      if (!table(draft, "relations").has(rowId)) addRow(draft, "relations", { ...row, sourceKind: kind }, [from.line]);
    }
  }
}
