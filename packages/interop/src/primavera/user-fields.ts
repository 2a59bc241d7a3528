import type { TableName } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { type Draft, table } from "../draft.js";
import { nodeId } from "./breakdown.js";

/** A value of a user-defined field, at a row of the plan. */
export interface UserField {
  readonly table: Extract<TableName, "assignments" | "items" | "people" | "projects" | "resources">;
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** Rows that what has fields of one's own became; a resource is a person or a resource. */
export type Owner = (id: string) => readonly Pick<UserField, "table" | "id">[];

type OwnerKind = "activity" | "assignment" | "breakdown" | "project" | "resource";

export const owners: Readonly<Record<OwnerKind, Owner>> = {
  activity: (id) => [{ table: "items", id }],
  breakdown: (id) => [{ table: "items", id: nodeId(id) }],
  project: (id) => [{ table: "projects", id }],
  resource: (id) => [
    { table: "people", id },
    { table: "resources", id },
  ],
  assignment: (id) => [{ table: "assignments", id }],
};

/** Labels in small letters, as columns of the format are, are told apart from those. */
const keyOf = (label: string): string => (/^[a-z]/.test(label) ? `${label} (user-defined)` : label);

/** Puts user-defined fields on their rows, by the labels people see; what the row holds already stays. */
export function addUserFields(draft: Draft, fields: readonly UserField[]): void {
  const byRow = new Map<string, UserField[]>();
  for (const field of fields) {
    const key = `${field.table} ${field.id}`;
    const before = byRow.get(key);
    if (before === undefined) byRow.set(key, [field]);
    else before.push(field);
  }
  for (const [first, ...more] of byRow.values()) {
    const { table: name, id } = first as UserField;
    const rows = table(draft, name) as Map<string, { readonly id: string; readonly customFields?: object }>;
    const row = rows.get(id);
    if (row === undefined) continue;
    const named = [first as UserField, ...more].map(({ label, value }): [string, Json] => [keyOf(label), value]);
    rows.set(id, { ...row, customFields: { ...Object.fromEntries(named), ...row.customFields } });
  }
}
