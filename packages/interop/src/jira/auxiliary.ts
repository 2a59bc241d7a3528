import type { Container } from "@evenkeel/core";
import { issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { addRow, assume, defined, sourceOf, warn } from "../draft.js";
import { isObject, listAt, member, numberAt, parseJson, textAt } from "../json-text.js";
import { limitsOf } from "../limits.js";
import type { ReadOptions } from "../types.js";
import type { JiraContext } from "./context.js";
import { noteStatusResource } from "./states.js";

/** Other resources of the same instance, as JSON texts. */
export interface JiraResources {
  /** `status`: names and categories of all statuses. */
  readonly statuses?: string;
  /** `board/ID/configuration`: columns and limits. */
  readonly board?: string;
  /** `field`: names of custom fields. */
  readonly fields?: string;
}

/** What a Jira resource is that holds no issues; undefined where it is none that we know. */
export function resourceKind(value: Json): "statuses" | "board" | "fields" | undefined {
  const first = Array.isArray(value) ? (value as readonly Json[])[0] : undefined;
  if (isObject(member(first, "statusCategory"))) return "statuses";
  if (isObject(first) && Object.hasOwn(first, "id") && Object.hasOwn(first, "custom")) return "fields";
  return Array.isArray(member(value, "columnConfig", "columns")) ? "board" : undefined;
}

function readBoard(context: JiraContext, board: Json): void {
  const { draft } = context;
  const boardId = `board:${textAt(board, "id") ?? "1"}`;
  const source = sourceOf(draft, "jira", textAt(board, "id") ?? "1");
  addRow(draft, "containers", {
    id: boardId,
    name: textAt(board, "name") ?? boardId,
    kind: "board",
    workflowId: "jira",
    sources: [source],
  });
  for (const [rank, column] of listAt(board, "columnConfig", "columns").entries()) {
    const id = `${boardId}:${rank}`;
    const statuses = listAt(column, "statuses")
      .map((status) => textAt(status, "id"))
      .filter((each) => each !== undefined);
    const [least, most] = [numberAt(column, "min"), numberAt(column, "max")];
    const limits =
      least === undefined && most === undefined
        ? undefined
        : defined<{ min?: number; max?: number }>({ min: least, max: most });
    const row = defined<Container>({
      id,
      name: textAt(column, "name") ?? id,
      kind: "list",
      parentId: boardId,
      rank,
      customFields: limits as Container["customFields"],
    });
    addRow(draft, "containers", row);
    for (const status of statuses) context.columns.set(status, id);
    const [only, ...more] = statuses;
    const state = only === undefined || more.length > 0 ? undefined : context.book.states.get(only);
    if (state !== undefined && most !== undefined) state.wipLimit = most;
  }
  for (const state of context.book.states.values()) {
    if (context.columns.has(state.id)) continue;
    warn(draft, "jira-status-in-no-column", ["board"], [state.id], { status: state.name, board: boardId });
  }
}

/** Reads the other resources first, so that names, categories and columns are known. */
export function readResources(context: JiraContext, resources: JiraResources, options: ReadOptions): Result<undefined> {
  for (const kind of ["statuses", "fields", "board"] as const) {
    const text = resources[kind];
    if (text === undefined) continue;
    const parsed = parseJson(text, limitsOf(options));
    if (!parsed.ok) return parsed;
    if (resourceKind(parsed.value) !== kind) {
      return refuse([
        issue("interop/any-wrong-format", {
          path: [kind],
          facts: { found: text.slice(0, 40), expected: `Jira ${kind}` },
        }),
      ]);
    }
    assume(context.draft, kind, "given", "option");
    if (kind === "statuses")
      for (const status of listAt({ list: parsed.value }, "list")) noteStatusResource(context.book, status);
    else if (kind === "board") readBoard(context, parsed.value);
    else noteFieldNames(context, parsed.value);
  }
  return ok(undefined);
}

/** Notes custom field names from the fields resource (a list) or from `names` of a search (an object). */
export function noteFieldNames(context: JiraContext, value: Json | undefined): void {
  if (isObject(value)) {
    for (const id of Object.keys(value)) {
      const name = textAt(value, id);
      if (name !== undefined) context.fieldNames.set(id, name.toLowerCase());
    }
  }
  for (const field of Array.isArray(value) ? (value as readonly Json[]) : []) {
    const [id, name] = [textAt(field, "id"), textAt(field, "name")];
    if (id !== undefined && name !== undefined) context.fieldNames.set(id, name.toLowerCase());
  }
}
