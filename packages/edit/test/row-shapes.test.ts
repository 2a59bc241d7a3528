import { readFileSync, writeFileSync } from "node:fs";
import { jsonSchema } from "@evenkeel/schema";
import { expect, test } from "vitest";

type Node = Readonly<Record<string, unknown>>;

const at = (node: Node, key: string): Node => (node[key] ?? {}) as Node;
const shared = ["id", "sources", "customFields", "extensions"];

/** Characters from which on a table has a file of its own. */
const longest = 2_000;

/** A part of the JSON Schema in the notation of shapes. */
function shapeOf(node: Node): unknown {
  if ("const" in node) return [node["const"]];
  if ("enum" in node) return node["enum"];
  if ("oneOf" in node || "anyOf" in node) {
    const options = (node["oneOf"] ?? node["anyOf"]) as readonly Node[];
    return options.every((option) => "const" in option)
      ? options.map((option) => option["const"])
      : { kinds: options.map((option) => fieldsOf(option, [])) };
  }
  if (node["type"] === "array") return { list: shapeOf(at(node, "items")) };
  if (node["type"] === "object")
    return node["additionalProperties"] === false ? { fields: fieldsOf(node, []) } : "json";
  if (node["type"] === "string") return node["minLength"] === 1 ? "id" : "text";
  if (node["type"] === "number") return "number";
  if (node["type"] === "boolean") return "flag";
  throw new TypeError(`no notation for ${JSON.stringify(node)}`);
}
function fieldsOf(node: Node, left: readonly string[]): object {
  const required = (node["required"] ?? []) as readonly string[];
  const fields = Object.entries(at(node, "properties")).filter(([name]) => !left.includes(name));
  return Object.fromEntries(
    fields.map(([name, part]) => [required.includes(name) ? name : `${name}?`, shapeOf(part as Node)]),
  );
}

test("the shapes of rows are those of the published schema", () => {
  const tables = Object.entries(at(jsonSchema("work-plan") as Node, "properties")).filter(
    ([name, part]) => (part as Node)["type"] === "array" && name !== "coverage",
  );
  const rows = tables.map(([name, part]) => [name, fieldsOf(at(part as Node, "items"), shared)] as const);
  const items = at(at(at(jsonSchema("work-plan") as Node, "properties"), "items"), "items");
  const every = { sources: shapeOf(at(at(items, "properties"), "sources")) };
  const made = "// Made from the schema of plans by `REGEN=1` of test/row-shapes.test.ts; not to be edited.\n";
  const texts = rows.map(([name, fields]) => ({ name, text: JSON.stringify(fields) }));
  const long = texts.filter(({ text }) => text.length > longest);
  const whole = `${made}import type { TableName } from "@evenkeel/core";
${long.map(({ name }) => `import { ${name} } from "./row-shapes/${name}.js";\n`).join("")}import type { Fields, Shape } from "./shape.js";

/** Where a row came from. */
export const sources: Shape = ${JSON.stringify(every.sources)};

/** The fields of the rows of each table beside those that all rows have. */
export const rowShapes: { readonly [table in TableName]: Fields } = {${texts.map((each) => (long.includes(each) ? each.name : `${each.name}:${each.text}`)).join()}};
`;
  const parts = long.map(({ name, text }) => [
    `row-shapes/${name}.ts`,
    `${made}import type { Fields } from "../shape.js";

/** The fields of the rows of ${name} beside those that all rows have. */
export const ${name}: Fields = ${text};
`,
  ]);
  const plain = (source: string): string => source.replace(/[\s,"]/g, "");
  for (const [name = "", text = ""] of [["row-shapes.ts", whole], ...parts]) {
    const file = new URL(`../src/${name}`, import.meta.url);
    if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(file, text);
    expect(plain(readFileSync(file, "utf8"))).toBe(plain(text));
  }
});
