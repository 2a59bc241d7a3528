/** Internal: the sum of the `count` largest of the first `length` values, and the last one in and first one out. */
export interface LargestSum {
  sum: number;
  /** Smallest value that is in; 0 when none is. */
  lastIn: number;
  /** Largest value that is out; -Infinity when none is. */
  firstOut: number;
}

/** Moves the `count` largest values to the front; expected time O(length), by quickselect. */
function partition(values: Float64Array, length: number, count: number): void {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! > pivot) left++;
      while (values[right]! < pivot) right--;
      if (left <= right) {
        const value = values[left]!;
        values[left++] = values[right]!;
        values[right--] = value;
      }
    }
    if (count - 1 <= right) high = right;
    else if (count - 1 >= left) low = left;
    else return;
  }
}

/** Fills `result`; reorders `values`. Time O(length) expected, space O(1). */
export function sumOfLargest(values: Float64Array, length: number, count: number, result: LargestSum): void {
  const taken = Math.min(count, length);
  if (taken > 0 && taken < length) partition(values, length, taken);
  result.sum = 0;
  result.lastIn = taken > 0 ? values[0]! : 0;
  result.firstOut = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < taken; at++) {
    result.sum += values[at]!;
    if (values[at]! < result.lastIn) result.lastIn = values[at]!;
  }
  for (let at = taken; at < length; at++) if (values[at]! > result.firstOut) result.firstOut = values[at]!;
}
