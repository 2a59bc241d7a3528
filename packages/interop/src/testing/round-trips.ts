import type { WorkPlan } from "@evenkeel/core";
import { orThrow, type Result } from "@evenkeel/kernel";
import { lossOfEvenkeelJson, readEvenkeelJson, writeEvenkeelJson } from "../evenkeel-json.js";
import { readGanttProject, writeGanttProject } from "../ganttproject.js";
import { readIcal, writeIcal } from "../ical.js";
import { lossOfCsv } from "../loss/csv.js";
import { lossOfGanttProject } from "../loss/ganttproject.js";
import { lossOfIcal } from "../loss/ical.js";
import { lossOfMspdi } from "../loss/mspdi.js";
import { readMappedCsv, writeCsv } from "../mapped-csv.js";
import { lossOfMarkdown, readMarkdown, writeMarkdown } from "../markdown.js";
import { readMspdi, writeMspdi } from "../mspdi.js";
import { lossOfOcel, readOcel, writeOcel } from "../ocel.js";
import type { Import } from "../types.js";
import { lossOfXer, readXer, writeXer } from "../xer.js";
import { fromCsv } from "./comes-back/csv.js";
import { fromGanttProject } from "./comes-back/ganttproject.js";
import { fromIcal } from "./comes-back/ical.js";
import { fromMarkdown } from "./comes-back/markdown.js";
import { fromMspdi } from "./comes-back/mspdi.js";
import { fromXer } from "./comes-back/xer.js";
import type { RoundTrip } from "./round-trip.js";

const by =
  (write: (plan: WorkPlan) => string, read: (text: string) => Result<Import>) =>
  (plan: WorkPlan): WorkPlan =>
    orThrow(read(write(plan))).plan;

/** Every writer whose reader gives a plan again, with what comes back. */
export const roundTrips: readonly RoundTrip[] = [
  { loss: lossOfMarkdown, again: by(writeMarkdown, readMarkdown), comesBack: fromMarkdown },
  { loss: lossOfOcel, again: by((plan) => writeOcel({ plan }), readOcel), comesBack: {} },
  { loss: lossOfEvenkeelJson, again: by((plan) => writeEvenkeelJson({ plan }), readEvenkeelJson), comesBack: {} },
  { loss: lossOfCsv, again: by(writeCsv, readMappedCsv), comesBack: fromCsv },
  { loss: lossOfMspdi, again: by(writeMspdi, readMspdi), comesBack: fromMspdi },
  { loss: lossOfGanttProject, again: by(writeGanttProject, readGanttProject), comesBack: fromGanttProject },
  { loss: lossOfIcal, again: by(writeIcal, readIcal), comesBack: fromIcal },
  { loss: lossOfXer, again: by(writeXer, readXer), comesBack: fromXer },
];
