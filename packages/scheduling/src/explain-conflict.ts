import type { Facts, Message } from "@evenkeel/kernel";
import type { Conflict } from "./find-conflicts.js";
import type { Demand } from "./stated-bounds.js";

/** What a date is called in the catalog. */
function nameOf({ kind, constraint }: Demand): string {
  return constraint ?? (kind === "mustFinishBy" ? "must finish by" : kind === "manual" ? "set by hand" : kind);
}

function ofDemand(demand: Demand): Message {
  const { kind, activityId = "", at = "", predecessor = "", successor = "", type = "FS", lagMinutes = 0 } = demand;
  if (kind === "mustFinishBy") return { code: "scheduling/demand-finish", facts: { at } };
  if (kind !== "link") return { code: "scheduling/demand-date", facts: { id: activityId, name: nameOf(demand), at } };
  const side = lagMinutes === 0 ? "" : lagMinutes > 0 ? "-lag" : "-lead";
  const facts = { predecessor, successor, type, lagMinutes: Math.abs(lagMinutes) };
  return { code: `scheduling/demand-link${side}`, facts };
}

/**
 * A conflict in sentences: what cannot be kept and by how much, then each demand from what pushes to what breaks, then the way out.
 *
 * @param conflict - of `findConflicts`
 * @returns messages for `describe` with this package's catalog
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * const activities = [{ id: "a", durationMinutes: 960, deadline: "2026-12-01" }];
 * const { conflicts } = orThrow(findConflicts({ start: "2026-12-01", activities }));
 * explainConflict(conflicts[0]).map((step) => describe(step, en).message)[0]; // => "a cannot keep 2026-12-01T17:00 (deadline): it is possible on 2026-12-02T17:00 at the earliest, 8 h of working time too late."
 */
export function explainConflict(conflict: Conflict): Message[] {
  const { kind, demands, activities, heldBy, required, earliest, lateMinutes } = conflict;
  const steps = demands.map(ofDemand);
  if (kind === "cycle") return [{ code: "scheduling/conflict-cycle", facts: { activities } }, ...steps];
  const first = activities[0] ?? "";
  const facts: Facts = {
    id: activities.at(-1) ?? "",
    name: nameOf(demands.at(-1)!),
    required: required!,
    earliest: earliest!,
    minutes: lateMinutes!,
  };
  const held: Message[] =
    heldBy === undefined ? [] : [{ code: `scheduling/pushed-by-${codes[heldBy]}`, facts: { id: first } }];
  const wayOut: Message = { code: "scheduling/conflict-way-out", facts: { demands: demands.length } };
  return [{ code: "scheduling/conflict-dates", facts }, ...held, ...steps, wayOut];
}

const codes: Record<NonNullable<Conflict["heldBy"]>, string> = {
  projectStart: "start",
  dataDate: "data-date",
  actual: "progress",
};
