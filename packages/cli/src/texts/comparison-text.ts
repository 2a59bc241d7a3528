import type { StoredComparison } from "../compare-stored.js";
import { columns, heading } from "./lines.js";

/** A comparison with stored dates: the counts, then a line for each difference. */
export function comparisonText(comparison: StoredComparison): string {
  const { values, equalValues, activities, equalActivities, differences } = comparison;
  const head = heading("Beside the stored dates");
  if (values === 0) return `${head}The file stores no dates.\n`;
  const counts = `${equalActivities} of ${activities} activities have every stored value, ${equalValues} of ${values} values are equal.\n`;
  const rows = differences.map(({ id, name, field, computed, stored }) => [
    id,
    name,
    field,
    computed === undefined ? "none" : String(computed),
    String(stored),
  ]);
  const table = rows.length === 0 ? "" : columns([["id", "name", "value", "computed", "stored"], ...rows]);
  return `${head}${counts}${table}`;
}
