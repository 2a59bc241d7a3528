import type { Catalog } from "./describe.js";

/** English texts of the kernel's codes. */
export const en: Catalog = {
  "kernel/invalid-time-text": {
    message: 'Found "{found}" where this is needed: {expected}.',
    remedy: "Write a day as 2026-05-01, a local time as 2026-05-01T08:00, an instant as 2026-05-01T06:00:00Z.",
  },
  "kernel/impossible-date": {
    message: '"{found}" does not exist in the calendar.',
    remedy: "Correct the month, the day or the time of day.",
  },
};
