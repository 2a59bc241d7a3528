import type { Assignment, WorkSpan } from "@evenkeel/core";
import { contours } from "./assignments.js";
import { duration, local, tenths } from "./write-task.js";
import { element, known, type Xml } from "./write-xml.js";

/** Values are written by day; the span itself says how long they last. */
const unit = "2";

function spanElement(type: "1" | "2", uid: string, { from, to, minutes }: WorkSpan): Xml {
  return element(
    "TimephasedData",
    known([
      ["Type", type],
      ["UID", uid],
      ["Start", local(from)],
      ["Finish", local(to)],
      ["Unit", unit],
      ["Value", duration(minutes)],
    ]),
  );
}

/** An assignment as an element; what is not known is left out. */
export function assignmentElement(row: Assignment, uid: string, taskUid: string, resourceUid: string): Xml {
  return element("Assignment", [
    ...known([
      ["UID", uid],
      ["TaskUID", taskUid],
      ["ResourceUID", resourceUid],
      ["Units", row.units === undefined ? undefined : String(row.units)],
      ["Work", duration(row.effortMinutes)],
      ["RemainingWork", duration(row.remainingEffortMinutes)],
      ["ActualWork", duration(row.actualEffortMinutes)],
      ["OvertimeWork", duration(row.overtimeEffortMinutes)],
      ["RemainingOvertimeWork", duration(row.remainingOvertimeEffortMinutes)],
      ["Start", local(row.during?.from)],
      ["Finish", local(row.during?.to)],
      ["Stop", local(row.stop)],
      ["Resume", local(row.resume)],
      ["Delay", tenths(row.delayMinutes)],
      ["LevelingDelay", tenths(row.levelingDelayMinutes)],
      ["WorkContour", row.contour === undefined ? undefined : String(contours.indexOf(row.contour))],
    ]),
    ...(row.remainingSpans ?? []).map((span) => spanElement("1", uid, span)),
    ...(row.actualSpans ?? []).map((span) => spanElement("2", uid, span)),
  ]);
}
