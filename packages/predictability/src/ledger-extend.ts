import { canonicalJson, type Issue, ok, type Result } from "@evenkeel/kernel";
import { instantIssues } from "./flow-rows.js";
import { fault, refusal } from "./issue.js";
import { groupBy } from "./ledger-group.js";
import type { Ledger } from "./ledger-types.js";

const tables = ["promises", "revisions", "outcomes", "reopenings", "withdrawals", "splits", "forecasts"] as const;
type Table = (typeof tables)[number];

interface AnyRow {
  readonly id?: string;
  readonly promise?: string;
  readonly item?: string;
  readonly at?: number;
  readonly madeAt?: number;
}

const nameOf = ({ id, promise, item }: AnyRow): string => id ?? promise ?? item ?? "";

const placeOf = (row: AnyRow): string => `${row.at ?? row.madeAt ?? ""} ${nameOf(row)}`;

function sameRow(a: AnyRow, b: AnyRow): boolean {
  const [one, other] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    one.length === Object.keys(b).length &&
    one.every(([field, value]) => {
      const found = other[field];
      return (
        value === found ||
        (typeof value === "object" && found !== undefined && canonicalJson(value) === canonicalJson(found))
      );
    })
  );
}

/** What the earlier ledger does not hold, and what the later one lost; equal rows count one by one. */
function beyond(earlier: readonly AnyRow[], later: readonly AnyRow[]): { added: [AnyRow, number][]; lost: AnyRow[] } {
  const held = groupBy(earlier, placeOf);
  const added = [...later.entries()].flatMap(([at, row]): [AnyRow, number][] => {
    const rows = held.get(placeOf(row)) ?? [];
    const found = rows.findIndex((each) => sameRow(each, row));
    rows.splice(found, found < 0 ? 0 : 1);
    return found < 0 ? [[row, at]] : [];
  });
  return { added, lost: [...held.values()].flat() };
}

function extendTable(
  table: Table,
  earlier: readonly AnyRow[],
  later: readonly AnyRow[],
  closedAt: number,
): { rows: AnyRow[]; issues: Issue[] } {
  const { added, lost } = beyond(earlier, later);
  const first = new Set(table === "promises" ? earlier.map(nameOf) : []);
  const issues: Issue[] = lost.map((row) =>
    fault("predictability/record-removed", { path: [table], subject: [nameOf(row)], facts: { table } }),
  );
  const good = added.filter(([row, at]) => {
    const parts = { path: [table, at], subject: [nameOf(row)] };
    const written = row.at ?? row.madeAt ?? closedAt;
    if (first.has(nameOf(row))) issues.push(fault("predictability/record-rewritten", { ...parts, facts: { table } }));
    else if (written <= closedAt)
      issues.push(fault("predictability/record-backdated", { ...parts, facts: { millis: closedAt - written } }));
    else return true;
    return false;
  });
  return { rows: [...earlier, ...good.map(([row]) => row)], issues };
}

/**
 * A ledger with what a later copy adds; what was written stays as it was written.
 *
 * Rows that the later copy lost are kept, rows it changed stay as they were, and new rows dated at or before the instant up to
 * which the earlier copy was complete are left out: deleting, rewriting, dating back and moving a start are undone, and named.
 * A new promise has to say when it was made.
 *
 * @param earlier - complete up to `closedAt`; not changed
 * @param later - a later copy of it; not changed
 * @param closedAt - integer milliseconds
 * @returns the earlier rows, then the added ones in their order
 *
 * Issues: predictability/record-removed, predictability/record-rewritten, predictability/record-backdated, predictability/not-a-time.
 * Time O(n) for n records of which few share promise and time, space O(n).
 * Source: own.
 *
 * @example
 * const earlier = { promises: [{ id: "P", kind: "date" as const, value: 5 }] };
 * extendLedger(earlier, { promises: [{ id: "P", kind: "date" as const, value: 9 }] }, 4).issues.map(({ code }) => code); // => ["predictability/record-removed", "predictability/record-rewritten"]
 */
export function extendLedger(earlier: Ledger, later: Ledger, closedAt: number): Result<Ledger> {
  const refused = refusal(instantIssues(closedAt, "closedAt"));
  if (refused) return refused;
  const found = tables.map(
    (table) => [table, extendTable(table, earlier[table] ?? [], later[table] ?? [], closedAt)] as const,
  );
  const rows = Object.fromEntries(
    found.filter(([, each]) => each.rows.length > 0).map(([table, each]) => [table, each.rows]),
  );
  return ok(
    { promises: [], ...(rows as Partial<Ledger>) },
    found.flatMap(([, each]) => each.issues),
  );
}
