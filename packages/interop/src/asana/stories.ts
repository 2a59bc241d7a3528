import type { Json } from "@evenkeel/kernel";
import { table } from "../draft.js";
import { isObject, member, textAt } from "../json-text.js";
import { addStory, changed, moved, type Step, type Story as Told } from "../trackers/story.js";
import { sortable, toolTime } from "../trackers/times.js";
import { either, eitherValue } from "../trackers/values.js";
import {
  type AsanaContext,
  gidOf,
  noteSection,
  personOf,
  type Story,
  sectionIdOf,
  stateOf,
  type Task,
} from "./context.js";
import { placeOf, statusState } from "./tasks.js";

/** Where a task stands: marked complete or not, its section, and the value of its status field. */
interface Standing {
  readonly isComplete: boolean;
  readonly section: string | undefined;
  readonly status: string | undefined;
}

interface Change {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly type: string;
  readonly value: Json;
}

function changesOf(context: AsanaContext, task: Task): Change[] {
  const seen = new Set<string>();
  const found = task.stories.flatMap(({ value, path }: Story, index): Change[] => {
    const at = toolTime(context.draft, member(value, "created_at"), [...path, "created_at"], [task.id]);
    const id = `${task.id}:${gidOf(value) ?? index}`;
    if (at === undefined || seen.has(id)) {
      context.draft.lost.set(value as object, at === undefined ? "no time" : "the same story again");
      return [];
    }
    seen.add(id);
    const actor = personOf(context.draft, member(value, "created_by"));
    return [{ id, at, actor, type: typeOf(value), value }];
  });
  return found.sort((a, b) =>
    sortable(a.at) < sortable(b.at) ? -1 : sortable(a.at) > sortable(b.at) ? 1 : a.id < b.id ? -1 : 1,
  );
}

/** What a story is about; where the tool's word for it was not asked for, by its English prose. */
function typeOf(story: Json): string {
  const stated = textAt(story, "resource_subtype");
  if (stated !== undefined) return stated;
  const text = textAt(story, "text") ?? "";
  if (/\b(marked (this (task )?)?incomplete|marked .* not complete)\b/i.test(text)) return "marked_incomplete";
  if (/\b(marked (this (task )?)?complete|completed this task)\b/i.test(text)) return "marked_complete";
  if (/\bmoved (this task )?from\b.*\bto\b/i.test(text)) return "section_changed";
  return textAt(story, "type") === "comment" ? "comment_added" : "other";
}

const prose = /\bfrom "?(.+?)"? to "?(.+?)"?(?: in .*)?$/i;

/** A section as a story names it: by id, else by the name in its prose among the sections that are known. */
function sectionOf(context: AsanaContext, story: Json, side: "old_section" | "new_section"): string | undefined {
  const stated = member(story, side);
  const id = sectionIdOf(context.states, stated);
  if (id !== undefined) return noteSection(context.states, id, textAt(stated, "name") ?? id);
  const words = prose.exec(textAt(story, "text") ?? "");
  const name = words?.[side === "old_section" ? 1 : 2];
  if (name === undefined) return undefined;
  const known = [...context.states].find(([, state]) => state.name === name)?.[0];
  return known ?? noteSection(context.states, `section:${name}`, name);
}

const isStatus = (context: AsanaContext, change: Change): boolean =>
  /enum_custom_field_changed$/.test(change.type) &&
  context.statusFields.has(gidOf(member(change.value, "custom_field")) ?? "");

/** Whether a move between sections is one of the project whose section the task's state is. */
function isMain(context: AsanaContext, change: Change, project: string | undefined): boolean {
  const section = gidOf(member(change.value, "new_section")) ?? gidOf(member(change.value, "old_section"));
  const own =
    gidOf(member(change.value, "project")) ?? (section === undefined ? undefined : context.projectOf.get(section));
  return project === undefined || own === undefined || own === project;
}

function initialStanding(
  context: AsanaContext,
  task: Task,
  changes: readonly Change[],
  project: string | undefined,
): Standing {
  const marked = changes.find((change) => /^marked_(in)?complete$/.test(change.type));
  const sectioned = changes.find((change) => change.type === "section_changed" && isMain(context, change, project));
  const field = changes.find((change) => isStatus(context, change));
  const now = placeOf(context, task);
  return {
    isComplete: marked === undefined ? member(task.value, "completed") === true : marked.type === "marked_incomplete",
    section: sectioned === undefined ? now.section : sectionOf(context, sectioned.value, "old_section"),
    status: field === undefined ? now.status : statusState(context, member(field.value, "old_enum_value")),
  };
}

