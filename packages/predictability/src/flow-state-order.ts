import { compareText } from "@evenkeel/kernel";
import { categoryRank } from "./flow-rows.js";
import type { FlowCategory, FlowItem } from "./flow-types.js";

interface Seen {
  readonly state: string;
  items: number;
  /** Sum over items of how many other states came before. */
  places: number;
  readonly categories: Map<FlowCategory, number>;
}

/** A state of a workflow as the stays tell it. */
export interface ToldState {
  readonly state: string;
  readonly category: FlowCategory;
}

function usualCategory(categories: ReadonlyMap<FlowCategory, number>): FlowCategory {
  const [[category]] = [...categories].sort(
    ([a, many], [b, more]) => more - many || categoryRank[a] - categoryRank[b] || compareText(a, b),
  ) as [[FlowCategory, number]];
  return category;
}

/** States in the order items first come to them: by category, then by the mean place, then by name; each with its usual category. */
export function toldStates(items: readonly FlowItem[]): ToldState[] {
  const all = new Map<string, Seen>();
  for (const { visits } of items) {
    if (visits === undefined) continue;
    const before = new Set<string>();
    for (const { state, category } of visits) {
      let seen = all.get(state);
      if (seen === undefined) {
        seen = { state, items: 0, places: 0, categories: new Map() };
        all.set(state, seen);
      }
      seen.categories.set(category, (seen.categories.get(category) ?? 0) + 1);
      if (before.has(state)) continue;
      seen.items++;
      seen.places += before.size;
      before.add(state);
    }
  }
  return [...all.values()]
    .map(({ state, items: count, places, categories }) => ({
      state,
      category: usualCategory(categories),
      place: places / count,
    }))
    .sort(
      (a, b) =>
        categoryRank[a.category] - categoryRank[b.category] || a.place - b.place || compareText(a.state, b.state),
    )
    .map(({ state, category }) => ({ state, category }));
}

/** Place of each state: as the caller orders them, what he leaves out after them in the order items come to them. */
export function orderStates(told: readonly ToldState[], order: readonly string[] | undefined): string[] {
  const given = new Set(order);
  return [...given, ...told.map(({ state }) => state).filter((state) => !given.has(state))];
}
