import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import type { PromiseRow } from "./commitment-types.js";
import { measureCommitments } from "./measure-commitments.js";
import { anyPromises } from "./testing-arbitraries.js";
import { type Law, law } from "./testing-law.js";

const day = 86_400_000;

/** Laws of the record of dated promises. */
export function commitmentLaws(): Law[] {
  const share = (rows: readonly PromiseRow[], now: number): number => {
    const record = measureCommitments(rows, now);
    return record.ok ? (record.value.keptShare?.share ?? 1) : Number.NaN;
  };
  return [
    law(
      "withdrawing a promise or moving its date never raises the share kept",
      10_000,
      fc.property(anyPromises, fc.nat(40 * day), fc.nat(), (rows, now, pick) => {
        if (rows.length === 0) return true;
        const at = pick % rows.length;
        const row = rows[at] as PromiseRow;
        const withdrawn = rows.with(at, { ...row, state: "withdrawn", resolvedAt: now });
        const moved = rows.with(at, { ...row, revisions: [{ at: now, due: row.due + 30 * day }] });
        const before = share(rows, now);
        const judged = row.due < now || (row.resolvedAt ?? Infinity) <= now;
        return (!judged || share(withdrawn, now) <= before) && share(moved, now) === before;
      }),
    ),
    law(
      "a record of promises sees nothing that happened later and does not depend on the order of rows",
      10_000,
      fc.property(anyPromises, fc.nat(40 * day), (rows, now) => {
        const past = rows.map((row): PromiseRow => {
          if ((row.resolvedAt ?? 0) <= now) return row;
          const { resolvedAt: _later, ...rest } = row;
          return { ...rest, state: "open" };
        });
        const record = canonicalJson(measureCommitments(rows, now));
        return (
          record === canonicalJson(measureCommitments(past, now)) &&
          record === canonicalJson(measureCommitments([...rows].reverse(), now))
        );
      }),
    ),
  ];
}
