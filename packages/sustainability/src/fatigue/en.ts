import type { Catalog } from "@evenkeel/kernel";

/** English texts of the fatigue models. */
export const en: Catalog = {
  "sustainability/fatigue-time": {
    message: "{found} is not a time from the start of the plan on.",
    remedy: "Give a number of hours, at the start or later.",
  },
  "sustainability/fatigue-sleep": {
    message: "The sleep from {from} to {to} is empty, begins before the plan, or overlaps another.",
    remedy: "Give sleeps that end after they begin, apart from each other.",
  },
  "sustainability/fatigue-time-of-day": {
    message: "{found} is not an hour of day.",
    remedy: "Give the local hour, from 0 to below 24.",
  },
  "sustainability/fatigue-component": {
    message: "{found} is no value of the component {field}.",
    remedy: "Give a number of at least 0, for the fatigue index of at most 100 together.",
  },
};
