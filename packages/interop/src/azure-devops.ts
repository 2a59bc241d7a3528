import type { Coverage, StateCategory, WorkflowState } from "@evenkeel/core";
import { issue, type Result, refuse } from "@evenkeel/kernel";
import { collect } from "./azure/collect.js";
import { type AzureContext, azureFlow, fieldOf, type WorkItemRecord } from "./azure/context.js";
import { azureFates } from "./azure/fates.js";
import { addHistory, type ItemFlow } from "./azure/history.js";
import { linkItems, readItem } from "./azure/items.js";
import { readAzureRows } from "./azure/rows.js";
import { coversOf } from "./covers.js";
import { decodeSource } from "./decode.js";
import { assume, createDraft, note, table, warn } from "./draft.js";
import { finish } from "./finish.js";
import { parseJson } from "./json-text.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { addStamps } from "./stamps.js";
import { answeredCategory } from "./state-answers.js";
import { tallyPlaces } from "./trackers/account.js";
import { categoryOfWords, spanOfMoves } from "./trackers/flow.js";
import { toolTime } from "./trackers/times.js";
import type { Import, ReadOptions, Source } from "./types.js";

/** Categories of the states of the four processes the tool comes with; what is resolved is not yet verified. */
const known = new Map<string, StateCategory>([
  ["approved", "proposed"],
  ["design", "proposed"],
  ["committed", "active"],
  ["resolved", "active"],
  ["ready", "active"],
  ["inactive", "done"],
  ["removed", "dropped"],
]);

function coverageOf(hasHistory: boolean, hasLinks: boolean): Coverage[] {
  const covers = coversOf("azure-devops");
  return [
    covers("projects", "name"),
    covers("items", "title", "kind", "sourceKind", "body", "parentId", "projectId", "stateId", "memberships", "labels"),
    covers("items", "estimates", "constraints", "dueDate", "createdAt", "updatedAt", "startedAt", "finishedAt"),
    covers("workflows", "states"),
    covers("timeboxes", "name", "itemIds"),
    ...(hasLinks
      ? [covers("dependencies", "predecessorId", "successorId", "type"), covers("relations", "kind", "fromId", "toId")]
      : []),
    covers("people", "name"),
    covers("assignments", "itemId", "personId", "role"),
    hasHistory
      ? covers(
          "events",
          "created",
          "stateChanged",
          "assigned",
          "unassigned",
          "estimated",
          "dateChanged",
          "linkChanged",
          "changed",
        )
      : covers("events", "created"),
  ];
}

function statesOf(context: AzureContext): WorkflowState[] {
  return [...context.states].map((name) => {
    const category =
      answeredCategory(context.draft, name) ??
      context.categories.get(name) ??
      known.get(name.toLowerCase()) ??
      categoryOfWords(name);
    if (category === undefined) {
      warn(context.draft, "azure-state-category-unknown", [], [name], { state: name.slice(0, 80), category: "active" });
      assume(context.draft, "category", `${name.slice(0, 80)}: active`, "the name of the state tells nothing");
    }
    return { id: name, name, category: category ?? "active" };
  });
}

function settle(
  context: AzureContext,
  record: WorkItemRecord,
  flow: ItemFlow,
  categories: ReadonlyMap<string, StateCategory>,
): void {
  const { draft } = context;
  const items = table(draft, "items");
  const item = items.get(record.id);
  if (item === undefined) return;
  const stamp = (name: string) =>
    toolTime(
      draft,
      fieldOf(record.value, `Microsoft.VSTS.Common.${name}`),
      [...record.path, "fields", name],
      [record.id],
    );
  const [activated, closed] = [stamp("ActivatedDate"), stamp("ClosedDate")];
  const category = item.stateId === undefined ? undefined : categories.get(item.stateId);
  if (!flow.has) {
    const state = item.stateId ?? "done";
    const ended = category === "dropped" ? { dropped: closed } : category === "done" ? { finished: closed } : {};
    const active = [...categories].find(([, each]) => each === "active")?.[0];
    const started = active === undefined ? {} : { started: activated };
    addStamps(
      draft,
      item.id,
      { created: item.createdAt, ...started, ...ended },
      { active: active ?? "", done: state, dropped: state },
    );
  } else {
    draft.quality[flow.isCut ? "truncated" : "exact"]++;
    if (flow.isCut) draft.truncated.push({ table: "items", id: item.id });
  }
  const start = flow.isCut ? { stateId: undefined, at: undefined } : { stateId: flow.initial, at: item.createdAt };
  const span = flow.has ? spanOfMoves(start, flow.moves, (id) => categories.get(id)) : {};
  const startedAt = flow.has && !flow.isCut ? span.startedAt : activated;
  const finishedAt = category === "done" ? (span.finishedAt ?? closed) : undefined;
  items.set(item.id, {
    ...item,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  });
}

