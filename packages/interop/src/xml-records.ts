import { attributeOf } from "./attribute-values.js";
import { type Draft, warn } from "./draft.js";
import { children, type XmlElement } from "./xml-tree.js";

/** A task of a file that nests its tasks. */
export interface TaskRow {
  readonly element: XmlElement;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly isSummary: boolean;
}

/** Tasks within tasks in the order of the file; those without an id, with all inside, are left out with an issue of the code given. */
export function nestedTasks(draft: Draft, tasks: XmlElement | undefined, code: string): TaskRow[] {
  const rows: TaskRow[] = [];
  const stack = children(tasks, "task")
    .map((element) => ({ element, parentId: undefined as string | undefined }))
    .reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, parentId } = next;
    const id = attributeOf(element, "id");
    const inner = children(element, "task");
    draft.counts.read++;
    if (id === undefined) {
      warn(draft, code, [element.line], [], { element: "task" });
      draft.counts.rejected++;
      draft.lost.set(element, "no id");
      continue;
    }
    rows.push({ element, id, parentId, isSummary: inner.length > 0 });
    for (const each of [...inner].reverse()) stack.push({ element: each, parentId: id });
  }
  return rows;
}

/** Reads records one by one and keeps their account; a reader says whether there was a place for one. */
export function readRecords<Reading extends { readonly draft: Draft }>(
  reading: Reading,
  records: readonly (readonly [XmlElement, (reading: Reading, element: XmlElement) => boolean])[],
): void {
  const { draft } = reading;
  for (const [element, read] of records) {
    draft.counts.read++;
    if (read(reading, element)) draft.counts.imported++;
    else {
      draft.counts.rejected++;
      draft.lost.set(element, "what it names is unknown, or was read before");
    }
  }
}
