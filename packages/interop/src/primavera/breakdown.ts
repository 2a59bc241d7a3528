import type { WorkItem } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import { projectOf } from "./projects.js";
import { account, flagOf, idOf, noId, numberOf, ownNode, type P6Record } from "./record.js";

/** The id of the item of a node; nodes and activities are numbered apart in this tool. */
export const nodeId = (id: string): string => `wbs-${id}`;

/** Reads the nodes of the breakdown into summary items; a project's own node is the project. */
export function readBreakdown(draft: Draft, tool: string, records: readonly P6Record[]): void {
  const roots = new Set<string | undefined>();
  for (const record of records) if (flagOf(record, "proj_node_flag") === true) roots.add(record.get("wbs_id"));
  const known = new Set(records.map((record) => record.get("wbs_id")));
  for (const [index, record] of records.entries()) {
    account(draft, record, () => {
      const id = idOf(draft, record, "wbs_id");
      if (id === undefined) return noId;
      if (roots.has(id)) return ownNode;
      const parent = record.get("parent_wbs_id");
      const isInside = parent !== undefined && known.has(parent);
      if (parent !== undefined && !isInside) {
        const facts = { item: nodeId(id), reference: parent, field: record.nameOf("parent_wbs_id") };
        warn(draft, "any-dangling-reference", record.path, [nodeId(id), parent], facts);
      }
      const row = defined<WorkItem>({
        id: nodeId(id),
        title: record.get("wbs_name") ?? record.get("wbs_short_name") ?? "",
        kind: "summary",
        projectId: projectOf(draft, tool, record),
        parentId: isInside && !roots.has(parent) && parent !== id ? nodeId(parent) : undefined,
        rank: numberOf(draft, record, "seq_num") ?? index,
        schedule: { kind: "summary" },
        sources: [sourceOf(draft, tool, id, record.get("wbs_short_name"))],
        customFields: record.rest(),
      });
      return addRow(draft, "items", row, record.path) ? undefined : noId;
    });
  }
}

/** The item an activity hangs under. */
export function parentOf(draft: Draft, record: P6Record): string | undefined {
  const id = record.get("wbs_id");
  return id !== undefined && table(draft, "items").has(nodeId(id)) ? nodeId(id) : undefined;
}
