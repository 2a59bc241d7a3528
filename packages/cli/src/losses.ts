import type { WorkPlan } from "@evenkeel/core";
import type { Import, LossTable } from "@evenkeel/interop";
import { inertText } from "@evenkeel/kernel";

const mostParts = 12;

/** What stands in a row under a path of members; undefined where nothing does. */
function under(row: unknown, members: readonly string[]): unknown {
  return members.reduce<unknown>(
    (value, member) =>
      typeof value === "object" && value !== null ? (value as { readonly [name: string]: unknown })[member] : undefined,
    row,
  );
}

/** Rows of the plan that lose a part in a format, by part; fields of a table that is lost whole are not told apart. */
function lostOf(plan: WorkPlan, { rows }: LossTable): readonly (readonly [string, number])[] {
  const lost = rows.filter(({ fate }) => fate === "lost").map(({ part }) => part);
  const whole = new Set(lost.filter((part) => !part.includes(".")));
  return lost.flatMap((part) => {
    const [table = "", ...members] = part.split(".");
    if (members.length > 0 && whole.has(table)) return [];
    const all = under(plan, [table]);
    const count = Array.isArray(all) ? all.filter((row) => under(row, members) !== undefined).length : 0;
    return count === 0 ? [] : [[part, count] as const];
  });
}

/** What of an import a format does not hold, for people; empty where it holds everything. */
export function lossText({ plan, history, records }: Import, table: LossTable, to: string): string {
  if (table.rows.every(({ fate }) => fate === "kept")) return "";
  const recorded = Object.values(records).reduce<number>(
    (sum, rows) => sum + (Array.isArray(rows) ? rows.length : 0),
    0,
  );
  const lost = lostOf(plan, table);
  const parts = [
    ...(history.events.length > 0 ? [["history", history.events.length] as const] : []),
    ...(recorded > 0 ? [["records", recorded] as const] : []),
    ...lost.filter(([part]) => !part.includes(".")),
    ...lost.filter(([part]) => part.includes(".")),
  ];
  if (parts.length === 0) return "";
  const told = parts.slice(0, mostParts).map(([part, count]) => `${inertText(part)} (${count})`);
  const more = parts.length > mostParts ? ` and ${parts.length - mostParts} more` : "";
  return `Not in ${to}: ${told.join(", ")}${more}. Nothing is lost in json and ocel.\n`;
}
