import type { Json } from "@evenkeel/kernel";
import { note } from "../draft.js";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";
import { addRecord } from "../trackers/records.js";
import { either } from "../trackers/values.js";
import { isStateType, type LinearContext } from "./context.js";

type Path = readonly (string | number)[];

const telling = [
  ...["priorityLabel", "branchName", "sortOrder", "subIssueSortOrder", "boardOrder", "stateId", "teamId", "state"],
  ...["status", "team", "createdAt", "canceledAt", "startedAt", "completedAt", "customerTicketCount"],
];

/** The identifier of an issue: as it stands, else its team and number, else its global id. */
function idOf(value: JsonObject): string | undefined {
  const [key, number] = [textAt(value, "team", "key"), textAt(value, "number")];
  const made = key === undefined || number === undefined ? undefined : `${key}-${number}`;
  return either(value, "identifier") ?? made ?? either(value, "id");
}

/** An issue, not a mere reference to one, nor a team, project or cycle, which have names and no titles. */
const isIssue = (value: Json): value is JsonObject =>
  isObject(value) &&
  idOf(value) !== undefined &&
  textAt(value, "title") !== undefined &&
  telling.some((name) => Object.hasOwn(value, name));

/** Records of a connection, whether they stand in `nodes`, in `edges`, or as a plain list. */
export function nodesOf(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  const edges = listAt(value, "edges").map((edge) => member(edge, "node") ?? null);
  return [...listAt(value, "nodes"), ...edges];
}

function noteStateName(context: LinearContext, value: Json): void {
  const [id, name] = [either(value, "id"), either(value, "name")];
  if (id !== undefined && name !== undefined && isStateType(either(value, "type"))) context.stateNames.set(id, name);
}

/** Where issues stand within an issue; all else within it is its own. */
const within = new Set(["children", "subIssues"]);

interface Step {
  readonly value: Json;
  readonly path: Path;
  readonly holder: string | undefined;
  /** Within an issue, apart from the issues under it. */
  readonly isInside: boolean;
}

/** Finds issues wherever they stand, and the names of states. */
export function collect(context: LinearContext, root: Json): void {
  const stack: Step[] = [{ value: root, path: [], holder: undefined, isInside: false }];
  let waiting: { readonly path: Path; readonly found: number } | undefined;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path, holder } = step;
    let { isInside } = step;
    if (typeof value !== "object" || value === null) continue;
    noteStateName(context, value);
    let own = holder;
    if (!isInside && isIssue(value)) {
      own = addIssue(context, value, path, holder);
      isInside = true;
    } else if (!isInside && isObject(member(value, "pageInfo")) && nodesOf(value).some(isIssue)) {
      const isMore = member(value, "pageInfo", "hasNextPage") === true;
      waiting = isMore ? { path, found: nodesOf(value).length } : undefined;
    }
    const members: { readonly [key: string]: Json } = value as never;
    for (const key of Object.keys(members).reverse()) {
      const each = members[key] as Json;
      if (typeof each !== "object") continue;
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      stack.push({ value: each, path: at, holder: own, isInside: isInside && !within.has(key) });
    }
  }
  if (waiting !== undefined) note(context.draft, "linear-page-short", waiting.path, [], { found: waiting.found });
}

function addIssue(context: LinearContext, value: JsonObject, path: Path, holder: string | undefined): string {
  const id = idOf(value) as string;
  const globalId = either(value, "id");
  if (globalId !== undefined) context.byGlobalId.set(globalId, id);
  return addRecord(context, context.issues, { id, value, path, holder }, "issue", "linear-repeated-issue").id;
}
