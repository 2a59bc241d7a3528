import { type Owner, owners, type UserField } from "../primavera/user-fields.js";
import { cellsOf } from "./cells.js";
import type { XerFile } from "./tables.js";

/** Tables of the format whose rows can have fields of one's own, and the rows they became. */
const ownerOf = new Map<string | undefined, Owner>([
  ["TASK", owners.activity],
  ["PROJWBS", owners.breakdown],
  ["PROJECT", owners.project],
  ["RSRC", owners.resource],
  ["TASKRSRC", owners.assignment],
]);

/** The user-defined fields of a file, each at the row it belongs to. */
export function userFieldsOf(file: XerFile): UserField[] {
  const types = new Map([...cellsOf(file, "UDFTYPE")].map((cell) => [cell("udf_type_id"), cell] as const));
  const codes = new Map([...cellsOf(file, "UDFCODE")].map((cell) => [cell("udf_code_id"), cell] as const));
  return [...cellsOf(file, "UDFVALUE")].flatMap((cell): UserField[] => {
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
