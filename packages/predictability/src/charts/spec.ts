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
export function specOf(parts: { readonly [key: string]: Json }, { window, ...stated }: Stated): Json {
  const days = window === undefined ? {} : daysOf(window);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    data: { name: "rows" },
    width: 640,
    height: 280,
    usermeta: { ...stated, ...days } as { readonly [key: string]: Json },
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

/** A rule at a value that is no row's own, along the height or the width, and its name at the end. */
export function ruleAt(
  value: number,
  { dash = [], name, channel = "y" }: { dash?: readonly number[]; name?: string; channel?: "x" | "y" } = {},
): Json[] {
  const rule: Json = { mark: { type: "rule", strokeDash: dash }, encoding: { [channel]: { datum: value } } };
  if (name === undefined) return [rule];
  const [other, place, mark] =
    channel === "y"
      ? ["x", { value: "width" }, { align: "right", baseline: "bottom", dy: -2 }]
      : ["y", { value: 0 }, { align: "left", baseline: "top", dx: 3 }];
  const label: Json = {
    mark: { type: "text", ...(mark as { readonly [key: string]: Json }) },
    encoding: { [channel]: { datum: value }, [other as string]: place as Json, text: { value: name } },
  };
  return [rule, label];
}
