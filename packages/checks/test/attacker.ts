/** An exact fraction. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

type Row = Map<string, Fraction>;

function fraction(over: bigint, under = 1n): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b !== 0n) [a, b] = [b, a % b];
  const shared = under < 0n ? -a : a;
  return { over: over / shared, under: under / shared };
}
const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
const inverse = ({ over, under }: Fraction): Fraction => fraction(under, over);
const none = fraction(0n);

/** Column of what a row sums to. */
const total = "= total";

function scaled(row: Row, by: Fraction): Row {
  return new Map([...row].map(([key, entry]) => [key, times(entry, by)]));
}

/** A row less a multiple of another, so that nothing is left at `column`. */
function without(row: Row, other: Row, column: string): Row {
  const factor = row.get(column);
  if (factor === undefined) return row;
  const out = new Map(row);
  for (const [key, entry] of other) {
    const left = minus(out.get(key) ?? none, times(factor, entry));
    if (left.over === 0n) out.delete(key);
    else out.set(key, left);
  }
  return out;
}

const lead = (row: Row): string | undefined => [...row.keys()].find((key) => key !== total);

/** Who knows all memberships and reads everything that is published, one after another, and solves for people. */
export class Attacker {
  /** Solved as far as they go: each has a 1 in a column where no other has anything. */
  private rows = new Map<string, Row>();

  /** A published sum over people, each once. */
  reads(people: readonly string[], sum: bigint): void {
    const row: Row = new Map(people.map((id) => [id, fraction(1n)]));
    if (sum !== 0n) row.set(total, fraction(sum));
    this.add(row);
  }

  /** Values of single people that follow from what was read. */
  values(): Map<string, number> {
    const found = new Map<string, number>();
    for (const [column, row] of this.rows) {
      const sum = row.get(total) ?? none;
      if (row.size - (row.has(total) ? 1 : 0) === 1) found.set(column, Number(sum.over) / Number(sum.under));
    }
    return found;
  }

  /** Whether some weighted sum over fewer than `smallest` people follows: people in the same rows everywhere count together. */
  knowsOfFewerThan(smallest: number): boolean {
    const classes = new Map<string, string[]>();
    for (const id of new Set([...this.rows.values()].flatMap((row) => [...row.keys()]))) {
      if (id === total) continue;
      const key = [...this.rows.values()]
        .map((row) => `${row.get(id)?.over ?? 0}/${row.get(id)?.under ?? 1}`)
        .join(" ");
      classes.set(key, [...(classes.get(key) ?? []), id]);
    }
    const members = [...classes.values()];
    const search = (at: number, chosen: ReadonlySet<string>): boolean => {
      const next = members[at];
      if (next === undefined) return chosen.size > 0 && this.rankOutside(chosen) < this.rows.size;
      const more = new Set([...chosen, ...next]);
      return (more.size < smallest && search(at + 1, more)) || search(at + 1, chosen);
    };
    return search(0, new Set());
  }

  private rankOutside(people: ReadonlySet<string>): number {
    const rest = new Attacker();
    for (const row of this.rows.values()) rest.add(new Map([...row].filter(([id]) => id !== total && !people.has(id))));
    return rest.rows.size;
  }

  private add(given: Row): void {
    let row = given;
    for (const [column, known] of this.rows) row = without(row, known, column);
    const column = lead(row);
    if (column === undefined) return;
    row = scaled(row, inverse(row.get(column) ?? none));
    this.rows = new Map([...this.rows].map(([at, known]) => [at, without(known, row, column)]));
    this.rows.set(column, row);
  }
}
