export type { Json, Result } from "@evenkeel/kernel";
export { en } from "./en.js";
export { fieldNames } from "./field-names.js";
export { workHistorySchema } from "./history-schema.js";
export { type DocumentName, jsonSchema } from "./json-schema.js";
export { type Migration, migrate, migrations } from "./migrate.js";
export { parseHistory, parsePlan, parseRecords } from "./parse.js";
export { workPlanSchema } from "./plan-schema.js";
export { workRecordsSchema } from "./records-schema.js";
