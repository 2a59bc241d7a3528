import { type Chart, type ChartRow, inertText } from "@evenkeel/kernel";
import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

/** Colours that stand for those of the page; they are replaced by its variables, so that dark mode and paper work. */
const inks: Readonly<Record<string, string>> = {
  "#010101": "var(--ink)",
  "#020202": "var(--soft)",
  "#030303": "var(--line)",
  "#040404": "var(--accent)",
  "#050505": "var(--mark)",
  "#060606": "var(--bar)",
  "#070707": "var(--bar2)",
};
const font = "system-ui, sans-serif";

const config = {
  background: null,
  font,
  mark: { color: "#040404" },
  bar: { color: "#060606" },
  area: { color: "#060606" },
  rule: { color: "#050505" },
  tick: { color: "#010101" },
  point: { color: "#040404", filled: true, size: 36 },
  range: { category: ["#060606", "#050505", "#040404", "#020202"] },
  axis: {
    labelColor: "#020202",
    titleColor: "#020202",
    gridColor: "#030303",
    domainColor: "#030303",
    tickColor: "#030303",
    titleFontWeight: 500,
    labelFontSize: 11,
    titleFontSize: 12,
  },
  legend: { labelColor: "#020202", titleColor: "#020202", symbolStrokeColor: "#020202" },
  header: {
    labelColor: "#010101",
    labelFontSize: 12,
    titleColor: "#020202",
    labelAngle: 0,
    labelAlign: "left",
    labelOrient: "top",
  },
  view: { stroke: null },
} as const;

/** Texts of the documents are as inert in a picture as on the page. */
function inertRow(row: ChartRow): ChartRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === "string" ? inertText(value) : value]),
  );
}

function withRows(chart: Chart): TopLevelSpec {
  const spec = chart.spec as { readonly [key: string]: unknown };
  return {
    ...spec,
    config,
    datasets: { rows: chart.rows.map(inertRow) },
    data: { name: "rows" },
  } as unknown as TopLevelSpec;
}

/** Ids that the renderer counts up over a process are numbered within the picture, so that equal charts give equal bytes. */
function renumbered(svg: string, prefix: string): string {
  const seen = new Map<string, string>();
  return svg.replace(/\b(clip|gradient|pattern)[_-]?(\d+)\b/g, (all) => {
    const name = seen.get(all) ?? `${prefix}-${seen.size}`;
    seen.set(all, name);
    return name;
  });
}

/**
 * A chart as inline SVG without colours of its own, styles or ids that collide; drawn without `eval`.
 *
 * @param chart - rows and Vega-Lite specification
 * @param id - of the picture on the page
 * @param titleId - element that names it
 * @returns SVG markup
 *
 * Issues: none.
 * Time O(rows), space O(rows).
 * Source: Satyanarayan et al. (2017), Vega-Lite: A Grammar of Interactive Graphics.
 *
 * @example
 * const chart = { rows: [{ x: 1 }], spec: { mark: "bar", encoding: { x: { field: "x", type: "quantitative" } } }, text: { code: "demo", facts: {} } };
 * (await chartSvg(chart, "c", "t")).startsWith("<svg"); // => true
 */
export async function chartSvg(chart: Chart, id: string, titleId: string): Promise<string> {
  const { spec } = compile(withRows(chart), { logger: silent });
  const runtime = parse(spec, undefined, { ast: true } as never);
  const view = new View(runtime, { renderer: "none", expr: expressionInterpreter } as never);
  const drawn = await view.toSVG();
  view.finalize();
  const coloured = Object.entries(inks).reduce((svg, [ink, variable]) => svg.replaceAll(ink, variable), drawn);
  return renumbered(coloured, id)
    .replace(/\sstyle="[^"]*"/g, "")
    .replace(/\saria-(label|roledescription|hidden)="[^"]*"/g, "")
    .replace(/\srole="[^"]*"/g, "")
    .replace(
      /^<svg[^>]*?viewBox="([^"]*)"[^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${titleId}" viewBox="$1">`,
    );
}

const quiet = (): typeof silent => silent;
const silent = { level: quiet, error: quiet, warn: quiet, info: quiet, debug: quiet } as never;
