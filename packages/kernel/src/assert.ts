/** Our own fault, never the caller's data. */
export class InternalError extends Error {
  override readonly name = "InternalError";

  constructor(what: string) {
    super(
      `${what}. This is a fault of Evenkeel, not of your data: report it at https://github.com/evenkeel/evenkeel/issues.`,
    );
  }
}

/**
 * Throws `InternalError` when a promise we made to ourselves is broken; never used on a caller's data.
 *
 * @param condition - what must hold
 * @param what - the promise, as a sentence without a full stop
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * assert(1 + 1 === 2, "addition works"); // => undefined
 */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new InternalError(what);
}

/**
 * Marks the branch that no value can reach; the type checker proves it.
 *
 * @param value - of type never
 * @param what - name of what was switched over
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * const kindName = (kind: "a") => { switch (kind) { case "a": return "first"; default: return assertNever(kind, "kind"); } };
 * kindName("a"); // => "first"
 */
export function assertNever(value: never, what: string): never {
  throw new InternalError(`Unknown ${what}: ${String(value)}`);
}
