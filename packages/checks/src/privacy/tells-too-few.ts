import { clear, normalize } from "./modular.js";

/** Answer of a search that may be given up. */
export type Told = "no" | "yes" | "given up";

/** Rows whose combinations may tell of few people, and people per column. */
interface State {
  /** Independent, fully reduced: each row has a 1 in its own pivot column, where all others have 0. */
  readonly rows: readonly Int32Array[];
  readonly pivots: readonly number[];
  /** People of the columns that are taken to be told of. */
  readonly told: number;
  readonly toldColumns: ReadonlySet<number>;
}

/** Steps of the search before it is given up; the answer is then taken for a yes. */
const mostSteps = 4_000;

/**
 * Brings rows to reduced echelon form, large columns first, and gives those that tell nothing of large columns: every
 * combination that tells of fewer than `smallest` people is a combination of these.
 */
function ofSmallColumns(matrix: readonly Int32Array[], sizes: readonly number[], smallest: number): State {
  const columns = sizes.map((_size, at) => at).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const left = matrix.map((row) => row.slice());
  const rows: Int32Array[] = [];
  const pivots: number[] = [];
  for (const column of columns) {
    const at = left.findIndex((row) => row[column] !== 0);
    const [pivot] = at < 0 ? [] : left.splice(at, 1);
    if (pivot === undefined) continue;
    normalize(pivot, column);
    for (const row of left) clear(row, pivot, column);
    if ((sizes[column] ?? 0) >= smallest) continue;
    for (const row of rows) clear(row, pivot, column);
    rows.push(pivot);
    pivots.push(column);
  }
  return { rows, pivots, told: 0, toldColumns: new Set() };
}

/** The same rows with one column counted as told; undefined when a row then tells of nothing else. */
function withTold(
  { rows, pivots, told, toldColumns }: State,
  which: number,
  sizes: readonly number[],
): State | undefined {
  const column = pivots[which] ?? 0;
  const counted = new Set(toldColumns).add(column);
  const copies = rows.map((row) => row.slice());
  const row = copies[which];
  const next = row?.findIndex((entry, at) => entry !== 0 && !counted.has(at)) ?? -1;
  if (row === undefined || next < 0) return undefined;
  normalize(row, next);
  for (const other of copies) if (other !== row) clear(other, row, next);
  return {
    rows: copies,
    pivots: pivots.map((pivot, at) => (at === which ? next : pivot)),
    told: told + (sizes[column] ?? 0),
    toldColumns: counted,
  };
}

/**
 * Whether some combination of sums tells of at least one and fewer than `smallest` people.
 *
 * Branches on the pivot column of the first row: either the combination tells nothing of it, and the row goes, or it
 * does, and its people count. At most C(rows + smallest, smallest) leaves, cut off after a stated number of steps.
 */
export function tellsTooFew(matrix: readonly Int32Array[], sizes: readonly number[], smallest: number): Told {
  const stack: State[] = [ofSmallColumns(matrix, sizes, smallest)];
  for (let steps = 0; ; steps++) {
    const state = stack.pop();
    if (state === undefined) return "no";
    if (steps >= mostSteps) return "given up";
    const { rows, pivots, told } = state;
    if (rows.length === 0) continue;
    const size = sizes[pivots[0] ?? 0] ?? 0;
    stack.push({ ...state, rows: rows.slice(1), pivots: pivots.slice(1) });
    if (told + size >= smallest) continue;
    const next = withTold(state, 0, sizes);
    if (next === undefined) return "yes";
    stack.push(next);
  }
}
