export type { Catalog } from "@evenkeel/kernel";
export type { Price, Review } from "evenkeel";
export { en } from "./en.js";
export type { ExportGap, ImportAccount } from "./page/parts.js";
export { type ReportOptions, renderReport } from "./render-report.js";
