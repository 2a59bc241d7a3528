import type { Json } from "@evenkeel/kernel";
import { measures } from "../working-time/measures/index.js";
import type { ParamSpec } from "../working-time/measures/measure.js";

const text: Json = { type: "string", minLength: 1 };
const flag: Json = { type: "boolean" };
const day: Json = { type: "string", format: "date" };
const list = (items: Json): Json => ({ type: "array", items });
const oneOf = (names: readonly string[]): Json => ({ enum: [...names] });

const citation: Json = {
  type: "object",
  properties: { title: text, article: text, url: text, retrieved: day },
  required: ["title"],
  additionalProperties: false,
};

function valueSchema(spec: ParamSpec): Json {
  const shown = spec.default === undefined ? {} : { default: spec.default as Json };
  switch (spec.kind) {
    case "amount":
      return { type: "number", minimum: spec.least, maximum: spec.most, ...shown };
    case "amounts":
      return {
        ...shown,
        type: "array",
        minItems: 1,
        items: { type: "number", minimum: spec.least, maximum: spec.most },
      };
    case "clock":
      return { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$", ...shown };
    case "name":
      return { enum: [...spec.among], ...shown };
    case "names":
      return { ...shown, type: "array", minItems: 1, items: { enum: [...spec.among] } };
  }
}

/** For each measure: what `with` may hold when a rule names it. */
function measureSchemas(): Json[] {
  return [...measures.values()].map(({ name, what, unit, params }) => {
    const needed = Object.entries(params).flatMap(([key, spec]) => (spec.default === undefined ? [key] : []));
    return {
      if: { properties: { measure: { const: name } }, required: ["measure"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        $comment: `${what}; in ${unit}`,
        ...(needed.length === 0 ? {} : { required: ["with"] }),
        properties: {
          with: {
            type: "object",
            properties: Object.fromEntries(Object.entries(params).map(([key, spec]) => [key, valueSchema(spec)])),
            required: needed,
            additionalProperties: false,
          },
        },
      },
    };
  });
}

/**
 * The JSON Schema of a pack of rules, made from the measures there are.
 *
 * `readRulePack` checks more: ids that begin with the pack's, versions in order, days that exist.
 *
 * @returns a schema of draft 2020-12
 *
 * Issues: none.
 * Time and space O(measures).
 * Source: JSON Schema, draft 2020-12.
 *
 * @example
 * Object.keys(rulePackSchema().properties); // => ["$schema", "formatVersion", "id", "title", "version", "notice", "jurisdictions", "optIn", "rules"]
 */
export function rulePackSchema(): { readonly [key: string]: Json } {
  const bound = {
    oneOf: ["atLeast", "atMost", "below", "above"].map(
      (name): Json => ({
        type: "object",
        properties: { [name]: { type: "number" } },
        required: [name],
        additionalProperties: false,
      }),
    ),
  };
  const version: Json = {
    type: "object",
    properties: { since: day, until: day, bound, citation: list(citation) },
    required: ["since", "bound"],
    additionalProperties: false,
  };
  const rule: Json = {
    type: "object",
    properties: {
      id: { type: "string", pattern: "^[a-z0-9-]+/[a-z0-9-]+$" },
      title: text,
      kind: oneOf(["legal", "guideline", "evidence", "heuristic"]),
      citation: { type: "array", minItems: 1, items: citation },
      measure: oneOf([...measures.keys()]),
      with: { type: "object" },
      versions: { type: "array", minItems: 1, items: version },
      unverified: flag,
      jurisdictions: list(text),
      optOut: flag,
      derogation: text,
      evidence: text,
      reading: text,
      severity: oneOf(["info", "minor", "moderate", "serious", "critical"]),
    },
    required: ["id", "title", "kind", "citation", "measure", "versions"],
    additionalProperties: false,
    allOf: measureSchemas(),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://evenkeel.dev/schema/rule-pack/1.json",
    title: "Rule pack",
    type: "object",
    properties: {
      $schema: text,
      formatVersion: { const: 1 },
      id: text,
      title: text,
      version: text,
      notice: text,
      jurisdictions: list(text),
      optIn: flag,
      rules: list(rule),
    },
    required: ["formatVersion", "id", "title", "version", "notice", "rules"],
    additionalProperties: false,
  };
}
