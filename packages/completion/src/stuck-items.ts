import { isOpenItem, type WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { itemFacts } from "./item-facts.js";

/** An item that does not move, since when, and why. */
export interface StuckItem {
  readonly itemId: string;
  readonly title: string;
  /** blocked: said to be; waiting: in a waiting state; silent: active, and nothing has happened. */
  readonly why: "blocked" | "waiting" | "silent";
  /** Milliseconds UTC; absent when nothing tells. */
  readonly since?: number;
  readonly reason?: string;
}

const millisPerDay = 86_400_000;

/**
 * Open items that do not move: blocked, waiting, or active with nothing happening, the longest first.
 *
 * @param context - plan and history at an instant
 * @param silentDays - days without any event after which active work counts as silent
 * @returns by since (unknown first), then item id
 *
 * Issues: none.
 * Time O(items + events), space O(items found).
 * Source: own; after the Kanban Guide (2020), actively managing items.
 *
 * @example
 * import { workContext } from "@evenkeel/core";
 * const plan = { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", blocked: true }] } as const;
 * stuckItems(workContext({ plan, now: 0 })); // => [{ itemId: "A", title: "Paint", why: "blocked" }]
 */
export function stuckItems(context: WorkContext, silentDays: number = 7): StuckItem[] {
  const found: StuckItem[] = [];
  for (const item of context.plan.items.values()) {
    if (!isOpenItem(item)) continue;
    const { category, blocked, enteredAt, lastAt } = itemFacts(context, item);
    const head = { itemId: item.row.id, title: item.row.title };
    const from = (since: number | undefined) => (since === undefined ? {} : { since });
    if (blocked !== undefined) {
      const reason = blocked.reason === undefined ? {} : { reason: blocked.reason };
      found.push({ ...head, why: "blocked", ...from(blocked.from), ...reason });
    } else if (category === "waiting") found.push({ ...head, why: "waiting", ...from(enteredAt) });
    else if (category === "active" && lastAt !== undefined && context.now - lastAt > silentDays * millisPerDay)
      found.push({ ...head, why: "silent", since: lastAt });
  }
  return found.sort((a, b) => (a.since ?? 0) - (b.since ?? 0) || compareText(a.itemId, b.itemId));
}
