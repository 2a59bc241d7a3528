import type { ChartRow } from "@evenkeel/kernel";
import type { Texts } from "../page/texts.js";

/** Rows of flow by state with the last place, which is no state but what has left since the first day, in words. */
export function sinceFirstDay(rows: readonly ChartRow[], { say }: Texts): readonly ChartRow[] {
  const last = rows.at(-1)?.["place"];
  const before = Number(rows.find(({ place }) => place === last)?.["items"] ?? 0);
  return rows.map((row) => {
    if (row["place"] !== last) return row;
    const items = Number(row["items"]) - before;
    return { ...row, state: say("chart-left"), items, inState: items };
  });
}

/** Rows of flow by state as a reader of a table wants them: a row a day, a column a state with what is in it. */
export function byDay(rows: readonly ChartRow[]): { readonly states: string[]; readonly days: (string | number)[][] } {
  const days = new Map<string, (string | number)[]>();
  const states: string[] = [];
  for (const { day = "", state = "", place = 0, inState = 0 } of rows) {
    const key = String(day);
    const cells = days.get(key) ?? [key];
    days.set(key, cells);
    cells.push(Number(inState));
    states[Number(place)] = String(state);
  }
  return { states, days: [...days.values()] };
}
