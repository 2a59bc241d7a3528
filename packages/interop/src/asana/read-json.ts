import type { Coverage } from "@evenkeel/core";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { coversOf } from "../covers.js";
import { assume, createDraft, type Draft, note, table } from "../draft.js";
import { beyondLimit, limitsOf } from "../limits.js";
import { addStamps } from "../stamps.js";
import { tallyPlaces } from "../trackers/account.js";
import { parseJsonLines } from "../trackers/json-lines.js";
import { addStates } from "../trackers/states.js";
import { settleStory } from "../trackers/story.js";
import type { ReadOptions } from "../types.js";
import { collect } from "./collect.js";
import { type AsanaContext, asanaFlow } from "./context.js";
import { asanaFates } from "./fates.js";
import { addStories } from "./stories.js";
import { isSection, linkTasks, noteStatusFields, readSection, readTask } from "./tasks.js";

function coverageOf(hasStories: boolean): Coverage[] {
  const covers = coversOf("asana");
  return [
    covers("projects", "name"),
    covers("containers", "name"),
    covers("items", "title", "kind", "sourceKind", "body", "parentId", "projectId", "stateId", "memberships", "labels"),
    covers("items", "estimates", "constraints", "dueDate", "createdAt", "updatedAt", "finishedAt"),
    ...(hasStories ? [covers("items", "startedAt")] : []),
    covers("workflows", "states"),
    covers("dependencies", "predecessorId", "successorId", "type"),
    covers("people", "name", "email"),
    covers("assignments", "itemId", "personId", "role"),
    hasStories
      ? covers(
          "events",
          "created",
          "stateChanged",
          "membershipChanged",
          "assigned",
          "dateChanged",
          "linkChanged",
          "changed",
        )
      : covers("events", "created"),
  ];
}

function readAll(context: AsanaContext): void {
  const { draft } = context;
  noteStatusFields(context);
  const all = [...context.tasks.values()];
  const tasks = all.filter((task) => !isSection(task));
  for (const task of all) {
    if (isSection(task)) readSection(context, task);
    else readTask(context, task);
  }
  linkTasks(context);
  const told = tasks.filter((task) => task.hasStories);
  const stories = told.map((task) => [task, addStories(context, task)] as const);
  const categoryOf = addStates(draft, asanaFlow, context.states, "asana-section-category-unknown", "proposed");
  const items = table(draft, "items");
  for (const [task, story] of stories) {
    const item = items.get(task.id);
    settleStory(draft, task, story, categoryOf, {
      trap: "asana-history-gap",
      say: note,
      current: item?.stateId,
      isCut: task.isCut,
      ended: item?.finishedAt,
    });
  }
  for (const task of tasks) {
    const item = items.get(task.id);
    if (task.hasStories || item === undefined) continue;
    const state = item.stateId ?? "complete";
    const stamps = { created: item.createdAt, finished: item.finishedAt };
    addStamps(draft, item.id, stamps, { first: undefined, active: state, done: state, dropped: state });
  }
  if (tasks.length > 0 && told.length === 0) note(draft, "asana-no-stories", [], [], { count: tasks.length });
  assume(draft, "started", "first move into a section or status of category active", "names of sections and statuses");
  assume(draft, "done", "marked complete", "the tool's own word");
  draft.coverage = coverageOf(told.length > 0);
}

/** Reads the JSON of the tool. */
export function readAsanaJson(text: string, options: ReadOptions): Result<Draft> {
  const limits = limitsOf(options);
  const parsed = parseJsonLines(text, limits);
  if (!parsed.ok) return parsed;
  const draft = createDraft("asana", options);
  const context: AsanaContext = {
    draft,
    fateOf: asanaFates(draft),
    places: new Map(),
    tasks: new Map(),
    states: new Map(),
    projectOf: new Map(),
    statusFields: new Set(),
  };
  collect(context, parsed.value);
  if (context.tasks.size > limits.rows) return refuse([beyondLimit("rows", context.tasks.size, limits.rows)]);
  if (context.tasks.size === 0) {
    const facts = { found: text.trim().slice(0, 40), expected: "tasks of Asana" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  readAll(context);
  tallyPlaces(context, parsed.value);
  return ok(draft);
}
