import type { Draft } from "../draft.js";
import { account, type P6Tables } from "./record.js";

/** Labels of activities from their codes, `type: value`, in the order of the file. */
export function readCodes(
  draft: Draft,
  { codeTypes, codes, codeUses }: P6Tables,
): ReadonlyMap<string, readonly string[]> {
  const types = new Map(codeTypes.map((record) => [record.get("actv_code_type_id"), record.get("actv_code_type")]));
  const values = new Map(codes.map((record) => [record.get("actv_code_id"), record]));
  for (const record of [...codeTypes, ...codes]) account(draft, record, () => undefined);
  const labels = new Map<string, string[]>();
  for (const record of codeUses) {
    account(draft, record, () => {
      const value = values.get(record.get("actv_code_id"));
      const name = value?.get("actv_code_name") ?? value?.get("short_name");
      if (value === undefined || name === undefined) return "code unknown";
      const type = types.get(value.get("actv_code_type_id"));
      const label = type === undefined ? name : `${type}: ${name}`;
      const id = record.get("task_id") ?? "";
      const before = labels.get(id);
      if (before === undefined) labels.set(id, [label]);
      else if (!before.includes(label)) before.push(label);
      return undefined;
    });
  }
  return labels;
}
