import {
  type Row,
  references,
  rowValidator,
  type TableName,
  trees,
  validatePlan,
  valuesAt,
  type WorkPlan,
} from "@evenkeel/core";
import { type Issue, issue, ok, parseInstant, type Result, refuse } from "@evenkeel/kernel";
import { applyPatches } from "./apply-patches.js";
import { commandEvents } from "./command-events.js";
import { commandPatches } from "./command-patches.js";
import { lookup, rowsOf } from "./tables.js";
import type { Command, Edited, Patch } from "./types.js";

function namedBy(plan: WorkPlan, removed: readonly Patch[]): Issue[] {
  const gone = new Map<TableName, Set<string>>();
  for (const { table, id } of removed) gone.set(table, (gone.get(table) ?? new Set()).add(id));
  return references.flatMap(({ table, field, to }) =>
    to.some((target) => gone.has(target))
      ? rowsOf(plan, table).flatMap((row) =>
          valuesAt(row, field).flatMap(({ value }) => {
            if (typeof value !== "string" || !to.some((target) => gone.get(target)?.has(value) === true)) return [];
            return [
              issue("edit/still-referenced", {
                subject: [value, row.id],
                facts: { id: value, table, by: row.id, field },
              }),
            ];
          }),
        )
      : [],
  );
}

function ancestorIssues(
  find: (table: TableName, id: string) => Row | undefined,
  table: TableName,
  id: string,
): Issue[] {
  const seen = [id];
  let row = find(table, id) as (Row & { readonly parentId?: string }) | undefined;
  while (row?.parentId !== undefined) {
    if (seen.includes(row.parentId))
      return [issue("core/parent-cycle", { subject: seen, facts: { table, members: [...seen, row.parentId] } })];
    seen.push(row.parentId);
    row = find(table, row.parentId) as (Row & { readonly parentId?: string }) | undefined;
  }
  return [];
}

function touchedIssues(plan: WorkPlan, patches: readonly Patch[]): Issue[] {
  const find = lookup(plan);
  const touched = new Map(
    patches.filter(({ op }) => op !== "remove").map((patch) => [`${patch.table}/${patch.id}`, patch]),
  );
  const rows = [...touched.values()].flatMap(({ table, id }) => {
    const row = find(table, id);
    if (row === undefined) return [];
    const own = rowValidator(table)(row, (target, named) => find(target, named) !== undefined);
    return [...own, ...(trees.includes(table) ? ancestorIssues(find, table, id) : [])];
  });
  return [
    ...rows,
    ...namedBy(
      plan,
      patches.filter(({ op }) => op === "remove"),
    ),
    ...stateIssues(plan, patches),
  ];
}

/** States are an invariant over workflow, container and item: checked on a small plan of just these rows. */
function stateIssues(plan: WorkPlan, patches: readonly Patch[]): Issue[] {
  const find = lookup(plan);
  const ids = new Set(patches.filter(({ table, op }) => table === "items" && op !== "remove").map(({ id }) => id));
  if (ids.size === 0) return [];
  const items = [...ids].flatMap((id) => (find("items", id) === undefined ? [] : [find("items", id)]));
  const slice = {
    formatVersion: 1,
    items,
    workflows: plan.workflows ?? [],
    containers: plan.containers ?? [],
  } as unknown as WorkPlan;
  return validatePlan(slice).issues.filter(({ code }) => code === "core/unknown-state");
}

/**
 * Applies one command to a plan: next plan, patches, inverse and events; a command that would break an invariant changes nothing.
 *
 * @param plan - a valid plan; not changed
 * @param command - plain JSON, see `Command`
 * @returns what it did, or every reason against it
 *
 * Issues: edit/no-such-row, edit/id-taken, edit/still-referenced, and those of `validatePlan` for the rows it touches.
 * Time O(rows of the touched tables), `remove` O(all rows); space O(rows of the touched tables).
 * Source: own; command pattern with inverse patches.
 *
 * @example
 * const plan = { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] } as const;
 * const edited = orThrow(applyCommand(plan, { id: "c1", at: "2026-05-01T08:00:00Z", type: "change", table: "items", target: "A", set: { title: "Paint the hall" } }));
 * edited.inverse; // => [{ op: "set", table: "items", id: "A", field: "title", value: "Paint" }]
 */
export function applyCommand(plan: WorkPlan, command: Command): Result<Edited> {
  const instant = parseInstant(command.at, ["at"]);
  if (!instant.ok) return instant;
  const patches = commandPatches(plan, command);
  const patched = applyPatches(plan, patches);
  if (!patched.ok) return patched;
  const [first, ...rest] = touchedIssues(patched.value.plan, patches);
  if (first !== undefined) return refuse([first, ...rest]);
  return ok({
    plan: patched.value.plan,
    patches,
    inverse: patched.value.inverse,
    events: commandEvents(plan, command, patches),
  });
}

/**
 * Applies commands one after the other, all or none.
 *
 * @param plan - a valid plan; not changed
 * @param commands - in order; each sees what the ones before did
 * @returns the joint effect; its inverse undoes them all
 *
 * Issues: those of `applyCommand`, with the command's index first in the path.
 * Time: the sum of the commands', space the same.
 * Source: own.
 *
 * @example
 * applyCommands({ formatVersion: 1 }, []).ok; // => true
 */
export function applyCommands(plan: WorkPlan, commands: readonly Command[]): Result<Edited> {
  let edited: Edited = { plan, patches: [], inverse: [], events: [] };
  for (const [index, command] of commands.entries()) {
    const next = applyCommand(edited.plan, command);
    if (!next.ok) {
      const [first, ...rest] = next.issues.map((found) => ({ ...found, path: [index, ...found.path] }));
      return refuse(first === undefined ? next.issues : [first, ...rest]);
    }
    edited = {
      plan: next.value.plan,
      patches: [...edited.patches, ...next.value.patches],
      inverse: [...next.value.inverse, ...edited.inverse],
      events: [...edited.events, ...next.value.events],
    };
  }
  return ok(edited);
}
