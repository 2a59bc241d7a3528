import { nodeId } from "../primavera/breakdown.js";
import type { P6Note } from "../primavera/notes.js";
import { cellsOf } from "./cells.js";
import type { XerFile } from "./tables.js";

/** Notes of activities and of nodes of the breakdown: tables, their columns, and the item a row belongs to. */
const tables = [
  { name: "TASKMEMO", owner: "task_id", text: "task_memo", itemOf: (id: string) => id },
  { name: "WBSMEMO", owner: "wbs_id", text: "wbs_memo", itemOf: nodeId },
] as const;

/** The notes of the notebooks of a file. */
export function notesOf(file: XerFile): P6Note[] {
  const topics = new Map([...cellsOf(file, "MEMOTYPE")].map((cell) => [cell("memo_type_id"), cell("memo_type")]));
  return tables.flatMap(({ name, owner, text: column, itemOf }) =>
    [...cellsOf(file, name)].flatMap((cell): P6Note[] => {
      const [id, text] = [cell(owner), cell(column)];
      if (id === undefined || text === undefined) return [];
      return [{ itemId: itemOf(id), topic: topics.get(cell("memo_type_id")), text }];
    }),
  );
}
