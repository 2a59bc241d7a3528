import type { WorkSpan } from "@evenkeel/core";
import type { Draft } from "../draft.js";
import { children, childText, type XmlElement } from "../xml-tree.js";
import { minutesOf, timeOf } from "./values.js";

/** Codes of timephased data that say when the work of an assignment lies. */
const fields = { "1": "remainingSpans", "2": "actualSpans" } as const;

/** Work of an assignment as laid out in time. */
export interface WorkSpans {
  readonly remainingSpans?: readonly WorkSpan[];
  readonly actualSpans?: readonly WorkSpan[];
}

/** Whether an element says when work lies; other timephased data are baselines, costs and overtime. */
export function isWorkSpan(element: XmlElement): boolean {
  return element.name === "TimephasedData" && Object.hasOwn(fields, childText(element, "Type") ?? "");
}

/** Spans of remaining and of actual work, rising; spans without work say no more than the gap they leave. */
export function workSpansOf(draft: Draft, assignment: XmlElement): WorkSpans {
  const found: { [F in "remainingSpans" | "actualSpans"]: WorkSpan[] } = { remainingSpans: [], actualSpans: [] };
  for (const element of children(assignment, "TimephasedData").filter(isWorkSpan)) {
    const field = fields[childText(element, "Type") as keyof typeof fields];
    const [from, to] = [timeOf(draft, element, "Start"), timeOf(draft, element, "Finish")];
    const minutes = minutesOf(draft, element, "Value") ?? 0;
    const isSpan = from !== undefined && to !== undefined && from < to && minutes >= 0;
    if (isSpan) draft.moved.set(element, { fate: "mapped", to: `assignments.${field}` });
    else draft.lost.set(element, "not readable");
    if (isSpan && minutes > 0) found[field].push({ from, to, minutes });
  }
  const rising = (spans: readonly WorkSpan[]) =>
    [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return {
    ...(found.remainingSpans.length === 0 ? {} : { remainingSpans: rising(found.remainingSpans) }),
    ...(found.actualSpans.length === 0 ? {} : { actualSpans: rising(found.actualSpans) }),
  };
}
