import type { Catalog } from "@evenkeel/kernel";

/** English texts of the coordination checks. */
export const en: Catalog = {
  "coordination/handoff-missing": {
    message: '"{predecessor}" passes to another owner for "{successor}", and nothing says what passes.',
    remedy: "Agree what is handed over, when, and what makes it acceptable.",
  },
  "coordination/handoff-not-accepted": {
    message: '"{what}" for {to} is {state}, not accepted ({days} {days|day|days}).',
    remedy: "Ask the receiver to accept it or to say what is missing.",
  },
  "coordination/need-before-promise": {
    message: '"{what}" is needed by {needed} and promised for {promised}: {days} {days|day|days} apart.',
    remedy: "Giver and receiver agree on one date, or on less.",
  },
  "coordination/promise-before-input": {
    message: '"{successor}" is promised for {after}, but waits for "{predecessor}", promised for {before}.',
    remedy: "Move one promise, or cut the dependency.",
  },
};
