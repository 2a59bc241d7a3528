import type { Row, SourceReference, TableName } from "@evenkeel/core";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import { sourceKey } from "../source-key.js";
import type { Group, Node } from "./joined.js";
import type { MergeRules } from "./rules.js";

/** A field on which joined sources differ. */
export interface FieldConflict {
  readonly table: TableName;
  /** Id of the merged row. */
  readonly id: string;
  /** Field, or `customFields.NAME`. */
  readonly field: string;
  /** The believed one first. */
  readonly values: readonly { readonly source: string; readonly value: Json }[];
}

type Fields = Readonly<Record<string, Json>>;

/** Nodes of a group in the order they are believed in a field. */
export function believed(group: Group, field: string, names: readonly string[], { wins = {} }: MergeRules): Node[] {
  const order = (Object.hasOwn(wins, field) ? wins[field] : wins["*"]) ?? [];
  const place = ({ source }: Node): number => {
    const at = order.indexOf(names[source] ?? "");
    return at < 0 ? order.length + source : at;
  };
  return [...group].sort((a, b) => place(a) - place(b));
}

/** Row and kept fields of a group as one, each by the source that is believed. */
export function mergedRow(
  table: TableName,
  id: string,
  group: Group,
  names: readonly string[],
  tools: readonly string[],
  rules: MergeRules,
  conflicts: FieldConflict[],
): Row {
  const partsOf = (inner: string | undefined, nodes: readonly Node[]): Fields => {
    const valuesOf = ({ row }: Node): Fields =>
      ((inner === undefined ? row : (row as unknown as Record<string, Json>)[inner]) ?? {}) as Fields;
    const fields = [...new Set(nodes.flatMap((node) => Object.keys(valuesOf(node))))];
    const apart = inner === undefined ? ["id", "sources", "customFields", "extensions"] : [];
    return Object.fromEntries(
      fields
        .filter((field) => !apart.includes(field))
        .map((field): [string, Json] => {
          const name = inner === undefined ? field : `${inner}.${field}`;
          const values = believed(nodes, name, names, rules).flatMap((node) => {
            const own = valuesOf(node);
            return Object.hasOwn(own, field) ? [{ source: names[node.source] ?? "", value: own[field] as Json }] : [];
          });
          if (new Set(values.map(({ value }) => canonicalJson(value))).size > 1)
            conflicts.push({ table, id, field: name, values });
          return [field, values[0]?.value ?? ""];
        }),
    );
  };
  const sources = new Map<string, SourceReference>();
  for (const { row, source } of group) {
    const own = row.sources ?? [];
    const told =
      own.length > 0 || row.id === id
        ? own
        : [{ tool: tools[source] ?? "", instance: names[source] ?? "", id: row.id }];
    for (const each of told) if (!sources.has(sourceKey(each))) sources.set(sourceKey(each), each);
  }
  const [kept, extended] = [partsOf("customFields", group), partsOf("extensions", group)];
  return {
    ...partsOf(undefined, group),
    id,
    ...(sources.size > 0 ? { sources: [...sources.values()] } : {}),
    ...(Object.keys(kept).length > 0 ? { customFields: kept } : {}),
    ...(Object.keys(extended).length > 0 ? { extensions: extended } : {}),
  } as Row;
}
