import type { LossTable } from "../loss-table.js";
import { lossOfCsv } from "./csv.js";

/** What {@link writeXlsx} keeps of a plan: what a table of texts does. */
export const lossOfXlsx: LossTable = /* @__PURE__ */ { ...lossOfCsv, format: "xlsx" };