function readAll(context: AzureContext, hasLinks: boolean): void {
  const { draft } = context;
  const records = [...context.records.values()];
  for (const record of records) readItem(context, record);
  linkItems(context);
  const flows = records.map((record) => addHistory(context, record, table(draft, "items").get(record.id)?.createdAt));
  const states = statesOf(context);
  if (states.length > 0) table(draft, "workflows").set(azureFlow, { id: azureFlow, name: "Azure DevOps", states });
  const categories = new Map(states.map((state) => [state.id, state.category]));
  for (const [index, record] of records.entries()) settle(context, record, flows[index] as ItemFlow, categories);
  const hasHistory = flows.some((flow) => flow.has);
  if (!hasHistory && records.length > 0) note(draft, "azure-no-updates", [], [], { count: records.length });
  assume(
    draft,
    "started",
    "first change into a state of category active",
    "states of the processes the tool comes with",
  );
  assume(draft, "done", "last change into a state of category done", "states of the processes the tool comes with");
  draft.coverage = coverageOf(hasHistory, hasLinks);
}

/**
 * Reads work items of Azure DevOps: JSON lists or one item, with relations, and with updates or revisions beside or within them; the
 * work items, revisions, snapshots and links Analytics answers (OData); or the CSV of a query.
 *
 * Links are read from the items, and from the answer of a query of links where it stands beside them. A due date at midnight in UTC
 * is a day. Of several revisions of one item the latest is the item and all are its history. Each link is read once though it stands on both
 * ends; a successor link is a dependency. The categories of states are those Analytics tells, else those of the processes the tool comes
 * with, others are judged by their English names; what is resolved is still active. In a CSV, `Title 1`, `Title 2` are the depths of a tree.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history, report
 *
 * Issues: interop/any-*, interop/azure-*.
 * Time O(n log n), space O(n).
 * Source: Microsoft, Azure DevOps Services REST API, work items, updates and revisions; entities of Analytics for Azure Boards.
 *
 * @example
 * orThrow(readAzureDevops('{"id":7,"fields":{"System.Title":"Dig","System.State":"New"}}')).plan.items[0].stateId; // => "New"
 */
export function readAzureDevops(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const limits = limitsOf(options);
  const { text } = decoded.value;
  const parsed = /^\s*[[{]/.test(text) ? parseJson(text, limits) : undefined;
  if (parsed !== undefined && !parsed.ok) return parsed;
  const draft = createDraft("azure-devops", options);
  draft.assumptions.push(...decoded.value.assumptions);
  const context: AzureContext = {
    draft,
    fateOf: azureFates(draft),
    places: new Map(),
    records: new Map(),
    orphans: new Map(),
    queried: new Map(),
    originals: new Map(),
    categories: new Map(),
    states: new Set(),
  };
  if (parsed !== undefined) collect(context, parsed.value);
  const rows = parsed === undefined ? readAzureRows(context, text, options) : undefined;
  if (rows !== undefined && !rows.ok) return rows;
  if (context.records.size > limits.rows) return refuse([beyondLimit("rows", context.records.size, limits.rows)]);
  if (context.records.size === 0 && rows === undefined) {
    const facts = { found: text.trim().slice(0, 40), expected: "work items with fields" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  readAll(context, rows?.value.hasLinks ?? true);
  rows?.value.settle();
  if (parsed !== undefined) tallyPlaces(context, parsed.value);
  return finish(draft);
}
