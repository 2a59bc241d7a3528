import type { Json } from "@evenkeel/kernel";
import { jsonSchema } from "@evenkeel/schema";
import { formats } from "../formats.js";

/** A node of a JSON Schema, as far as it is followed. */
export interface SchemaNode {
  readonly type?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly properties?: { readonly [name: string]: SchemaNode };
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** The published schemas, and the words they themselves bring: names of fields and values of enumerations. */
export interface Vocabulary {
  readonly plan: SchemaNode;
  readonly history: SchemaNode;
  readonly records: SchemaNode;
  readonly words: ReadonlySet<string>;
}

/** Tools that rows can come from, as readers name them. */
export const tools: ReadonlySet<string> = new Set([
  ...formats.map(({ name }) => name),
  ...["jira", "csv", "git", "wekan", "excalidraw", "overlay", "snapshots", "merge", "primavera", "evenkeel"],
]);

function collect(root: SchemaNode, words: Set<string>): void {
  const stack: SchemaNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const value of [...(node.enum ?? []), node.const]) if (typeof value === "string") words.add(value);
    for (const [name, inner] of Object.entries(node.properties ?? {})) {
      words.add(name);
      stack.push(inner);
    }
    stack.push(...(node.items === undefined ? [] : [node.items]), ...(node.anyOf ?? []), ...(node.oneOf ?? []));
  }
}

function makeVocabulary(): Vocabulary {
  const schemaOf = (name: "work-plan" | "work-history" | "work-records"): SchemaNode =>
    jsonSchema(name) as unknown as SchemaNode;
  const [plan, history, records] = [schemaOf("work-plan"), schemaOf("work-history"), schemaOf("work-records")];
  const words = new Set<string>();
  for (const root of [plan, history, records]) collect(root, words);
  return { plan, history, records, words };
}

let made: Vocabulary | undefined;

/** The vocabulary, made when first asked for: writing the schemas takes longer than hiding a small plan. */
export function readVocabulary(): Vocabulary {
  made ??= makeVocabulary();
  return made;
}
