import type { Catalog } from "@evenkeel/kernel";

/** English texts of the effectiveness measures and checks. */
export const en: Catalog = {
  "effectiveness/effort-unserving": {
    message: "{share:percent} of the effort serves an outcome; {none:minutes} of {known:minutes} serve none.",
    remedy: "Name the outcome of the largest items, or stop them.",
  },
  "effectiveness/outcome-late": {
    message: '"{title}" was due and is attained by {progress:percent}.',
    remedy: "Decide: go on with a new date, or stop spending on it.",
  },
  "effectiveness/impossible-effort": {
    message: 'Item "{item}" has {found} minutes of effort.',
    remedy: "Give a finite number of at least 0.",
  },
};
