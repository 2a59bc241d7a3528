import { type ChartRow, InternalError, inertText } from "@evenkeel/kernel";
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { clipped } from "../page/html.js";
import type { AdaptedChart } from "./adapt-spec.js";
import { inlineSvg } from "./inline-svg.js";

/** Colours as the drawing states them; the style sheet gives each its light, dark and printed value. */
const [series, accent, grid, soft, strong] = ["#2563a8", "#b45309", "#e3e7ec", "#5b6470", "#374151"];

const config = {
  aria: false,
  background: null,
  font: "system-ui",
  timeFormat: "%Y-%m-%d",
  view: { stroke: null },
  mark: { color: series, tooltip: null },
  point: { size: 44 },
  line: { strokeWidth: 2 },
  rule: { color: accent, strokeWidth: 1.5 },
  tick: { color: strong },
  text: { color: soft },
  range: { category: [series, accent] },
  axis: {
    labelColor: soft,
    titleColor: strong,
    gridColor: grid,
    domainColor: soft,
    tickColor: soft,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 500,
    labelPadding: 4,
  },
  axisX: { grid: false },
  header: {
    labelColor: strong,
    labelFontSize: 12,
    labelAngle: 0,
    labelAlign: "left",
    labelAnchor: "start",
    labelOrient: "top",
    labelLimit: 300,
    titleColor: strong,
  },
  facet: { spacing: 14 },
  legend: {
    orient: "top",
    labelColor: strong,
    titleColor: strong,
    symbolStrokeColor: series,
    symbolFillColor: series,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 500,
    titleLimit: 400,
    labelLimit: 170,
    columns: 3,
  },
} as const;

const { Error: onlyErrors, logger, parse, resetSVGDefIds, View } = vega;
/** Exported by vega and not in its types. */
const { textMetrics } = vega as unknown as { readonly textMetrics: { width: unknown; canvas: (use: boolean) => void } };

const refuse = (): Promise<never> => Promise.reject(new InternalError("a chart must not load anything"));
/** A chart holds its data; nothing is fetched, no link is made. */
const loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

const inertRow = (row: ChartRow): ChartRow =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === "string" ? inertText(clipped(value, 60)) : value]),
  );

/**
 * A chart as the inner part of an inline SVG, and its size.
 *
 * Data go in as data, after the specification was compiled, so no text of theirs is ever part of an expression;
 * expressions are interpreted, never compiled, so it runs where eval is forbidden.
 */
export async function drawChart({ rows, spec }: AdaptedChart, name: string): Promise<ReturnType<typeof inlineSvg>> {
  const wasMeasured = textMetrics.width;
  const quiet = logger(onlyErrors);
  const compiled = compile(spec as unknown as TopLevelSpec, { config: config as never, logger: quiet as never }).spec;
  const view = new View(parse(compiled, undefined, { ast: true } as never), {
    expr: expressionInterpreter,
    loader: loader as never,
    renderer: "none",
    logger: quiet,
  } as never);
  try {
    // Widths by count of letters, as where there is no canvas: the same picture on every engine.
    textMetrics.canvas(false);
    resetSVGDefIds();
    view.data("rows", rows.map(inertRow));
    await view.runAsync();
    return inlineSvg(await view.toSVG(), name);
  } finally {
    textMetrics.width = wasMeasured;
    view.finalize();
  }
}
