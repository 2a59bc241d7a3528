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
  "effectiveness/duplicate-id": {
    message: "{count} rows have the same id.",
    remedy: "Give every row its own id.",
  },
  "effectiveness/impossible-value": {
    message: "Found {found} where a finite number of at least {least} is needed.",
    remedy: "Correct the value.",
  },
  "effectiveness/sample-too-small": {
    message: "{needed} {needed|row is|rows are} needed, {found} {found|was|were} found.",
    remedy: "Look at a longer time.",
  },
  "effectiveness/units-differ": {
    message: "Cost of delay is given in {unit} here and in {other} elsewhere; it is left out.",
    remedy: "Give all costs of delay in one unit.",
  },
};
