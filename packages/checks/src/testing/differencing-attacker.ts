/** A published sum: over whom, and how much. */
export interface KnownSum {
  readonly unknowns: readonly string[];
  readonly sum: bigint;
}

type Row = readonly bigint[];

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function shortened(row: Row): Row {
  const divisor = row.reduce(gcd, 0n);
  return divisor > 1n ? row.map((entry) => entry / divisor) : row;
}

/** Reduced echelon form over the whole numbers, exact at any size; the last `more` columns are carried along. */
function reduced(matrix: readonly Row[], more: number): Row[] {
  let rows = matrix.map(shortened);
  let rank = 0;
  const columns = (matrix[0]?.length ?? 0) - more;
  for (let column = 0; column < columns; column++) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const pivot = rows[at];
    if (pivot === undefined) continue;
    const others = rows.filter((_row, index) => index !== at);
    rows = [...others.slice(0, rank), pivot, ...others.slice(rank)];
    rows = rows.map((row, index) => {
      const factor = row[column] ?? 0n;
      if (index === rank || factor === 0n) return row;
      const lead = pivot[column] ?? 1n;
      return shortened(row.map((entry, place) => entry * lead - (pivot[place] ?? 0n) * factor));
    });
    rank++;
  }
  return rows.slice(0, rank);
}

function indicators(sums: readonly KnownSum[], unknowns: readonly string[]): Row[] {
  return sums.map(({ unknowns: own, sum }) => {
    const inside = new Set(own);
    return [...unknowns.map((unknown) => (inside.has(unknown) ? 1n : 0n)), sum];
  });
}

/**
 * What a differencing attacker learns: the single values that linear algebra makes of published sums.
 *
 * Independent of the protection: exact whole numbers instead of residues, people instead of classes. A value is learnt
 * if and only if its unit vector is a row of the reduced form.
 */
export function attackByDifferences(sums: readonly KnownSum[]): Map<string, bigint> {
  const unknowns = [...new Set(sums.flatMap((each) => each.unknowns))].sort();
  const learnt = new Map<string, bigint>();
  for (const row of reduced(indicators(sums, unknowns), 1)) {
    const places = row.slice(0, -1).flatMap((entry, at) => (entry === 0n ? [] : [at]));
    const [place] = places;
    const unknown = place === undefined ? undefined : unknowns[place];
    if (places.length === 1 && place !== undefined && unknown !== undefined)
      learnt.set(unknown, (row.at(-1) ?? 0n) / (row[place] ?? 1n));
  }
  return learnt;
}

/** All choices of at most `most` of the places 0..count-1, as sets. */
function* choices(count: number, most: number): Generator<ReadonlySet<number>> {
  let layer: readonly (readonly number[])[] = [[]];
  for (let size = 1; size <= most; size++) {
    layer = layer.flatMap((chosen) =>
      Array.from({ length: count }, (_none, at) => at)
        .filter((at) => at > (chosen.at(-1) ?? -1))
        .map((at) => [...chosen, at]),
    );
    for (const chosen of layer) yield new Set(chosen);
  }
}

/**
 * Whether any weighted sum over fewer than `smallest` people can be made, by trying every choice of people: some
 * combination tells of none but the chosen if leaving their columns out lowers the rank. For few people only.
 */
export function canTellOfFew(sums: readonly KnownSum[], smallest: number): boolean {
  const unknowns = [...new Set(sums.flatMap((each) => each.unknowns))].sort();
  const basis = reduced(indicators(sums, unknowns), 1).map((row) => row.slice(0, -1));
  for (const chosen of choices(unknowns.length, smallest - 1)) {
    const rest = basis.map((row) => row.filter((_entry, at) => !chosen.has(at)));
    if (reduced(rest, 0).length < basis.length) return true;
  }
  return false;
}
