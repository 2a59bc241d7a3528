import { en as coreTexts, type WorkHistory, type WorkPlan, type WorkRecords } from "@evenkeel/core";
import { type Catalog, describe, en as kernelTexts, type Result } from "@evenkeel/kernel";
import { en } from "./en.js";
import type { DocumentName } from "./json-schema.js";
import { type ParseOptions, parseHistory, parsePlan, parseRecords } from "./parse.js";

/** The document of each name. */
export interface Documents {
  readonly "work-plan": WorkPlan;
  readonly "work-history": WorkHistory;
  readonly "work-records": WorkRecords;
}

/** A fault as Standard Schema tells it. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** A Standard Schema of a document; it answers at once, never by a promise. */
export interface DocumentSchema<Document> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "evenkeel";
    readonly types?: { readonly input: unknown; readonly output: Document };
    readonly validate: (
      value: unknown,
    ) => { readonly value: Document; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };
  };
}

/**
 * A document's reader as a Standard Schema, so that forms, routers and validators of any maker can use it.
 *
 * It does all that `parsePlan` and its kin do: migration, shape, invariants. Messages come from a catalog.
 *
 * @param name - which document
 * @param options - strict or tolerant, and texts other than English
 * @returns an object with `~standard`; it validates synchronously
 *
 * Issues: those of `parsePlan`, `parseHistory`, `parseRecords`, as Standard Schema issues.
 * Time and space: those of the reader.
 * Source: Standard Schema 1.0 (2025), standardschema.dev.
 *
 * @example
 * standardSchema("work-plan")["~standard"].validate({ formatVersion: 1, itmes: [] }).issues?.map((found) => [found.message, found.path]); // => [['The field "itmes" is not part of the document.', ["itmes"]]]
 */
export function standardSchema<Name extends DocumentName>(
  name: Name,
  options: ParseOptions & { readonly catalog?: Catalog } = {},
): DocumentSchema<Documents[Name]> {
  const catalog = options.catalog ?? { ...kernelTexts, ...coreTexts, ...en };
  const readers: { readonly [N in DocumentName]: (value: unknown) => Result<Documents[N]> } = {
    "work-plan": (value) => parsePlan(value, options),
    "work-history": (value) => parseHistory(value, undefined, options),
    "work-records": (value) => parseRecords(value, options),
  };
  return {
    "~standard": {
      version: 1,
      vendor: "evenkeel",
      validate: (value) => {
        const read = readers[name](value);
        if (read.ok) return { value: read.value };
        return {
          issues: read.issues.map((found) => ({ message: describe(found, catalog).message, path: found.path })),
        };
      },
    },
  };
}
