import type { Json } from "@evenkeel/kernel";
import * as z from "zod/mini";
import { workHistorySchema } from "./history-schema.js";
import { workPlanSchema } from "./plan-schema.js";
import { workRecordsSchema } from "./records-schema.js";

/** The documents that have a published schema. */
export type DocumentName = "work-plan" | "work-history" | "work-records";

/**
 * The JSON Schema (draft 2020-12) of a document, generated from the same source that parses it.
 *
 * @param name - which document
 * @returns a schema with a versioned `$id`
 *
 * Issues: none.
 * Time O(schema), space the same.
 * Source: JSON Schema draft 2020-12.
 *
 * @example
 * (jsonSchema("work-plan") as { $id: string }).$id; // => "https://evenkeel.dev/schema/work-plan/1.json"
 */
export function jsonSchema(name: DocumentName): Json {
  const schemas = { "work-plan": workPlanSchema, "work-history": workHistorySchema, "work-records": workRecordsSchema };
  const { $schema, ...rest } = z.toJSONSchema(schemas[name], { target: "draft-2020-12" }) as Record<string, Json>;
  return {
    ...($schema === undefined ? {} : { $schema }),
    $id: `https://evenkeel.dev/schema/${name}/1.json`,
    title: name,
    ...rest,
  };
}