function after(context: AsanaContext, standing: Standing, change: Change, project: string | undefined): Standing {
  const { type, value } = change;
  if (type === "marked_complete") return { ...standing, isComplete: true };
  if (type === "marked_incomplete") return { ...standing, isComplete: false };
  if (type === "section_changed" && isMain(context, change, project))
    return { ...standing, section: sectionOf(context, value, "new_section") };
  if (isStatus(context, change)) return { ...standing, status: statusState(context, member(value, "new_enum_value")) };
  return standing;
}

function dayOf(dates: Json | undefined, kind: "due" | "start"): string | undefined {
  const text = either(dates, `${kind}_at`, `${kind}_on`);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text) ? text : undefined;
}

/** Stories about a link itself; that a task one waits for was completed or moved to another day changes no link. */
const isLinking = /^depend(?:ency|ent)_(?:added|removed)$|duplicate/;

function plainSteps(context: AsanaContext, change: Change): Step[] {
  const { id, at, actor, type, value } = change;
  const step = (told: Step["told"], suffix = ""): Step => ({ id: `${id}${suffix}`, at, actor, told });
  if (type === "assigned" || type === "unassigned") {
    const assigneeId = personOf(context.draft, member(value, "assignee"));
    if (assigneeId !== undefined) return [step({ type, assigneeId, role: "responsible" })];
  }
  if (/^(due|start)_date_changed$/.test(type)) {
    const [old, now] = [member(value, "old_dates"), member(value, "new_dates")];
    return (["due", "start"] as const).flatMap((kind): Step[] => {
      const [from, to] = [dayOf(old, kind), dayOf(now, kind)];
      const field = kind === "due" ? "dueDate" : "startDate";
      if (from === to && !(kind === "due" && type === "due_date_changed")) return [];
      return [
        step(
          { type: "dateChanged", field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
          kind === "due" ? "" : ":start",
        ),
      ];
    });
  }
  const project = gidOf(member(value, "project"));
  if (/^(added_to|removed_from)_project$/.test(type) && project !== undefined)
    return [
      step({
        type: "membershipChanged",
        containerId: `project:${project}`,
        change: type.startsWith("added") ? "added" : "removed",
      }),
    ];
  if (type === "section_changed") {
    const containerId = sectionOf(context, value, "new_section");
    if (containerId !== undefined) return [step({ type: "membershipChanged", containerId, change: "added" })];
  }
  const otherId = gidOf(eitherValue(value, "dependency", "dependent", "duplicate_of", "duplicated_from"));
  if (otherId !== undefined && isLinking.test(type)) {
    const isGone = /remov|unmark/.test(type);
    const kind = /dependent/.test(type) ? "blocks" : /depend/.test(type) ? "blocked by" : "duplicates";
    return [step({ type: "linkChanged", otherId, kind, change: isGone ? "removed" : "added" })];
  }
  const tag = textAt(value, "tag", "name");
  if (tag !== undefined)
    return [step(type === "removed_from_tag" ? changed("labels", tag, undefined) : changed("labels", undefined, tag))];
  return [step(fieldChange(type, value))];
}

/** A change of any other field: the members that begin with old and new, else its prose. */
function fieldChange(type: string, story: Json): Step["told"] {
  const names = isObject(story) ? Object.keys(story) : [];
  const value = (side: "old" | "new"): Json | undefined => {
    const found = names.filter((name) => name.startsWith(`${side}_`)).map((name) => member(story, name));
    const stated = found.find((each) => each !== undefined);
    return textAt(stated, "name") ?? stated;
  };
  const field = textAt(story, "custom_field", "name") ?? type.replace(/_changed$/, "");
  return changed(field, value("old"), value("new") ?? textAt(story, "text"));
}

/** Adds the events of a task: every change of section, of its status field and of completion as a move with its instant. */
export function addStories(context: AsanaContext, task: Task): Told {
  const { draft, states } = context;
  const item = table(draft, "items").get(task.id);
  const changes = changesOf(context, task);
  const project = item?.projectId;
  const initial = initialStanding(context, task, changes, project);
  let standing = initial;
  let state = stateOf(states, standing.isComplete, standing.status ?? standing.section);
  const first = state;
  const steps = changes.flatMap((change): Step[] => {
    const { id, at, actor } = change;
    standing = after(context, standing, change, project);
    const next = stateOf(states, standing.isComplete, standing.status ?? standing.section);
    if (next === state) return plainSteps(context, change);
    const from = state;
    state = next;
    return [{ id, at, actor, told: moved(next, from) }];
  });
  const made = {
    at: item?.createdAt,
    actor: personOf(draft, member(task.value, "created_by")),
    source: "exact" as const,
  };
  return addStory(draft, task.id, { ...made, current: first, isCut: task.isCut }, steps);
}
