import type { Period, Timebox } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { defined, sourceOf, table } from "../draft.js";
import { isObject, textAt } from "../json-text.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import type { Change } from "./changelog.js";
import { type JiraContext, jiraTime } from "./context.js";

/** Members of a sprint as old servers print it: `...Sprint@1a[id=3,name=Sprint 3,...]`. */
function oldSprint(text: string): Map<string, string> | undefined {
  const inner = /\[(.*)\]$/s.exec(text)?.[1];
  if (inner === undefined || !/(^|,)id=\d+/.test(inner)) return undefined;
  const parts = inner.split(/,(?=[A-Za-z]+=)/).map((part) => part.split("="));
  return new Map(
    parts.map(([key = "", ...value]) => [key, value.join("=")] as const).filter(([, value]) => value !== "<null>"),
  );
}

function sprintField(value: Json, key: string): string | undefined {
  return typeof value === "string" ? oldSprint(value)?.get(key) || undefined : textAt(value, key) || undefined;
}

/** Whether a value is a sprint, by its shape: the field's id differs per instance. */
export function isSprint(value: Json | undefined): boolean {
  if (typeof value === "string") return value.includes("Sprint") && oldSprint(value) !== undefined;
  return (
    isObject(value) &&
    textAt(value, "id") !== undefined &&
    textAt(value, "name") !== undefined &&
    (Object.hasOwn(value, "boardId") ||
      Object.hasOwn(value, "startDate") ||
      ["active", "closed", "future"].includes(textAt(value, "state") ?? ""))
  );
}

/** Notes that an item is in a sprint. */
export function noteSprint(context: JiraContext, key: string, value: Json, path: readonly (string | number)[]): void {
  const id = sprintField(value, "id");
  if (id === undefined) return;
  const rows = table(context.draft, "timeboxes");
  const before = rows.get(id);
  const from = jiraTime(context, sprintField(value, "startDate"), [...path, "startDate"]);
  const to = jiraTime(context, sprintField(value, "endDate"), [...path, "endDate"]);
  const row = defined<Timebox>({
    id,
    name: sprintField(value, "name") ?? before?.name ?? id,
    kind: "iteration",
    interval: before?.interval ?? (from === undefined && to === undefined ? undefined : defined<Period>({ from, to })),
    goal: sprintField(value, "goal") ?? before?.goal,
    sources: [sourceOf(context.draft, "jira", id)],
  });
  rows.set(id, row);
  joinTimebox(context.draft, id, key);
}

/** Notes the sprints a history names; their names are told only where one stands alone. */
export function notePastSprints(context: JiraContext, change: Change): void {
  const rows = table(context.draft, "timeboxes");
  for (const [ids, names] of [
    [change.from, change.fromText],
    [change.to, change.toText],
  ] as const) {
    const list = (ids ?? "")
      .split(",")
      .map((id) => id.trim())
      .filter((id) => id !== "");
    for (const id of list) {
      if (!rows.has(id))
        rows.set(id, {
          id,
          name: list.length === 1 ? (names ?? id) : id,
          kind: "iteration",
          sources: [sourceOf(context.draft, "jira", id)],
        });
    }
  }
}
