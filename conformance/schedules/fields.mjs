/** The stored fields that are compared, in the order they are printed; `late` ones depend on the project's finish. */
export const fields = [
  { name: "earlyStart", short: "ES" },
  { name: "earlyFinish", short: "EF" },
  { name: "lateStart", short: "LS", late: true },
  { name: "lateFinish", short: "LF", late: true },
  { name: "start", short: "Start" },
  { name: "finish", short: "Finish" },
  { name: "totalFloatMinutes", short: "TF", late: true },
  { name: "freeFloatMinutes", short: "FF", late: true },
  { name: "startFloatMinutes", short: "SF", late: true },
  { name: "finishFloatMinutes", short: "FiF", late: true },
  { name: "isCritical", short: "Crit", late: true },
  { name: "isOnLongestPath", short: "Path", late: true },
];

/** Floats are stored in hours with few decimals or in tenths of a minute: less than this apart is the same minute. */
const halfMinute = 0.5;

/** Whether two values are the same: instants exactly, at minute precision; floats at minute precision; flags exactly. */
export function isEqual(ours, stored) {
  if (typeof stored === "number") return typeof ours === "number" && Math.abs(ours - stored) < halfMinute;
  if (typeof stored === "string") return typeof ours === "string" && ours.slice(0, 16) === stored.slice(0, 16);
  return ours === stored;
}
