import type { Catalog } from "@evenkeel/kernel";

/** English texts of survey instruments and answers. */
export const en: Catalog = {
  "sustainability/survey-instrument": {
    message: "The instrument has {found} as {field}; expected: {expected}.",
    remedy: "Correct the instrument's data.",
  },
  "sustainability/survey-unknown-item": {
    message: 'The instrument has no item "{item}".',
    remedy: "Correct the id, or take another version of the instrument.",
  },
  "sustainability/survey-answer": {
    message: 'The answer to "{item}" is not a number from {least} to {most}.',
    remedy: "Check how the answers are coded.",
  },
  "sustainability/survey-missing": {
    message: 'Scale "{scale}" has {answered} of {items} answers and needs all.',
    remedy: "Leave the scale out, or ask again.",
  },
  "sustainability/survey-weights": {
    message: 'Scale "{scale}" cannot be formed: its weights do not add up, or it would divide by 0.',
    remedy: "Check the weights against the instrument.",
  },
  "sustainability/survey-unknown-scale": {
    message: 'The instrument has no scale "{found}".',
    remedy: "Take one of its scales.",
  },
};
