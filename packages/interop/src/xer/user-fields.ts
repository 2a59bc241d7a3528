import { type Owner, owners, type UserField } from "../primavera/user-fields.js";
import type { XerFile } from "./tables.js";

/** Tables of the format whose rows can have fields of one's own, and the rows they became. */
const ownerOf = new Map<string | undefined, Owner>([
  ["TASK", owners.activity],
  ["PROJWBS", owners.breakdown],
  ["PROJECT", owners.project],
  ["RSRC", owners.resource],
  ["TASKRSRC", owners.assignment],
]);

type Cells = (field: string) => string | undefined;

function* rowsOf({ tables }: XerFile, name: string): Generator<Cells> {
  for (const { fields, rows, ...table } of tables) {
    if (table.name !== name) continue;
    for (const cells of rows)
      yield (field) => cells[fields.indexOf(field)]?.replace(/\u007f\u007f?/g, "\n").trim() || undefined;
  }
}

/** The user-defined fields of a file, each at the row it belongs to. */
export function userFieldsOf(file: XerFile): UserField[] {
  const types = new Map([...rowsOf(file, "UDFTYPE")].map((cell) => [cell("udf_type_id"), cell] as const));
  const codes = new Map([...rowsOf(file, "UDFCODE")].map((cell) => [cell("udf_code_id"), cell] as const));
  return [...rowsOf(file, "UDFVALUE")].flatMap((cell): UserField[] => {
    const [type, id] = [types.get(cell("udf_type_id")), cell("fk_id")];
    const label = type?.("udf_type_label") ?? type?.("udf_type_name");
    const code = codes.get(cell("udf_code_id"));
    const value =
      cell("udf_text") ?? cell("udf_number") ?? cell("udf_date") ?? code?.("udf_code_name") ?? code?.("short_name");
    const owner = ownerOf.get(type?.("table_name"));
    if (label === undefined || id === undefined || value === undefined || owner === undefined) return [];
    return owner(id).map((row) => ({ ...row, label, value }));
  });
}
