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
import { toolTime } from "../trackers/times.js";
import type { ReadOptions } from "../types.js";
import { collect } from "./collect.js";
import { type LinearContext, linearFlow } from "./context.js";
import { linearFates } from "./fates.js";
import { addHistory } from "./history.js";
import { linkIssues, readIssue } from "./issues.js";

function coverageOf(hasHistory: boolean): Coverage[] {
  const covers = coversOf("linear");
  return [
    covers("projects", "name"),
    covers("items", "title", "kind", "body", "parentId", "projectId", "stateId", "priority", "labels", "estimates"),
    covers("items", "dueDate", "createdAt", "startedAt", "finishedAt", "updatedAt"),
    covers("workflows", "states"),
    covers("timeboxes", "name", "interval", "itemIds"),
    covers("dependencies", "predecessorId", "successorId", "type"),
    covers("relations", "kind", "fromId", "toId"),
    covers("people", "name", "email"),
    covers("assignments", "itemId", "personId", "role"),
    hasHistory
      ? covers("events", "created", "stateChanged", "assigned", "unassigned", "estimated", "dateChanged", "changed")
      : covers("events", "created"),
  ];
}

function readAll(context: LinearContext): void {
  const { draft } = context;
  const issues = [...context.issues.values()];
  const items = table(draft, "items");
  for (const each of issues) readIssue(context, each);
  linkIssues(context);
  const told = issues.map((each) => {
    const item = items.get(each.id);
    return [each, addHistory(context, each, item?.createdAt, item?.stateId)] as const;
  });
  const categoryOf = addStates(draft, linearFlow, context.states, "linear-status-category-unknown", "active");
  for (const [each, history] of told) {
    const item = items.get(each.id);
    if (item === undefined) continue;
    const canceled = toolTime(draft, each.value["canceledAt"], [...each.path, "canceledAt"], [each.id]);
    const isDropped = item.stateId !== undefined && categoryOf(item.stateId) === "dropped";
    if (history === undefined) {
      const state = item.stateId ?? "Done";
      const active = [...context.states.keys()].find((id) => categoryOf(id) === "active") ?? state;
      const end = isDropped ? { dropped: canceled } : { finished: item.finishedAt };
      const stamps = { created: item.createdAt, started: active === undefined ? undefined : item.startedAt, ...end };
      addStamps(draft, item.id, stamps, { first: undefined, active, done: state, dropped: state });
      continue;
    }
    const { story, isCut } = history;
    settleStory(draft, each, story, categoryOf, {
      trap: "linear-history-gap",
      current: item.stateId,
      isCut,
      ended: story.moves.length > 0 ? undefined : item.finishedAt,
    });
  }
  const hasHistory = told.some(([, history]) => history !== undefined);
  if (issues.length > 0 && !hasHistory) note(draft, "linear-no-history", [], [], { count: issues.length });
  assume(draft, "started", "first move into a status of type started", "the tool's own word");
  assume(draft, "done", "a status of type completed; canceled is dropped", "the tool's own word");
  draft.coverage = coverageOf(hasHistory);
}

/** Reads issues from JSON as the API answers, from one page, pages, lines, or an announced change. */
export function readLinearJson(text: string, options: ReadOptions): Result<Draft> {
  const limits = limitsOf(options);
  const parsed = parseJsonLines(text, limits);
  if (!parsed.ok) return parsed;
  const draft = createDraft("linear", options);
  const context: LinearContext = {
    draft,
    fateOf: linearFates(draft),
    places: new Map(),
    issues: new Map(),
    byGlobalId: new Map(),
    states: new Map(),
    stateNames: new Map(),
  };
  collect(context, parsed.value);
  const count = context.issues.size;
  if (count > limits.rows) return refuse([beyondLimit("rows", count, limits.rows)]);
  if (count === 0) {
    const facts = { found: text.trim().slice(0, 40), expected: "issues of Linear" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  readAll(context);
  tallyPlaces(context, parsed.value);
  return ok(draft);
}
