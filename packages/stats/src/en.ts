import type { StatsCode } from "./types.js";

/** English texts of this package's codes; a catalog as the kernel's `describe` reads it. */
export const en: Readonly<Record<StatsCode, { readonly message: string; readonly remedy: string }>> = {
  "stats/sample-too-small": {
    message: "{needed} {needed|value is|values are} needed, {found} {found|was|were} given.",
    remedy: "Gather more data or ask a question that needs less.",
  },
  "stats/not-finite": {
    message: "Found {found} where a finite number is needed.",
    remedy: "Remove or correct the value.",
  },
  "stats/not-a-count": {
    message: "Found {found} where a whole number within the stated range is needed.",
    remedy: "Give a whole number of things.",
  },
  "stats/lengths-differ": {
    message: "{needed} values are needed, one for each of the others; {found} were given.",
    remedy: "Give one value for each.",
  },
  "stats/out-of-range": {
    message: "Found {found}, which is outside the range this function states.",
    remedy: "Correct the value; the range stands with the parameter.",
  },
  "stats/probability-out-of-range": {
    message: "Found {found} where a probability from 0 to 1 is needed.",
    remedy: "Write 85 % as 0.85.",
  },
};
