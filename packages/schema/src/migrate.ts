import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";

/** A step from one format version to the next: what changed, and how a document follows. */
export interface Migration {
  readonly from: number;
  /** One sentence for the changelog. */
  readonly what: string;
  readonly apply: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** The migrations there are, one an old version; empty while version 1 is the only one. */
export const migrations: readonly Migration[] = [];

/**
 * Brings a document to the current format version, step by step; a newer one is refused.
 *
 * @param document - plain JSON with a `formatVersion`
 * @param current - version to reach
 * @param steps - migrations, at most one an old version
 * @returns the document at the current version; the same object when it was there already
 *
 * Issues: schema/no-format-version, schema/newer-format, schema/no-migration.
 * Time O(steps), space of the document.
 * Source: own.
 *
 * @example
 * migrate({ formatVersion: 7 }, 1).issues.map((found) => found.code); // => ["schema/newer-format"]
 */
export function migrate(
  document: unknown,
  current: number,
  steps: readonly Migration[] = migrations,
): Result<Readonly<Record<string, unknown>>> {
  const fault = (code: string, facts: Issue["facts"]): Result<never> =>
    refuse([issue(code, { path: ["formatVersion"], facts })]);
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return fault("schema/no-format-version", { expected: current });
  let next = document as Readonly<Record<string, unknown>>;
  for (;;) {
    const version = Object.hasOwn(next, "formatVersion") ? next["formatVersion"] : undefined;
    if (typeof version !== "number" || !Number.isInteger(version))
      return fault("schema/no-format-version", { expected: current });
    if (version === current) return ok(next);
    if (version > current) return fault("schema/newer-format", { found: version, expected: current });
    const step = steps.find(({ from }) => from === version);
    if (step === undefined) return fault("schema/no-migration", { found: version, expected: current });
    next = { ...step.apply(next), formatVersion: version + 1 };
  }
}
