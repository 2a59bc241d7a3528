import type { Catalog } from "@evenkeel/kernel";
import { questions } from "./en-questions.js";

/** English texts of the clarity checks, the questions and the answers. */
export const en: Catalog = {
  ...questions,
  "clarity/missing-outcome": {
    message: '"{title}" serves no outcome.',
    remedy: "Name the outcome it serves, or drop it.",
  },
  "clarity/missing-reason": {
    message: '"{title}" does not say why.',
    remedy: "Write one sentence: what changes for whom.",
  },
  "clarity/missing-acceptance": {
    message: '"{title}" does not say how one sees that it is done.',
    remedy: "Add one criterion that a stranger can check.",
  },
  "clarity/unobservable-acceptance": {
    message: 'Nobody can see whether "{title}" is done by "{criterion}".',
    remedy: "Say what is seen: a state, a value with unit, an artefact or an approval.",
  },
  "clarity/missing-owner": { message: 'Nobody owns "{title}".', remedy: "Ask one person to be accountable." },
  "clarity/not-one-accountable": {
    message: '"{title}" has {count} people as {role}; {model} asks for exactly one.',
    remedy: "Name one; the others advise or help.",
  },
  "clarity/owner-unavailable": {
    message: '"{title}" belongs to {owner}, who cannot do it now ({why}).',
    remedy: "Ask one person who is there to take it.",
  },
  "clarity/unresolved-responsibility": {
    message: 'Nobody is {absent} for "{title}".',
    remedy: "Name who does it and who answers for it; it may be the same person.",
  },
  "clarity/stale-expectation": {
    message: 'What is expected of "{title}" was last said {days} {days|day|days} ago.',
    remedy: "Look at it together and confirm it, or change it.",
  },
  "clarity/unacknowledged-assignment": {
    message: '{person} was given "{title}" by {by} {days} {days|day|days} ago and has not answered.',
    remedy: "Ask whether it is understood and taken.",
  },
  "clarity/duplicate-item": {
    message: '"{title}" is there twice; the other is {other}.',
    remedy: "Merge them, or say in the titles how they differ.",
  },
  "clarity/missing-size": {
    message: '"{title}" is planned and states no size.',
    remedy: "Estimate it, or split it until the size is plain.",
  },
  "clarity/too-large": {
    message: '"{title}" is {size} {unit} large; the cap is {most}.',
    remedy: "Split it into parts that each show something.",
  },
  "clarity/too-entangled": {
    message: '"{title}" has {count} dependencies; {most} is the most.',
    remedy: "Cut it differently, so that parts can be done by themselves.",
  },
  "clarity/never-discussed": {
    message: '"{title}" was begun, and nothing shows that anyone talked about it.',
    remedy: "Clarify it with whoever asked for it.",
  },
  "clarity/not-ready": {
    message: '"{title}" was begun without {absent}, which its workflow asks for.',
    remedy: "Add what is missing, or change the definition of ready.",
  },
  "clarity/contradicts-parent": {
    message: '"{title}" ({own}) does not fit "{parent}" ({whole}), of which it is a part.',
    remedy: "Agree on one date and one urgency for part and whole.",
  },
  "clarity/too-many-consulted": {
    message: '{count} people are to be asked about "{title}"; {most} is the most.',
    remedy: "Ask those whose answer can change it; inform the others.",
  },
  "clarity/undefined-term": {
    message: '"{title}" uses {word}, which the glossary does not explain.',
    remedy: "Add the term, or write it out.",
  },
  "clarity/ambiguous-term": {
    message: 'The glossary has "{term}" and "{other}" for one thing, or one word for two.',
    remedy: "Keep one word a concept; list the other as its synonym.",
  },
  "clarity/incomplete-measure": {
    message: 'Nobody can tell whether "{title}" is attained: {absent} missing.',
    remedy: "Agree on metric, baseline, target and date.",
  },
  "clarity/target-not-ahead": {
    message: 'The measure of "{title}" does not hold together ({why}).',
    remedy: "Put the target on the better side of the baseline, with a unit and a date after the start.",
  },
  "clarity/okr-shape": {
    message: '"{title}" has {count} {count|part|parts}; {least} to {most} can be kept in mind.',
    remedy: "Join what belongs together, or make it the outcome itself.",
  },
  "clarity/measure-counts-work": {
    message: '"{title}" is measured by "{metric}", which counts work and not what it changes.',
    remedy: "Measure what is different for someone when it is done.",
  },
  "clarity/missing-why": {
    message: 'The outcome "{title}" does not say why it is wanted.',
    remedy: "Write one sentence: what changes for whom.",
  },
  "clarity/outcome-without-goal": {
    message: '"{title}" leads to no goal.',
    remedy: "Put it under the goal it serves.",
  },
  "clarity/unserved-outcome": {
    message: 'Nothing is planned for "{title}".',
    remedy: "Plan an item for it, or drop it.",
  },
  "clarity/missing-handoff": {
    message: '"{predecessor}" passes to another owner for "{successor}", and it is not agreed: {absent} missing.',
    remedy: "Agree from whom to whom, what, when, and what makes it acceptable.",
  },
  "clarity/unaware-receiver": {
    message: '{to} has not said that they know of "{what}".',
    remedy: "Ask the receiver to accept it or to say what is missing.",
  },
  "clarity/text-smell": {
    message: '"{title}" can be read in two ways: {words}.',
    remedy: "Say how many, compared with what, and whether it must be; or leave it, if everyone reads it alike.",
  },
  "clarity/why-smell": {
    message: 'Why "{title}" is wanted can be read in two ways: {words}.',
    remedy: "Say how many, compared with what, and whether it must be; or leave it, if everyone reads it alike.",
  },
  "clarity/open-decision": {
    message: 'The question "{title}" has no {absent} yet; {blocked} {blocked|item waits|items wait} for it.',
    remedy: "Name a decider and a date, or decide.",
  },
};
