import type { CompiledCalendar } from "@evenkeel/calendar";
import type { ScheduleRules } from "./rules.js";
import type { CompiledNetwork, NetworkColumns, SpecialActivity } from "./types.js";

const grown = <T extends Int32Array | Uint8Array>(values: T, length: number): T => {
  const result = new (values.constructor as new (length: number) => T)(length);
  result.set(values);
  return result;
};

/** A link's columns, as rows of the network hold them. */
export interface LinkColumns {
  readonly type: number;
  readonly lag: number;
  readonly lagCalendar: number;
  readonly link: number;
}

/**
 * A compiled network whose links come and go. Rows have room to spare; one that is full moves to the end of the slots. Node
 * numbers no longer are a topological order: `rank` is, kept by the algorithm of Pearce and Kelly.
 */
export class LiveNetwork implements CompiledNetwork {
  readonly nodeCount: number;
  readonly duration: Int32Array;
  readonly calendarOf: Int32Array;
  readonly calendars: readonly CompiledCalendar[];
  readonly start: number;
  readonly mustFinishBy?: number;
  readonly rules: ScheduleRules;
  readonly activityOf: Int32Array;
  readonly rowStart: Int32Array;
  readonly rowEnd: Int32Array;
  predecessor: Int32Array;
  linkOf: Int32Array;
  type: Uint8Array;
  lag: Int32Array;
  lagCalendar: Int32Array;
  readonly successorRowStart: Int32Array;
  readonly successorRowEnd: Int32Array;
  successor: Int32Array;
  successorSlot: Int32Array;
  readonly special: (SpecialActivity | undefined)[];
  readonly isPlainContinuous = false;
  readonly cyclic?: Pick<NetworkColumns, "from" | "to">;
  readonly left: Int32Array;
  /** Position in a topological order. */
  readonly rank: Int32Array;
  /** Per slot its place among the successors. */
  private placeOf: Int32Array;
  private readonly rowRoom: Int32Array;
  private readonly successorRowRoom: Int32Array;
  private slots: number;
  private places: number;

  /** @param network - compiled, or a live one to copy */
  constructor(network: CompiledNetwork) {
    this.nodeCount = network.nodeCount;
    this.duration = network.duration.slice();
    this.calendarOf = network.calendarOf.slice();
    this.calendars = network.calendars;
    this.start = network.start;
    if (network.mustFinishBy !== undefined) this.mustFinishBy = network.mustFinishBy;
    this.rules = network.rules;
    this.activityOf = network.activityOf;
    this.rowStart = network.rowStart.slice();
    this.rowEnd = network.rowEnd.slice();
    this.predecessor = network.predecessor.slice();
    this.linkOf = network.linkOf.slice();
    this.type = network.type.slice();
    this.lag = network.lag.slice();
    this.lagCalendar = network.lagCalendar.slice();
    this.successorRowStart = network.successorRowStart.slice();
    this.successorRowEnd = network.successorRowEnd.slice();
    this.successor = network.successor.slice();
    this.successorSlot = network.successorSlot.slice();
    this.special = network.special.slice();
    if (network.cyclic !== undefined) this.cyclic = network.cyclic;
    this.left = network.left;
    this.slots = this.predecessor.length;
    this.places = this.successor.length;
    if (network instanceof LiveNetwork) {
      this.rank = network.rank.slice();
      this.placeOf = network.placeOf.slice();
      this.rowRoom = network.rowRoom.slice();
      this.successorRowRoom = network.successorRowRoom.slice();
      this.slots = network.slots;
      this.places = network.places;
      return;
    }
    this.rank = new Int32Array(this.nodeCount);
    for (let node = 0; node < this.nodeCount; node++) this.rank[node] = node;
    this.placeOf = new Int32Array(this.slots);
    for (let place = 0; place < this.places; place++) this.placeOf[this.successorSlot[place]!] = place;
    this.rowRoom = this.rowEnd.map((end, node) => end - this.rowStart[node]!);
    this.successorRowRoom = this.successorRowEnd.map((end, node) => end - this.successorRowStart[node]!);
  }

  private moveSlot(from: number, to: number): void {
    this.predecessor[to] = this.predecessor[from]!;
    this.linkOf[to] = this.linkOf[from]!;
    this.type[to] = this.type[from]!;
    this.lag[to] = this.lag[from]!;
    this.lagCalendar[to] = this.lagCalendar[from]!;
    this.placeOf[to] = this.placeOf[from]!;
    this.successorSlot[this.placeOf[to]!] = to;
  }

  private movePlace(from: number, to: number): void {
    this.successor[to] = this.successor[from]!;
    this.successorSlot[to] = this.successorSlot[from]!;
    this.placeOf[this.successorSlot[to]!] = to;
  }

