import type { Catalog } from "@evenkeel/kernel";

/** English texts of the clarity checks. */
export const en: Catalog = {
  "clarity/outcome-missing": {
    message: '"{title}" serves no outcome.',
    remedy: "Name the outcome it serves, or drop it.",
  },
  "clarity/reason-missing": {
    message: '"{title}" does not say why.',
    remedy: "Write one sentence: what changes for whom.",
  },
  "clarity/acceptance-missing": {
    message: '"{title}" does not say how one sees that it is done.',
    remedy: "Add one criterion that a stranger can check.",
  },
  "clarity/owner-missing": { message: 'Nobody owns "{title}".', remedy: "Ask one person to be accountable." },
  "clarity/accountable-several": {
    message: '"{title}" has {count} people as {role}.',
    remedy: "Keep one; the others are responsible or consulted.",
  },
  "clarity/measure-incomplete": {
    message: 'Nobody can tell whether "{title}" is attained: {absent} missing.',
    remedy: "Agree on metric, baseline, target and date.",
  },
  "clarity/decision-open": {
    message: 'The question "{title}" waits; missing: {absent}. {blocked} {blocked|item waits|items wait} for it.',
    remedy: "Name a decider and a date, or decide.",
  },
};
