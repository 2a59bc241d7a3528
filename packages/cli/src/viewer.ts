import type { Viewer, WorkPlan } from "evenkeel";

/**
 * The viewer a person names by id, name or mail; their own records are then part of what is shown.
 *
 * @param plan - for the people
 * @param who - id, name or mail; undefined = anyone who may see the plan
 * @returns viewer, or undefined
 *
 * Issues: none.
 * Time O(people), space O(1).
 * Source: own.
 *
 * @example
 * viewerOf({ formatVersion: 1, people: [{ id: "p1", name: "Ana" }] }, "Ana"); // => { personId: "p1" }
 */
export function viewerOf(plan: WorkPlan, who: string | boolean | undefined): Viewer | undefined {
  if (typeof who !== "string") return undefined;
  const person = plan.people?.find(({ id, name, email }) => id === who || name === who || email === who);
  return { personId: person?.id ?? who };
}