  private makeRoomForSlot(node: number): void {
    const count = this.rowEnd[node]! - this.rowStart[node]!;
    if (count < this.rowRoom[node]!) return;
    const room = 2 * count + 2;
    if (this.slots + room > this.predecessor.length) {
      const length = 2 * (this.slots + room);
      this.predecessor = grown(this.predecessor, length);
      this.linkOf = grown(this.linkOf, length);
      this.type = grown(this.type, length);
      this.lag = grown(this.lag, length);
      this.lagCalendar = grown(this.lagCalendar, length);
      this.placeOf = grown(this.placeOf, length);
    }
    const old = this.rowStart[node]!;
    for (let k = 0; k < count; k++) this.moveSlot(old + k, this.slots + k);
    this.rowStart[node] = this.slots;
    this.rowEnd[node] = this.slots + count;
    this.rowRoom[node] = room;
    this.slots += room;
  }

  private makeRoomForPlace(node: number): void {
    const count = this.successorRowEnd[node]! - this.successorRowStart[node]!;
    if (count < this.successorRowRoom[node]!) return;
    const room = 2 * count + 2;
    if (this.places + room > this.successor.length) {
      const length = 2 * (this.places + room);
      this.successor = grown(this.successor, length);
      this.successorSlot = grown(this.successorSlot, length);
    }
    const old = this.successorRowStart[node]!;
    for (let k = 0; k < count; k++) this.movePlace(old + k, this.places + k);
    this.successorRowStart[node] = this.places;
    this.successorRowEnd[node] = this.places + count;
    this.successorRowRoom[node] = room;
    this.places += room;
  }

  /** Puts a link into the rows of both ends, behind those of its row that `isBefore` it. */
  insert(from: number, to: number, columns: LinkColumns, isBefore: (slot: number) => boolean): void {
    this.makeRoomForSlot(to);
    this.makeRoomForPlace(from);
    let slot = this.rowEnd[to]!++;
    for (; slot > this.rowStart[to]! && !isBefore(slot - 1); slot--) this.moveSlot(slot - 1, slot);
    const place = this.successorRowEnd[from]!++;
    this.predecessor[slot] = from;
    this.linkOf[slot] = columns.link;
    this.type[slot] = columns.type;
    this.lag[slot] = columns.lag;
    this.lagCalendar[slot] = columns.lagCalendar;
    this.placeOf[slot] = place;
    this.successor[place] = to;
    this.successorSlot[place] = slot;
  }

  /** Takes the link of a slot out of the row of `to`. */
  remove(to: number, slot: number): void {
    const from = this.predecessor[slot]!;
    const lastPlace = --this.successorRowEnd[from]!;
    const place = this.placeOf[slot]!;
    if (place !== lastPlace) this.movePlace(lastPlace, place);
    const end = --this.rowEnd[to]!;
    for (let at = slot; at < end; at++) this.moveSlot(at + 1, at);
  }

  /** The slot of the link from one node to another by type; -1 without one. */
  slotOf(from: number, to: number, type: number): number {
    for (let slot = this.rowStart[to]!; slot < this.rowEnd[to]!; slot++)
      if (this.predecessor[slot] === from && this.type[slot] === type) return slot;
    return -1;
  }

  /** Makes `from` rank before `to`; false, with nothing changed, where `to` already leads to `from`. */
  order(from: number, to: number): boolean {
    const { rank } = this;
    const [lower, upper] = [rank[to]!, rank[from]!];
    if (upper < lower) return true;
    const ahead = this.reach(
      to,
      (node) => rank[node]! <= upper,
      this.successorRowStart,
      this.successorRowEnd,
      "successor",
    );
    if (ahead.has(from)) return false;
    const behind = this.reach(from, (node) => rank[node]! >= lower, this.rowStart, this.rowEnd, "predecessor");
    const byRank = (a: number, b: number): number => rank[a]! - rank[b]!;
    const nodes = [...[...behind].sort(byRank), ...[...ahead].sort(byRank)];
    const ranks = nodes.map((node) => rank[node]!).sort((a, b) => a - b);
    nodes.forEach((node, at) => {
      rank[node] = ranks[at]!;
    });
    return true;
  }

  private reach(
    from: number,
    isNear: (node: number) => boolean,
    rowStart: Int32Array,
    rowEnd: Int32Array,
    column: "successor" | "predecessor",
  ): Set<number> {
    const seen = new Set([from]);
    const waiting = [from];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (let at = rowStart[node]!; at < rowEnd[node]!; at++) {
        const next = this[column][at]!;
        if (seen.has(next) || !isNear(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return seen;
  }
}
