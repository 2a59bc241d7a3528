/** Adds a value to the list of a key, in place. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const before = lists.get(key);
  if (before === undefined) lists.set(key, [value]);
  else before.push(value);
}
