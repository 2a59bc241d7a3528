import { parseForeignTime } from "../foreign-time.js";
import { notedTime, type TimeOfJson } from "./noted-time.js";

export { sortable } from "./noted-time.js";

/** A time of a tracker, however it is written, in the form of the documents. */
export const toolTime: TimeOfJson = /* @__PURE__ */ notedTime((text) => parseForeignTime(text));
