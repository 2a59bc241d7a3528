/** Indices by id; of equal ids the first. */
export interface IdTable {
  get(id: string): number | undefined;
  readonly hasRepeated: boolean;
}

/** Most characters of a short id: of one byte each, and none of them zero, they fill two words, and those two are the id. */
const shortest = 8;

/** Integers of a slot: 1 + an index, negative for an id that is not short, and the id's two words. */
const slotLength = 3;

/** Mixes two words into one whose low bits choose a slot. */
function mixed(low: number, high: number): number {
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

class ProbedTable implements IdTable {
  hasRepeated = false;
  /** At least half of the slots are free. */
  private readonly slots: Int32Array;
  private readonly last: number;
  /** The words of the id that was read last. */
  private readonly words = new Int32Array(2);

  constructor(private readonly ids: readonly string[]) {
    let size = 16;
    while (size < 2 * ids.length) size *= 2;
    this.slots = new Int32Array(slotLength * size);
    this.last = size - 1;
  }

  /** Reads the words of an id: its characters if it is short, else Fowler, Noll and Vo's hash of them; returns whether it is short. */
  private read(id: string): boolean {
    const { length } = id;
    let low = 0;
    let high = 0;
    let isShort = length <= shortest;
    for (let at = 0; isShort && at < length; at++) {
      const code = id.charCodeAt(at);
      isShort = code > 0 && code <= 0xff;
      if (at < 4) low |= code << (8 * at);
      else high |= code << (8 * (at - 4));
    }
    if (!isShort) {
      low = 0x811c9dc5;
      high = length;
      for (let at = 0; at < length; at++) low = Math.imul(low ^ id.charCodeAt(at), 0x01000193);
    }
    this.words[0] = low;
    this.words[1] = high;
    return isShort;
  }

  /** Where the id that was read is, or would go. */
  private slotOf(id: string, isShort: boolean): number {
    const { ids, slots, words, last } = this;
    const low = words[0]!;
    const high = words[1]!;
    for (let place = mixed(low, high) & last; ; place = (place + 1) & last) {
      const slot = slotLength * place;
      const taken = slots[slot]!;
      if (taken === 0) return slot;
      if (slots[slot + 1] !== low || slots[slot + 2] !== high || taken > 0 !== isShort) continue;
      if (isShort || ids[-taken - 1] === id) return slot;
    }
  }

  /** False, half done, where ids were chosen to collide or are no texts. */
  fill(): boolean {
    const { ids, slots, words, last } = this;
    // Well mixed ids take half a step each on average.
    let stepsLeft = 8 * ids.length + 64;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      if (typeof id !== "string" || stepsLeft < 0) return false;
      const isShort = this.read(id);
      const slot = this.slotOf(id, isShort);
      stepsLeft -= (slot / slotLength - mixed(words[0]!, words[1]!)) & last;
      if (slots[slot] !== 0) this.hasRepeated = true;
      else {
        slots[slot] = isShort ? at + 1 : -at - 1;
        slots[slot + 1] = words[0]!;
        slots[slot + 2] = words[1]!;
      }
    }
    return true;
  }

  get(id: string): number | undefined {
    if (typeof id !== "string") return undefined;
    const taken = this.slots[this.slotOf(id, this.read(id))]!;
    return taken === 0 ? undefined : Math.abs(taken) - 1;
  }
}

/**
 * Indices by id by open addressing with linear probing, which is most of the way from ids to numbers: a short id is found
 * without a look at any text but the one asked for. A Map takes its place where ids were chosen to collide, and where some are
 * no texts.
 */
export function idTable(ids: readonly string[]): IdTable {
  const probed = new ProbedTable(ids);
  if (probed.fill()) return probed;
  const table = new Map<string, number>();
  for (let at = ids.length - 1; at >= 0; at--) table.set(ids[at]!, at);
  return { get: (id) => table.get(id), hasRepeated: table.size < ids.length };
}
