/** Places of the first `count` keys by rising key; equal ones stay as in `order`. */
export function countingOrder(
  keys: Int32Array | Uint8Array,
  count: number,
  most: number,
  order?: Int32Array,
): Int32Array {
  const next = new Int32Array(most + 1);
  for (let at = 0; at < count; at++) next[keys[at]! + 1]!++;
  for (let key = 0; key < most; key++) next[key + 1]! += next[key]!;
  const result = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const at = order === undefined ? k : order[k]!;
    result[next[keys[at]!]!++] = at;
  }
  return result;
}
