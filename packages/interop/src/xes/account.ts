import type { FateRule, Tally } from "../tally.js";
import type { XesNode } from "./nodes.js";

type Fate = Omit<FateRule, "source">;

/** Counts elements and their attributes by place, so that a log of a million events costs a few rows. */
export interface XesAccount {
  /** Counts a tag alone, at a place or under a key of it. */
  readonly addTag: (place: string, key: string, node: XesNode, fate: Fate) => void;
  /** Counts an element with all inside. */
  readonly add: (place: string, key: string, node: XesNode, fate: Fate) => void;
  /** Gives what was counted to the tally. */
  readonly close: (tally: Tally) => void;
}

/** Value of a key in a map, made where there is none. */
function inner<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const before = map.get(key);
  if (before !== undefined) return before;
  const made = make();
  map.set(key, made);
  return made;
}

type Keys = Map<string, { fields: number }>;

/** Counts by place and key, with the place counted last at hand: a log has many attributes and few places. */
interface OfFate {
  readonly places: Map<string, Keys>;
  place: string | undefined;
  keys: Keys;
}

const newFate = (): OfFate => ({ places: new Map(), place: undefined, keys: new Map() });
const newKeys = (): Keys => new Map();
const newCount = (): { fields: number } => ({ fields: 0 });

/** An empty account. */
export function createAccount(): XesAccount {
  const counts = new Map<Fate, OfFate>();
  const addTag: XesAccount["addTag"] = (place, key, node, fate) => {
    const ofFate = inner(counts, fate, newFate);
    if (ofFate.place !== place) {
      ofFate.place = place;
      ofFate.keys = inner(ofFate.places, place, newKeys);
    }
    inner(ofFate.keys, key, newCount).fields += node.fields;
  };
  const add: XesAccount["add"] = (place, key, node, fate) => {
    addTag(place, key, node, fate);
    if (node.children.length === 0) return;
    const inside = key === "" ? place : `${place}/${key}`;
    for (const child of node.children) add(inside, child.attributes["key"] ?? child.tag, child, fate);
  };
  const close: XesAccount["close"] = (tally) => {
    for (const [fate, { places }] of counts)
      for (const [place, keys] of places)
        for (const [key, { fields }] of keys) tally.add(key === "" ? place : `${place}/${key}`, fate, fields);
  };
  return { addTag, add, close };
}
