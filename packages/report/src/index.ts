export type { Catalog } from "@evenkeel/kernel";
export type { Price, Review } from "evenkeel";
export { en } from "./en.js";
export { type ReportOptions, renderReport } from "./render-report.js";
