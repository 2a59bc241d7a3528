import type { Assignment, Period, WorkContour } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import { childText, type XmlElement } from "../xml-tree.js";
import type { KeptOf } from "./own-fields.js";
import { minutesOf, numberOf, pathOf, remainingOf, tenthsOf, timeOf } from "./values.js";
import { isWorkSpan, workSpansOf } from "./work-spans.js";

const place = "Project/Assignments/Assignment";

/** Contours by their code. */
export const contours: readonly WorkContour[] = [
  "flat",
  "backLoaded",
  "frontLoaded",
  "doublePeak",
  "earlyPeak",
  "latePeak",
  "bell",
  "turtle",
  "contoured",
];

function contourOf(draft: Draft, element: XmlElement, id: string): WorkContour | undefined {
  const code = numberOf(draft, element, "WorkContour");
  if (code === undefined) return undefined;
  const contour = contours[code];
  if (contour === undefined) {
    const facts = { field: "WorkContour", found: String(code), expected: "0..8" };
    warn(draft, "mspdi-invalid-value", pathOf(element, "WorkContour"), [id], facts);
  }
  return contour;
}

/** What of the assignment stays verbatim: timephased data only where it is no span of work. */
function restOf(element: XmlElement, keptOf: KeptOf) {
  const header = { ...element, children: element.children.filter((each) => !isWorkSpan(each)) };
  return keptOf(header, place);
}

/** Reads an assignment; one without a known task or resource is left out with an issue. */
export function readAssignment(draft: Draft, element: XmlElement, keptOf: KeptOf): boolean {
  const path = [element.line, "Assignment"];
  const itemId = childText(element, "TaskUID") ?? "";
  const resourceId = childText(element, "ResourceUID") ?? "";
  const isPerson = table(draft, "people").has(resourceId);
  const isKnown = isPerson || table(draft, "resources").has(resourceId);
  const id = childText(element, "UID") ?? `${itemId}:${resourceId}`;
  if (!table(draft, "items").has(itemId) || !isKnown) {
    const isItem = table(draft, "items").has(itemId);
    const [field, reference] = isItem ? ["ResourceUID", resourceId] : ["TaskUID", itemId];
    warn(draft, "any-dangling-reference", path, [id, reference], { item: id, reference, field });
    return false;
  }
  const [from, to] = [timeOf(draft, element, "Start"), timeOf(draft, element, "Finish")];
  const work = (name: string) => minutesOf(draft, element, name);
  const row = defined<Assignment>({
    id,
    itemId,
    personId: isPerson ? resourceId : undefined,
    resourceId: isPerson ? undefined : resourceId,
    role: "responsible",
    effortMinutes: work("Work"),
    remainingEffortMinutes: remainingOf(draft, element, { all: "Work", done: "ActualWork", left: "RemainingWork" }),
    actualEffortMinutes: work("ActualWork"),
    overtimeEffortMinutes: work("OvertimeWork"),
    remainingOvertimeEffortMinutes: work("RemainingOvertimeWork"),
    units: numberOf(draft, element, "Units"),
    during: from === undefined && to === undefined ? undefined : defined<Period>({ from, to }),
    stop: timeOf(draft, element, "Stop"),
    resume: timeOf(draft, element, "Resume"),
    delayMinutes: tenthsOf(draft, element, "Delay") || undefined,
    levelingDelayMinutes: tenthsOf(draft, element, "LevelingDelay") || undefined,
    contour: contourOf(draft, element, id),
    ...workSpansOf(draft, element),
    sources: [sourceOf(draft, "mspdi", id)],
    customFields: restOf(element, keptOf),
  });
  return addRow(draft, "assignments", row, path);
}
