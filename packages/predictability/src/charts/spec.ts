import type { Json } from "@evenkeel/kernel";

/** A Vega-Lite specification over the rows of a chart. */
export function specOf(parts: { readonly [key: string]: Json }): Json {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    data: { name: "rows" },
    width: 640,
    height: 280,
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

/** A horizontal rule at a value that is no row's own. */
export function ruleAt(value: number, dash: readonly number[] = []): Json {
  return { mark: { type: "rule", strokeDash: dash }, encoding: { y: { datum: value } } };
}
