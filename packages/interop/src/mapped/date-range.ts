/** The ends of a cell that states from when to when, as Notion writes it: `March 2, 2026 → March 5, 2026`. */
export function dateRange(cell: string): readonly [from: string, to: string] | undefined {
  const at = cell.indexOf("→");
  if (at < 0) return undefined;
  const [from, to] = [cell.slice(0, at).trim(), cell.slice(at + 1).trim()];
  return from === "" || to === "" || to.includes("→") ? undefined : [from, to];
}

/** The dates of a cell: both ends where it states a span. */
export const datesIn = (cell: string): readonly string[] => dateRange(cell) ?? [cell];
