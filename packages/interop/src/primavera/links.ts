import type { Dependency } from "@evenkeel/core";
import { addRow, type Draft, defined, keepDangling, sourceOf, table } from "../draft.js";
import { account, choiceOf, minutesOf, noId, type P6Record } from "./record.js";

const types = { PR_FS: "FS", PR_SS: "SS", PR_FF: "FF", PR_SF: "SF" } as const;

function addLink(draft: Draft, tool: string, record: P6Record): string | undefined {
  const [successorId, predecessorId] = [record.get("task_id") ?? "", record.get("pred_task_id") ?? ""];
  const items = table(draft, "items");
  const keep = (item: string, other: string, field: string, trap?: string): string => {
    keepDangling(draft, item, other, record.nameOf(field), record.path, trap);
    return "one of its ends is not in the input";
  };
  if (predecessorId === successorId) return keep(successorId, predecessorId, "pred_task_id", "any-self-link");
  const isForeign = record.get("pred_proj_id") !== record.get("proj_id");
  const trap = isForeign ? "p6-cross-project" : undefined;
  if (!items.has(predecessorId)) return keep(successorId, predecessorId, "pred_task_id", trap);
  if (!items.has(successorId)) return keep(predecessorId, successorId, "task_id", trap);
  const type = choiceOf(draft, record, "pred_type", types);
  if (type === undefined) return "type not readable";
  const amount = minutesOf(draft, record, "lag_hr_cnt") ?? 0;
  const stated = record.get("task_pred_id");
  const id = stated ?? `${predecessorId}>${successorId}:${type}`;
  const row = defined<Dependency>({
    id,
    predecessorId,
    successorId,
    type,
    lag: amount === 0 ? undefined : { amount, unit: "minutes", basis: "working" },
    sources: stated === undefined ? undefined : [sourceOf(draft, tool, stated)],
    customFields: record.rest(),
  });
  return addRow(draft, "dependencies", row, record.path) ? undefined : noId;
}

/** Reads relationships; working lag runs on the calendar that the project's option names. */
export function readLinks(draft: Draft, tool: string, records: readonly P6Record[]): void {
  for (const record of records) account(draft, record, () => addLink(draft, tool, record));
}
