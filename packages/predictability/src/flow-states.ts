import { compareText } from "@evenkeel/kernel";
import type { FlowCategory, ToldState } from "./flow-types.js";

const categories: readonly FlowCategory[] = ["proposed", "waiting", "active", "done", "dropped"];
const rank = [0, 1, 1, 2, 2] as const;

interface Seen {
  readonly state: string;
  readonly slot: number;
  /** The last item that was seen here. */
  last: number;
  items: number;
  /** Sum over items of how many other states came before. */
  places: number;
  readonly stays: number[];
}

/** Files states as items come to them, and orders them: by usual category, then by the mean place, then by name. */
export class StateRegister {
  private readonly bySlot: Seen[] = [];
  private readonly byName = new Map<string, Seen>();
  private item = -1;
  private before = 0;

  /** Slot of a state that an item, given by its number, has come to; items come one after the other. */
  enter(item: number, state: string, category: number): number {
    if (item !== this.item) [this.item, this.before] = [item, 0];
    let seen = this.byName.get(state);
    if (seen === undefined) {
      seen = { state, slot: this.bySlot.length, last: -1, items: 0, places: 0, stays: [0, 0, 0, 0, 0] };
      this.byName.set(state, seen);
      this.bySlot.push(seen);
    }
    seen.stays[category]! += 1;
    if (seen.last !== item) {
      seen.last = item;
      seen.items++;
      seen.places += this.before++;
    }
    return seen.slot;
  }

  /** States in order, and the place of each slot in it. */
  inOrder(): { readonly states: ToldState[]; readonly place: Int32Array } {
    const usual = this.bySlot.map(({ stays }) => stays.indexOf(Math.max(...stays)));
    const order = [...this.bySlot].sort(
      (a, b) =>
        rank[usual[a.slot]!]! - rank[usual[b.slot]!]! ||
        a.places / a.items - b.places / b.items ||
        compareText(a.state, b.state),
    );
    const place = new Int32Array(order.length);
    order.forEach(({ slot }, at) => {
      place[slot] = at;
    });
    return { states: order.map(({ state, slot }) => ({ state, category: categories[usual[slot]!]! })), place };
  }
}

/** States as a caller orders them, what he leaves out behind in the order items come to them; the place there of each told state. */
export function orderStates(
  told: readonly ToldState[],
  order: readonly string[] = [],
): { readonly names: string[]; readonly place: Int32Array } {
  const given = new Set(order);
  const names = [...given, ...told.map(({ state }) => state).filter((state) => !given.has(state))];
  const at = new Map(names.map((name, index) => [name, index]));
  return { names, place: Int32Array.from(told, ({ state }) => at.get(state) ?? -1) };
}
