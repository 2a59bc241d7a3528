import type { Catalog } from "@evenkeel/kernel";

/** English texts of the questions of an interview, and of answers that do not fit. */
export const questions: Catalog = {
  "clarity/ask-outcome": {
    message: 'Which outcome does "{title}" serve?',
    remedy: "Choose one; {count} {count|item|items} in it get their purpose from it.",
  },
  "clarity/ask-new-outcome": {
    message: 'What is to be different for someone once "{title}" is done, why, and how will one see it?',
    remedy: "Name the change, not the work; then what is measured, from which value to which, and by when.",
  },
  "clarity/ask-why": {
    message: 'Why is "{title}" wanted?',
    remedy: "One sentence: what changes for whom.",
  },
  "clarity/ask-reason": {
    message: 'Why is "{title}" to be done?',
    remedy: "One sentence: what would be missing without it.",
  },
  "clarity/ask-owner": { message: 'Who takes "{title}"?', remedy: "Name one person; others may help." },
  "clarity/ask-owner-of-several": {
    message: "Who takes these {count}: {titles}{isCut| and others|}?",
    remedy: "Name one person for all of them; single ones can be passed on later.",
  },
  "clarity/ask-doer": {
    message: 'Who does "{title}"?',
    remedy: "Name one person; it may be the one who answers for it.",
  },
  "clarity/ask-doer-of-several": {
    message: "Who does these {count}: {titles}{isCut| and others|}?",
    remedy: "Name one person; it may be the one who answers for them.",
  },
  "clarity/ask-one-owner": {
    message: 'Who is the one {roles} for "{title}"?',
    remedy: "{model} asks for exactly one of each; the others advise or help.",
  },
  "clarity/ask-successor": {
    message: '{owner} cannot do "{title}" now. Who takes it over?',
    remedy: "Name one person who is there.",
  },
  "clarity/ask-successor-of-several": {
    message: "{owner} cannot do these {count} now: {titles}{isCut| and others|}. Who takes them over?",
    remedy: "Name one person who is there; single ones can be passed on later.",
  },
  "clarity/ask-consulted": {
    message: 'Whose answer can change "{title}"? At most {most} of {count}.',
    remedy: "Choose those who must be asked; the others are told.",
  },
  "clarity/ask-taken": {
    message: 'Do you take "{title}", which {by} gave you, and is it plain what is expected?',
    remedy: "Say yes, or ask back.",
  },
  "clarity/ask-taken-of-several": {
    message: "Do you take these {count}, and is it plain what is expected: {titles}{isCut| and others|}?",
    remedy: "Say yes, or ask back.",
  },
  "clarity/ask-expectation": {
    message: 'Is what is expected of "{title}" still right?',
    remedy: "Confirm it, or note what changed.",
  },
  "clarity/ask-expectation-of-several": {
    message: "Is what is expected of these {count} still right: {titles}{isCut| and others|}?",
    remedy: "Confirm it in one talk, or note what changed.",
  },
  "clarity/ask-acceptance": {
    message: 'How will a stranger see that "{title}" is done?',
    remedy: "One thing that can be looked at: a state, a value, an artefact or an approval.",
  },
  "clarity/ask-observable": {
    message: 'What is looked at to see that "{title}" is done: {criteria}?',
    remedy: "For each: a state, a value, an artefact or an approval.",
  },
  "clarity/ask-size": { message: 'How large is "{title}", in {unit}?', remedy: "A rough number is enough." },
  "clarity/ask-ready": {
    message: '"{title}" was begun without {absent}. What is it?',
    remedy: "Add what the workflow asks for.",
  },
  "clarity/ask-date": {
    message: 'How can "{title}" fit "{parent}", of which it is a part? To be said again: {fields}.',
    remedy: "A part is due no later than its whole, and no less urgent.",
  },
  "clarity/ask-duplicate": {
    message: '"{title}" is there twice ({other}, {id}). Are they the same?',
    remedy: "If they are, the later one goes; if not, give it a title that tells them apart.",
  },
  "clarity/ask-term": { message: "What does this mean: {words}?", remedy: "One sentence each, for the glossary." },
  "clarity/ask-one-term": {
    message: 'Are "{term}" and "{other}" one thing or two?',
    remedy: "One: they share an entry. Two: give one of them another word or meaning.",
  },
  "clarity/ask-measure": {
    message: 'How will one see that "{title}" is attained? Open: {absent}.',
    remedy: "Measure what is different for someone, from which value to which, and by when.",
  },
  "clarity/ask-goal": { message: 'Which goal does "{title}" lead to?', remedy: "Choose the goal it is a part of." },
  "clarity/ask-item": {
    message: 'Which item works for "{title}"?',
    remedy: "Choose one; what it served before it goes on serving.",
  },
  "clarity/ask-handoff": {
    message: 'What do you need from "{predecessor}" for "{successor}", when, and when is it good enough?',
    remedy: "Say it so that the giver can check it before passing it on.",
  },
  "clarity/ask-receiver": {
    message: '"{what}" is coming to you for "{successor}". Do you accept it?',
    remedy: "Accept it, or return it and say what is missing.",
  },
  "clarity/ask-decision": {
    message: "{title} The answer is due; {blocked} {blocked|item waits|items wait} for it.",
    remedy: "Decide, or choose one of the options.",
  },
  "clarity/ask-decider": {
    message: 'Who decides "{title}", and by when?',
    remedy: "Name what is missing; {blocked} {blocked|item waits|items wait} for it.",
  },
  "clarity/answer-missing": { message: "{field} is not answered.", remedy: "Give a value for it." },
  "clarity/answer-unknown-field": { message: "{field} was not asked for.", remedy: "Leave it out." },
  "clarity/answer-wrong-type": {
    message: "{field} is not a {expected}.",
    remedy: "A text, a number, a day or instant, or one of the options, as the question says.",
  },
  "clarity/answer-says-nothing": {
    message: "{field} is empty or repeats what is known.",
    remedy: "Say it in other words, or leave the question open.",
  },
  "clarity/answer-out-of-range": {
    message: "{field} is {found}; it has to be {bound}.",
    remedy: "Choose another value.",
  },
  "clarity/answer-not-offered": {
    message: "{field} cannot be {found}.",
    remedy: "Choose one of the options, or a person who is there.",
  },
  "clarity/answer-does-not-hold": {
    message: "The measure would not hold together ({why}).",
    remedy:
      "Put the target on the better side of the baseline, with a unit and a date after the start; count what changes.",
  },
};
