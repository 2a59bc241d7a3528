export type { Accepted, Catalog, Issue, Refused, Result } from "@evenkeel/kernel";
export { parseAnswers, type SourceAnswers } from "./answers.js";
export { type Detection, detectFormat } from "./detect-format.js";
export { en } from "./en.js";
export { type ExportMeasure, exportMeasures, type MeasureName } from "./export-measures.js";
export { type FormatInfo, formats } from "./formats.js";
export { defaultLimits } from "./limits.js";
export type { LossFate, LossRow, LossTable } from "./loss-table.js";
export { type ReadStreamOptions, readWorkStream } from "./read-stream.js";
export { type ReadWorkOptions, readWork } from "./read-work.js";
export type {
  Assumption,
  FieldFate,
  FormatName,
  Import,
  ImportReport,
  Limits,
  ReadOptions,
  Source,
} from "./types.js";
