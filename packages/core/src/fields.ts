/** A value found at a field path, with its place in the row. */
export interface FoundField {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/**
 * The values of a row at a field path: `a.b` into an object, `a[]` each of a list, `a[].b` a field of each.
 *
 * Own properties only, so a key that every object inherits is never found.
 *
 * @param row - any plain object
 * @param field - field path
 * @returns values that are there, in the order of the row
 *
 * Issues: none.
 * Time O(values found), space the same.
 * Source: own.
 *
 * @example
 * valuesAt({ a: [{ b: 1 }, {}, { b: 2 }] }, "a[].b").map((found) => found.value); // => [1, 2]
 */
export function valuesAt(row: object, field: string): FoundField[] {
  const found: FoundField[] = [];
  collect(row, field.split("."), 0, [], found);
  return found;
}

function collect(
  value: unknown,
  steps: readonly string[],
  at: number,
  path: readonly (string | number)[],
  found: FoundField[],
): void {
  const step = steps[at];
  if (step === undefined) {
    found.push({ value, path });
    return;
  }
  const each = step.endsWith("[]");
  const key = each ? step.slice(0, -2) : step;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return;
  const member = (value as Record<string, unknown>)[key];
  if (!each) {
    if (member !== undefined) collect(member, steps, at + 1, [...path, key], found);
    return;
  }
  if (!Array.isArray(member)) return;
  for (const [index, entry] of member.entries()) collect(entry, steps, at + 1, [...path, key, index], found);
}
