/**
 * Prime below 2^26, so that a product of two residues is an exact number. Minors of 0/1 matrices of rank 20 or less are
 * smaller than it (Hadamard's bound for 0/1 matrices: 56,640,625), so up to there elimination modulo the prime is exact.
 */
export const prime = 67_108_859;

/** The residue whose product with `value` is 1; `value` is not 0. Extended Euclid. */
export function inverse(value: number): number {
  let [a, b, x, y] = [value, prime, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % prime) + prime) % prime;
}

/** The entries of a row at some places; 0 where a place is negative. A loop: `Int32Array.from` with a function is slower. */
export function gathered(row: Int32Array, places: readonly number[]): Int32Array {
  const out = new Int32Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? -1;
    if (place >= 0) out[at] = row[place] ?? 0;
  }
  return out;
}

/** Takes a multiple of one row from another so that `column` becomes 0; the pivot row has a 1 there. */
export function clear(row: Int32Array, pivot: Int32Array, column: number): void {
  const factor = row[column] ?? 0;
  if (factor === 0) return;
  for (let at = 0; at < row.length; at++) {
    const entry = pivot[at] ?? 0;
    if (entry !== 0) row[at] = ((row[at] ?? 0) + (prime - factor) * entry) % prime;
  }
}

/** Makes the entry at `column` 1. */
export function normalize(row: Int32Array, column: number): void {
  const factor = inverse(row[column] ?? 1);
  if (factor === 1) return;
  for (let at = 0; at < row.length; at++) row[at] = ((row[at] ?? 0) * factor) % prime;
}
