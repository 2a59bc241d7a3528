import { gathered } from "./modular.js";

/** Sums over classes of people who are in the same of them. */
export interface Sums {
  /** Class of each person. */
  readonly classes: ReadonlyMap<string, number>;
  /** People of each class, at least one. */
  readonly sizes: readonly number[];
  /** By sum: 1 at the classes it is over, else 0. */
  readonly rows: readonly Int32Array[];
}

/** Leaves out classes that nobody is in any more. */
function compacted(classes: Map<string, number>, sizes: readonly number[], rows: readonly Int32Array[]): Sums {
  const kept = sizes.flatMap((size, at) => (size > 0 ? [at] : []));
  const places = new Map(kept.map((at, place) => [at, place]));
  for (const [person, at] of classes) classes.set(person, places.get(at) ?? 0);
  return {
    classes,
    sizes: kept.map((at) => sizes[at] ?? 0),
    rows: rows.map((row) => gathered(row, kept)),
  };
}

/** The sums that stand. */
export class PublishedSums {
  private sums: Sums = { classes: new Map(), sizes: [], rows: [] };
  private readonly known = new Set<string>();

  /** Whether the very same people already have a sum; ids sorted. */
  has(people: readonly string[]): boolean {
    return this.known.has(JSON.stringify(people));
  }

  /** The sums with one more; nothing is kept yet. A class that is partly in it is split. */
  with(people: readonly string[]): Sums {
    const classes = new Map(this.sums.classes);
    const sizes = [...this.sums.sizes];
    const cameFrom = sizes.map((_size, at) => at);
    const insideOf = new Map<number, number>();
    for (const person of people) {
      const before = classes.get(person) ?? -1;
      const inside = insideOf.get(before) ?? sizes.length;
      if (inside === sizes.length) {
        insideOf.set(before, inside);
        sizes.push(0);
        cameFrom.push(before);
      }
      sizes[inside] = (sizes[inside] ?? 0) + 1;
      if (before >= 0) sizes[before] = (sizes[before] ?? 0) - 1;
      classes.set(person, inside);
    }
    const added = new Int32Array(sizes.length);
    for (const at of insideOf.values()) added[at] = 1;
    return compacted(classes, sizes, [...this.sums.rows.map((row) => gathered(row, cameFrom)), added]);
  }

  /** Keeps what `with` gave for these people. */
  keep(people: readonly string[], sums: Sums): void {
    this.known.add(JSON.stringify(people));
    this.sums = sums;
  }
}
