export type { Catalog, Review } from "evenkeel";
export { chartSvg } from "./chart-svg.js";
export { en } from "./en.js";
export { type ReportOptions, renderReport } from "./render-report.js";
