import type { Json } from "@evenkeel/kernel";
import type { Pseudonyms } from "./pseudonyms.js";
import { type SchemaNode, tools, type Vocabulary } from "./vocabulary.js";

/** What a walk shares. */
export interface Walk {
  readonly vocabulary: Vocabulary;
  readonly pseudonyms: Pseudonyms;
  /** Places kept as they are: `table.field`, `table.customFields.NAME`. */
  readonly keep: ReadonlySet<string>;
}

type Fields = { readonly [name: string]: Json };

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Words for what a title or name stands for, by table. */
const singular = new Map([
  ["items", "item"],
  ["people", "person"],
  ["projects", "project"],
  ["containers", "list"],
  ["teams", "team"],
  ["outcomes", "outcome"],
  ["resources", "resource"],
]);
/** Fields that hold a word of the schema where they are as they should be. */
const named: ReadonlySet<string> = new Set(["of", "role", "kind", "field", "fields"]);

/** A zone or a jurisdiction is a value of a public list; anything else in its place is not kept. */
const publicValues: { readonly [field: string]: RegExp } = {
  zone: /^(UTC|GMT|[+-]\d{2}:?\d{2}|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Za-z0-9_+-]{1,20}(\/[A-Za-z_]{1,20})?)$/,
  jurisdiction: /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
};

/** A text by the field it stands in; undefined = it goes. */
function wordFor({ pseudonyms, vocabulary }: Walk, text: string, table: string, field: string): Json | undefined {
  const list = Object.hasOwn(publicValues, field) ? publicValues[field] : undefined;
  if (list !== undefined) return list.test(text) ? text : undefined;
  if (field === "tool") return tools.has(text) ? text : pseudonyms.text(text, "tool");
  if (named.has(field) && vocabulary.words.has(text)) return text;
  if (field === "email") return `${pseudonyms.text(text, "person")}@example.invalid`;
  return pseudonyms.text(text, ["title", "name"].includes(field) ? (singular.get(table) ?? "name") : "text");
}

function sourceOf(walk: Walk, source: Fields): Fields {
  const { tool, instance, id, key } = source as Readonly<Record<string, string | undefined>>;
  const { pseudonyms } = walk;
  return {
    tool: wordFor(walk, tool ?? "", "", "tool") ?? "",
    ...(instance === undefined ? {} : { instance: pseudonyms.text(instance, "instance") }),
    id: pseudonyms.id(id ?? ""),
    ...(key === undefined ? {} : { key: pseudonyms.id(key) }),
  };
}

/** The alternative whose fixed members the value has. */
function branchOf(node: SchemaNode, value: Json): SchemaNode {
  const branches = node.oneOf ?? node.anyOf;
  if (branches === undefined || !isFields(value)) return node;
  const fits = (branch: SchemaNode): boolean =>
    Object.entries(branch.properties ?? {}).every(
      ([name, member]) =>
        member.const === undefined || member.const === value[name] || (name !== "kind" && name !== "type"),
    );
  return branches.find(fits) ?? {};
}

/** A value with every text, id and time in it replaced as its schema says; undefined = nothing of it may stay. */
export function walked(walk: Walk, node: SchemaNode, value: Json, table: string, field: string): Json | undefined {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") {
    if (node.enum?.includes(value) === true || node.const === value) return value;
    if (node.type !== "string") return undefined;
    if (node.pattern !== undefined) return walk.pseudonyms.time(value);
    return node.minLength === undefined ? wordFor(walk, value, table, field) : walk.pseudonyms.id(value);
  }
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (field === "sources") return items.filter(isFields).map((each) => sourceOf(walk, each));
    const { items: inner } = node;
    return inner === undefined ? undefined : items.flatMap((each) => walked(walk, inner, each, table, field) ?? []);
  }
  return isFields(value) ? walkedFields(walk, branchOf(node, value), value, table) : undefined;
}

function keptFields(walk: Walk, value: Json, table: string): Fields | undefined {
  const kept = Object.entries(isFields(value) ? value : {}).filter(([name]) =>
    walk.keep.has(`${table}.customFields.${name}`),
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Every member of an object that its schema knows. */
export function walkedFields(walk: Walk, node: SchemaNode, value: Fields, table: string): Fields {
  const members = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    const inner = Object.hasOwn(node.properties ?? {}, name) ? node.properties?.[name] : undefined;
    if (inner === undefined || name === "extensions") return [];
    if (walk.keep.has(`${table}.${name}`)) return [[name, member]];
    const next = name === "customFields" ? keptFields(walk, member, table) : walked(walk, inner, member, table, name);
    return next === undefined ? [] : [[name, next]];
  });
  return Object.fromEntries(members);
}
