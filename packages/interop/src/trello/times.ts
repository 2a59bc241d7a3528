import { parsePlainTime } from "../plain-time.js";
import { notedTime, type TimeOfJson } from "../trackers/noted-time.js";

/** A time of a board in the form of the documents: Trello and WeKan write ISO 8601 alone. */
export const boardTime: TimeOfJson = /* @__PURE__ */ notedTime(parsePlainTime);
