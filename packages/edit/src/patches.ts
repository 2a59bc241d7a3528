import type { Row, TableName } from "@evenkeel/core";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import { jsonOf } from "./references.js";
import type { Patch } from "./types.js";

type Fields = Readonly<Record<string, Json | undefined>>;

/** Patches that set fields; undefined ones are left alone. */
export const setting = (table: TableName, id: string, fields: Fields): Patch[] =>
  Object.entries(fields).flatMap(([field, value]): Patch[] =>
    value === undefined ? [] : [{ op: "set", table, id, field, value }],
  );

/** The patch that adds a row. */
export const adding = <R extends { readonly id: string }>(table: TableName, row: R): Patch[] => [
  { op: "add", table, id: row.id, value: jsonOf(row) },
];

/** The patches from one state of a row to another, by field; equal values are left alone. */
export function between(table: TableName, before: Row, after: Row): Patch[] {
  const [old, next] = [before as unknown as Record<string, Json>, after as unknown as Record<string, Json>];
  const gone = Object.keys(old).filter((field) => !Object.hasOwn(next, field));
  const isSame = (a: Json | undefined, b: Json): boolean =>
    a === b || (typeof a === "object" && typeof b === "object" && canonicalJson(a) === canonicalJson(b));
  const changed = Object.entries(next).filter(
    ([field, value]) => !Object.hasOwn(old, field) || !isSame(old[field], value),
  );
  return [
    ...gone.map((field): Patch => ({ op: "unset", table, id: before.id, field })),
    ...changed.map(([field, value]): Patch => ({ op: "set", table, id: before.id, field, value })),
  ];
}
