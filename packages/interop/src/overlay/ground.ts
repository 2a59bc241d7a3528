import type { Row, TableName, WorkPlan } from "@evenkeel/core";
import type { Command, Patch } from "@evenkeel/edit";
import { canonicalJson, compareText, type Json } from "@evenkeel/kernel";
import { type IdMap, mapFields } from "../map-ids.js";
import type { Ground } from "./types.js";

type Fields = Readonly<Record<string, Json>>;

/** Who can hold a role. */
const holders = ["people", "teams", "resources"] as const;
/** Roles of which an item has one. */
const singular: ReadonlySet<string> = new Set(["accountable", "driver", "decider"]);

const rowIn = (plan: WorkPlan, table: TableName, id: string): Row | undefined =>
  ((plan[table] ?? []) as readonly Row[]).find((row) => row.id === id);

/** What a plan says at a ground; undefined = nothing. */
export function valueAt(plan: WorkPlan, { table, id, field }: Ground): Json | undefined {
  const [, role] = field.split(".");
  if (role !== undefined) {
    const found = (plan.assignments ?? [])
      .filter((each) => each.itemId === id && each.role === role)
      .map(({ personId, teamId, resourceId }) => personId ?? teamId ?? resourceId ?? "");
    return found.length === 0 ? undefined : [...new Set(found)].sort(compareText);
  }
  const row = rowIn(plan, table, id) as unknown as Fields | undefined;
  return row !== undefined && Object.hasOwn(row, field) ? row[field] : undefined;
}

/** What a command was given upon: the fields its patches change, and who had the role it gives. */
export function groundsOf(plan: WorkPlan, command: Command, patches: readonly Patch[]): Ground[] {
  const places: Ground[] = patches.flatMap((patch) =>
    (patch.op === "set" || patch.op === "unset") && rowIn(plan, patch.table, patch.id) !== undefined
      ? [{ table: patch.table, id: patch.id, field: patch.field }]
      : [],
  );
  if (command.type === "assign" && singular.has(command.role))
    places.push({ table: "items", id: command.item, field: `assignments.${command.role}` });
  return places.map((place) => {
    const value = valueAt(plan, place);
    return value === undefined ? place : { ...place, value };
  });
}

/** The ground with every id mapped, those in its value too. */
export function mapGround(ground: Ground, map: IdMap): Ground {
  const { table, field, value } = ground;
  const id = map(ground.id, [table]);
  if (value === undefined) return { ...ground, id };
  if (field.startsWith("assignments."))
    return { ...ground, id, value: (value as readonly string[]).map((each) => map(each, holders)).sort(compareText) };
  return { ...ground, id, value: (mapFields(table, { [field]: value }, map) as Fields)[field] ?? value };
}

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);

/** How what the export says now stands to an answer. */
export type Standing = "as-then" | "as-answered" | "otherwise";

/** Compares a ground with the plan before and after the answer. */
export function standingOf(before: WorkPlan, after: WorkPlan, ground: Ground): Standing {
  const now = valueAt(before, ground);
  if (same(now, ground.value)) return "as-then";
  return same(now, valueAt(after, ground)) ? "as-answered" : "otherwise";
}
