import type { Dependency, DependencyType, Lag } from "@evenkeel/core";
import { canonicalJson, type Issue } from "@evenkeel/kernel";
import { addRow, type Draft, defined, keepDangling, note, table, warn } from "../draft.js";
import { children, childText, type XmlElement } from "../xml-tree.js";
import { durationFormat, flagOf, numberOf } from "./values.js";

const types: readonly DependencyType[] = ["FF", "FS", "SF", "SS"];

/** Lag in minutes (the file has tenths), or as a share where the format is a percentage. */
function lagOf(draft: Draft, link: XmlElement): Lag | undefined {
  const amount = numberOf(draft, link, "LinkLag") ?? 0;
  if (amount === 0) return undefined;
  const code = numberOf(draft, link, "LagFormat");
  const format = durationFormat(code);
  if (format.unit === "percent") {
    return {
      amount: amount / 100,
      unit: "percent",
      basis: format.elapsed ? "elapsed" : "working",
      calendar: "successor",
    };
  }
  return { amount: amount / 10, unit: "minutes", basis: format.elapsed ? "elapsed" : "working", calendar: "successor" };
}

interface Link {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly type: DependencyType;
  readonly lag?: Lag;
}

/** What to leave out of the plan and say so: a link to another project, to nothing or to the item itself. */
function faultOf(draft: Draft, link: XmlElement, task: string, path: Issue["path"]): boolean {
  const predecessor = childText(link, "PredecessorUID") ?? "";
  const project = childText(link, "CrossProjectName") ?? "";
  if (flagOf(link, "CrossProject") === true || project !== "") {
    keepDangling(draft, task, project === "" ? predecessor : project, "PredecessorLink", path, "mspdi-cross-project");
    return true;
  }
  if (table(draft, "items").has(predecessor) && predecessor !== task) return false;
  const trap = predecessor === task ? "any-self-link" : "any-dangling-reference";
  keepDangling(draft, task, predecessor, "PredecessorUID", path, trap);
  return true;
}

/** Reads the links that stand on a task into dependencies; equal links between the same two tasks are merged. */
export function readLinks(draft: Draft, task: XmlElement, taskId: string): void {
  const seen = new Set<string>();
  for (const element of children(task, "PredecessorLink")) {
    draft.counts.read++;
    const path = [element.line, "PredecessorLink"];
    if (faultOf(draft, element, taskId, path)) {
      draft.counts.rejected++;
      continue;
    }
    const predecessorId = childText(element, "PredecessorUID") as string;
    const type = types[numberOf(draft, element, "Type") ?? 1];
    if (type === undefined) {
      warn(draft, "mspdi-invalid-value", path, [taskId], {
        field: "Type",
        found: childText(element, "Type") ?? "",
        expected: "0..3",
      });
      draft.counts.rejected++;
      continue;
    }
    const link = defined<Link>({ predecessorId, successorId: taskId, type, lag: lagOf(draft, element) });
    const same = canonicalJson(link);
    if (seen.has(same)) {
      note(draft, "mspdi-duplicate-link", path, [predecessorId, taskId], {
        predecessor: predecessorId,
        successor: taskId,
      });
      draft.counts.merged++;
      continue;
    }
    seen.add(same);
    const base = `${predecessorId}>${taskId}:${type}`;
    const id = table(draft, "dependencies").has(base) ? `${base}:${seen.size}` : base;
    addRow(draft, "dependencies", { id, ...link } satisfies Dependency, path);
    draft.counts.imported++;
  }
}
