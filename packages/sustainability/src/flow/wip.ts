import { type Issue, issue, ok, type Result } from "@evenkeel/kernel";
import { isDaySpan } from "../load/capacity.js";
import { byPerson } from "../load/gather-load.js";
import type { HeldItem } from "./types.js";

/** Days on which someone holds the same items. */
export interface WipSpan {
  readonly personId: string;
  readonly from: number;
  readonly to: number;
  /** Items in progress, by id. */
  readonly itemIds: readonly string[];
  /** Their projects, by id. */
  readonly projectIds: readonly string[];
}

/**
 * Work in progress and number of projects of each person on each day, as spans of days on which they do not change.
 *
 * @param held - items in progress by holder, in any order; the same item may come in several spans
 * @returns spans with at least one item, by person and day
 *
 * Issues: sustainability/impossible-span, for rows left out.
 * Time O(n log n + spans x wip), space O(spans x wip).
 * Source: own; WIP as in the Kanban Guide.
 *
 * @example
 * const wip = measureWip([{ personId: "ana", itemId: "A", from: 0, to: 3 }, { personId: "ana", itemId: "B", from: 2, to: 3 }]);
 * wip.ok && wip.value.map(({ from, to, itemIds }) => [from, to, itemIds.length]); // => [[0, 2, 1], [2, 3, 2]]
 */
export function measureWip(held: readonly HeldItem[]): Result<WipSpan[]> {
  const issues: Issue[] = [];
  const fair = held.filter(({ itemId, from, to }, index) => {
    if (isDaySpan(from, to)) return true;
    const facts = { item: itemId, from: String(from), to: String(to) };
    issues.push(issue("sustainability/impossible-span", { path: [index], subject: [itemId], facts }));
    return false;
  });
  const spans = byPerson(fair).flatMap(([personId, rows]) => {
    const ends = [...rows].sort((a, b) => a.to - b.to);
    const days = [...new Set(rows.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    const open = new Map<string, { readonly row: HeldItem; count: number }>();
    const found: WipSpan[] = [];
    let [begun, ended] = [0, 0];
    days.forEach((day, at) => {
      for (; begun < rows.length && rows[begun]!.from <= day; begun++) {
        const row = rows[begun]!;
        const key = `${row.itemId}\n${row.projectId ?? ""}`;
        open.set(key, { row, count: (open.get(key)?.count ?? 0) + 1 });
      }
      for (; ended < ends.length && ends[ended]!.to <= day; ended++) {
        const row = ends[ended]!;
        const key = `${row.itemId}\n${row.projectId ?? ""}`;
        const count = (open.get(key)?.count ?? 0) - 1;
        if (count > 0) open.set(key, { row, count });
        else open.delete(key);
      }
      if (open.size === 0) return;
      const now = [...open.values()].map(({ row }) => row);
      found.push({
        personId,
        from: day,
        to: days[at + 1] ?? day,
        itemIds: [...new Set(now.map(({ itemId }) => itemId))].sort(),
        projectIds: [...new Set(now.flatMap(({ projectId }) => (projectId === undefined ? [] : [projectId])))].sort(),
      });
    });
    return joined(found);
  });
  return ok(spans, issues);
}

/** Spans that touch and hold the same are one. */
function joined(spans: readonly WipSpan[]): WipSpan[] {
  const rows: WipSpan[] = [];
  for (const span of spans) {
    const last = rows.at(-1);
    const same =
      last?.to === span.from &&
      last.itemIds.join("\n") === span.itemIds.join("\n") &&
      last.projectIds.join("\n") === span.projectIds.join("\n");
    if (same && last !== undefined) rows[rows.length - 1] = { ...last, to: span.to };
    else rows.push(span);
  }
  return rows;
}
