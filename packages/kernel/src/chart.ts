import type { Message } from "./issue.js";

/** A cell of a chart's data. */
export type ChartValue = string | number | boolean;

/** One tidy row: a value for each column. */
export type ChartRow = Readonly<Record<string, ChartValue>>;

/** Plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A picture as data: tidy rows, a Vega-Lite specification without data, and a sentence that says the same. */
export interface Chart {
  readonly rows: readonly ChartRow[];
  /** Vega-Lite v6 as plain JSON; its data is named `rows`. */
  readonly spec: Json;
  readonly text: Message;
}
