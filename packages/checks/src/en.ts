import type { Catalog } from "@evenkeel/kernel";

/** English texts of the codes all checks share. */
export const en: Catalog = {
  "checks/pass": { message: "{check}: {subject} is fine." },
  "checks/unknown": {
    message: "{check} cannot be judged: {missing} is not known.",
    remedy: "Add the missing fields, or import from a source that carries them.",
  },
  "checks/inapplicable": { message: "{check} does not apply." },
  "checks/waiver-unused": { message: 'Waiver "{id}" covers nothing ({covers}).', remedy: "Remove the waiver." },
  "checks/waiver-without-reason": {
    message: 'Waiver "{id}" has no reason of at least {needed} characters.',
    remedy: "Say why this failure is accepted.",
  },
};
