/** The values at some places, in their order. */
export function picked<T extends Int32Array | Uint8Array>(values: T, places: Int32Array): T {
  const result = new (values.constructor as new (length: number) => T)(places.length);
  for (let k = 0; k < places.length; k++) result[k] = values[places[k]!]!;
  return result;
}
