import { clear, gathered, normalize } from "./modular.js";

/** Answer of a search that may be given up. */
export type Told = "no" | "yes" | "given up";

/** A sum, and others of which any multiples may be taken from it. */
interface Sums {
  readonly target: Int32Array;
  readonly others: readonly Int32Array[];
  /** People of each column. */
  readonly sizes: readonly number[];
}

interface State extends Sums {
  /** Columns that may be told of, and their people. */
  readonly toldColumns: ReadonlySet<number>;
  readonly told: number;
}

/** Steps of the search before it is given up; the result is then withheld. */
const mostSteps = 4_000;

/**
 * Rids the last sum of all columns of many people by taking multiples of the others from it, and gives those others that
 * tell nothing of such columns. Undefined when that cannot be, or nothing is left: then the sum tells of many people, or
 * nothing new, whatever is taken from it.
 */
function ofSmallColumns(matrix: readonly Int32Array[], sizes: readonly number[], smallest: number): Sums | undefined {
  const left = matrix.map((row) => row.slice());
  const target = left.pop();
  if (target === undefined) return undefined;
  for (const [column, size] of sizes.entries()) {
    if (size < smallest) continue;
    const at = left.findIndex((row) => row[column] !== 0);
    const [pivot] = at < 0 ? [] : left.splice(at, 1);
    if (pivot === undefined) {
      if (target[column] !== 0) return undefined;
      continue;
    }
    normalize(pivot, column);
    for (const row of left) clear(row, pivot, column);
    clear(target, pivot, column);
  }
  const near = nearTo({ target, others: left, sizes });
  reduce(near.others, near.target);
  return near.target.some((entry) => entry !== 0) ? near : undefined;
}

/** The sums that the target has to do with, by columns in common, and only columns that one of them tells of. */
function nearTo({ target, others, sizes }: Sums): Sums {
  const columns = new Set([...target.keys()].filter((column) => target[column] !== 0));
  const rest = new Set(others);
  const near: Int32Array[] = [];
  // Grows while it is gone through: a set visits what is added to it.
  for (const column of columns)
    for (const row of rest) {
      if (row[column] === 0) continue;
      rest.delete(row);
      near.push(row);
      for (const [at, entry] of row.entries()) if (entry !== 0) columns.add(at);
    }
  // Columns of many people first, so that pivots, and then branches, use up the people allowed soonest.
  const kept = [...columns].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const narrowed = (row: Int32Array): Int32Array => gathered(row, kept);
  return { target: narrowed(target), others: near.map(narrowed), sizes: kept.map((column) => sizes[column] ?? 0) };
}

/** Brings rows to reduced echelon form, each with a column of its own, and clears the target there. */
function reduce(rows: readonly Int32Array[], target: Int32Array): void {
  for (const row of rows) {
    const column = row.findIndex((entry) => entry !== 0);
    if (column < 0) continue;
    normalize(row, column);
    for (const other of rows) if (other !== row) clear(other, row, column);
    clear(target, row, column);
  }
}

/** Where the target tells of people: whether that can be changed, and how many they are. */
function look({ target, others, sizes, toldColumns, told }: State) {
  let [forced, all, branch, largest] = [told, told, -1, 0];
  for (let column = 0; column < target.length; column++) {
    if (target[column] === 0 || toldColumns.has(column)) continue;
    const size = sizes[column] ?? 0;
    all += size;
    if (!others.some((row) => row[column] !== 0)) forced += size;
    else if (size > largest) [branch, largest] = [column, size];
  }
  return { forced, all, branch };
}

/** The target without a column, which uses up one of the others. */
function without({ target, others, ...rest }: State, column: number): State {
  const rows = others.map((row) => row.slice());
  const [pivot] = rows.splice(
    rows.findIndex((row) => row[column] !== 0),
    1,
  );
  const cleared = target.slice();
  if (pivot !== undefined) {
    normalize(pivot, column);
    for (const row of [...rows, cleared]) clear(row, pivot, column);
  }
  return { ...rest, target: cleared, others: rows };
}

/**
 * Whether the last sum, less multiples of the others, can be made to tell of at least one and fewer than `smallest` people.
 *
 * Branch and bound on the largest column that the target tells of: either it is rid of it, which uses up one of the other
 * sums, or its people count. Columns that no other sum tells of always count. At most C(others + smallest, smallest)
 * leaves, cut off after a stated number of steps.
 */
export function tellsTooFew(matrix: readonly Int32Array[], sizes: readonly number[], smallest: number): Told {
  const start = ofSmallColumns(matrix, sizes, smallest);
  const stack: State[] = start === undefined ? [] : [{ ...start, toldColumns: new Set(), told: 0 }];
  for (let steps = 0; ; steps++) {
    const state = stack.pop();
    if (state === undefined) return "no";
    if (steps >= mostSteps) return "given up";
    const { forced, all, branch } = look(state);
    if (all < smallest) return "yes";
    if (branch < 0 || forced >= smallest) continue;
    stack.push(without(state, branch));
    const told = state.told + (state.sizes[branch] ?? 0);
    if (told + forced - state.told < smallest)
      stack.push({ ...state, told, toldColumns: new Set(state.toldColumns).add(branch) });
  }
}
