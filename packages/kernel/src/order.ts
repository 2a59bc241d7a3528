/**
 * Order of two texts by UTF-16 code units: the same on every engine and locale.
 *
 * @param a - text
 * @param b - text
 * @returns -1, 0 or 1
 *
 * Issues: none.
 * Time O(length), space O(1).
 * Source: ECMA-262, relational comparison of strings.
 *
 * @example
 * ["b", "a", "B"].sort(compareText); // => ["B", "a", "b"]
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The one JSON text of a value: object keys sorted by code units, no white space, so that equal values give equal bytes.
 *
 * Undefined members are left out, as `JSON.stringify` does; not for cyclic values.
 *
 * @param value - plain JSON data
 * @returns canonical JSON text
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: after RFC 8785 (JSON Canonicalization Scheme).
 *
 * @example
 * canonicalJson({ b: 1, a: [true, "x"] }); // => '{"a":[true,"x"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    const sorted: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(member).sort(compareText)) sorted[key] = (member as Record<string, unknown>)[key];
    return sorted;
  });
}
