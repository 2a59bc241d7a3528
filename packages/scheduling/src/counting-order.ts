/** Places of the keys 0..`past` - 1 by rising key, equal ones as they come. */
export function countingOrder(keys: Int32Array, past: number): Int32Array {
  const next = new Int32Array(past + 1);
  for (let at = 0; at < keys.length; at++) next[keys[at]! + 1]!++;
  for (let key = 0; key < past; key++) next[key + 1]! += next[key]!;
  const order = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) order[next[keys[at]!]!++] = at;
  return order;
}
