import { formatDay, type Json } from "@evenkeel/kernel";
import type { DayWindow } from "../flow-types.js";

/** What a chart rests on; it stands in the specification under `usermeta`. */
export interface Stated {
  /** What counts as start and as finish. */
  readonly start?: "created" | "started" | "entered the state";
  readonly finish?: "finished" | "finished or dropped" | "left the state" | "still open";
  readonly window?: DayWindow;
  /** How quantiles or limits are found. */
  readonly method?: string;
  /** Size of the sample. */
  readonly n: number;
}

/** First and last day of a window as texts. */
export function daysOf({ from, to }: DayWindow): { readonly from: string; readonly to: string } {
  return { from: formatDay(from), to: formatDay(to - 1) };
}

/** A Vega-Lite specification over the rows of a chart, with what it rests on. */
export function specOf(parts: JsonObject, { window, ...stated }: Stated): Json {
  const days = window === undefined ? {} : daysOf(window);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    data: { name: "rows" },
    width: 640,
    height: 280,
    usermeta: { ...stated, ...days } as JsonObject,
    ...parts,
  };
}

/** A column of days. */
export function dayAxis(field: string, title: string): Json {
  return { field, type: "temporal", title, scale: { type: "utc" } };
}

/** A column of numbers. */
export function numberAxis(field: string, title: string): Json {
  return { field, type: "quantitative", title };
}

/** Ordered parts of a whole, light to dark, so that they keep their order in grey. */
export function shades(field: string, title: string, order: readonly (string | number)[]): Json {
  return {
    field,
    type: "ordinal",
    title,
    sort: [...order],
    scale: { domain: [...order], scheme: { name: "blues", extent: [0.15, 1] } },
  };
}

/** A column of whole numbers. */
export function countAxis(field: string, title: string): Json {
  return { field, type: "quantitative", title, axis: { tickMinStep: 1 } };
}

type JsonObject = { readonly [key: string]: Json };

/** One mark, not one a row. */
const once: Json = { values: [0] };

/** Where the name of a rule stands: at its right or left end, or above it. */
const places: Record<"right" | "left" | "above", readonly [JsonObject, JsonObject]> = {
  right: [{ x: { value: "width" } }, { align: "right", baseline: "bottom", dx: -2, dy: -2 }],
  left: [{ x: { value: 0 } }, { align: "left", baseline: "bottom", dx: 2, dy: -2 }],
  above: [{ y: { value: -3 } }, { align: "center", baseline: "bottom" }],
};

/** A rule at a value that is no row's own, with its name at one end; one named above is upright. */
export function ruleAt(
  value: number,
  { dash = [], name, at = "right" }: { dash?: readonly number[]; name?: string; at?: keyof typeof places } = {},
): Json[] {
  const here: JsonObject = at === "above" ? { x: { datum: value } } : { y: { datum: value } };
  const rule: Json = { data: once, mark: { type: "rule", strokeDash: dash }, encoding: here };
  if (name === undefined) return [rule];
  const [place, mark] = places[at];
  const encoding = { ...here, ...place, text: { value: name } };
  return [rule, { data: once, mark: { type: "text", ...mark }, encoding }];
}
