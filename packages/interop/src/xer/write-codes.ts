import type { WorkItem } from "@evenkeel/core";
import type { XerRow, XerRows } from "./write-table.js";

/** The type of labels that name none; the format has no code without. */
const plainType = "Label";

/** A label as type and value. */
function partsOf(label: string): readonly [string, string] {
  const cut = label.indexOf(": ");
  return cut > 0 ? [label.slice(0, cut), label.slice(cut + 2)] : [plainType, label];
}

/** Labels as codes: their types, their values, and which activity has which. */
export function codeRows(
  activities: readonly WorkItem[],
  taskId: (id: string) => string,
): { readonly types: readonly XerRows[]; readonly uses: readonly XerRows[] } {
  const types = new Map<string, string>();
  const values = new Map<string, XerRow>();
  const uses: XerRow[] = [];
  for (const item of activities) {
    for (const label of item.labels ?? []) {
      const [type, value] = partsOf(label);
      const typeId = types.get(type) ?? String(types.size + 1);
      types.set(type, typeId);
      const key = `${typeId}\u0000${value}`;
      const code = values.get(key) ?? {
        actv_code_id: String(values.size + 1),
        actv_code_type_id: typeId,
        actv_code_name: value,
        short_name: value.slice(0, 60),
      };
      values.set(key, code);
      uses.push({ task_id: taskId(item.id), actv_code_type_id: typeId, actv_code_id: code["actv_code_id"] });
    }
  }
  const typeRows = [...types].map(([name, id]) => ({
    actv_code_type_id: id,
    actv_code_type: name,
    actv_code_type_scope: "AS_Global",
  }));
  return {
    types: [
      { name: "ACTVTYPE", columns: ["actv_code_type_id"], rows: typeRows },
      { name: "ACTVCODE", columns: ["actv_code_id", "actv_code_type_id"], rows: [...values.values()] },
    ],
    uses: [{ name: "TASKACTV", columns: ["task_id", "actv_code_type_id", "actv_code_id"], rows: uses }],
  };
}
