import type { ChartRow } from "@evenkeel/kernel";
import type { ChartName } from "evenkeel";
import type { Texts } from "../page/texts.js";

/** Rows of flow by state with the last place, which is no state but what has left, in words. */
export function namedEnd(name: ChartName, rows: readonly ChartRow[], { say }: Texts): readonly ChartRow[] {
  if (name !== "stateFlow") return rows;
  const last = rows.at(-1)?.["place"];
  return rows.map((row) => (row["place"] === last ? { ...row, state: say("chart-left") } : row));
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
