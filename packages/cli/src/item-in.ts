import type { WorkPlan } from "@evenkeel/core";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";

/**
 * The item a person names: by id, key or title, or by a part of the title that no other item has.
 *
 * @param plan - the plan
 * @param wanted - what the person wrote
 * @returns item id
 *
 * Issues: cli/no-such-item, with the nearest three.
 * Time O(items), space O(1).
 * Source: own.
 *
 * @example
 * itemIn({ formatVersion: 1, items: [{ id: "A", title: "Paint the hall", kind: "task" }] }, "hall"); // => { ok: true, value: "A", issues: [] }
 */
export function itemIn(plan: WorkPlan, wanted: string): Result<string> {
  const items = plan.items ?? [];
  const exact = items.find(
    ({ id, sources, title }) =>
      id === wanted || title === wanted || sources?.some((source) => source.id === wanted || source.key === wanted),
  );
  if (exact !== undefined) return ok(exact.id);
  const text = wanted.toLowerCase();
  const near = items.filter(({ title }) => title.toLowerCase().includes(text));
  const [only, ...others] = near;
  if (only !== undefined && others.length === 0) return ok(only.id);
  const nearest = (near.length > 0 ? near : items).slice(0, 3).map(({ id, title }) => `${id} (${title})`);
  return refuse([issue("cli/no-such-item", { path: [wanted], facts: { found: wanted, nearest } })]);
}
