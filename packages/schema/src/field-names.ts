import type { Json } from "@evenkeel/kernel";
import { type DocumentName, jsonSchema } from "./json-schema.js";

type Node = { readonly [key: string]: Json };
const isNode = (value: Json | undefined): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fieldsOf(rows: Json | undefined): string[] {
  if (!isNode(rows)) return [];
  const one = isNode(rows["items"]) ? rows["items"] : rows;
  const variants = Array.isArray(one["oneOf"]) ? one["oneOf"] : Array.isArray(one["anyOf"]) ? one["anyOf"] : [one];
  return variants.flatMap((variant) =>
    isNode(variant) && isNode(variant["properties"]) ? Object.keys(variant["properties"]) : [],
  );
}

/**
 * Every field of every table of the three documents, as `table.field`: what the `needs` of a check may name.
 *
 * @returns names, sorted within each document's order of tables
 *
 * Issues: none.
 * Time O(schema), space O(fields).
 * Source: own.
 *
 * @example
 * fieldNames().has("items.acceptanceCriteria"); // => true
 */
export function fieldNames(): ReadonlySet<string> {
  const documents: readonly DocumentName[] = ["work-plan", "work-history", "work-records"];
  return new Set(
    documents.flatMap((name) => {
      const schema = jsonSchema(name);
      const tables = isNode(schema) && isNode(schema["properties"]) ? schema["properties"] : {};
      return Object.entries(tables).flatMap(([table, rows]) => fieldsOf(rows).map((field) => `${table}.${field}`));
    }),
  );
}
