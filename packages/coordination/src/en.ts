import type { Catalog } from "@evenkeel/kernel";

/** English texts of the coordination checks. */
export const en: Catalog = {
  "coordination/handoff-not-accepted": {
    message: '"{what}" for {to} is {state}, not accepted ({days} {days|day|days}).',
    remedy: "Ask the receiver to accept it or to say what is missing.",
  },
  "coordination/handoff-bounced": {
    message: '"{what}" came back {count} {count|time|times}.',
    remedy: "Agree, with an example, on what makes it acceptable.",
  },
  "coordination/need-before-promise": {
    message: '"{what}" is needed by {needed} and promised for {promised}: {days} {days|day|days} apart.',
    remedy: "Giver and receiver agree on one date, or on less.",
  },
  "coordination/promise-before-input": {
    message: '"{successor}" is promised for {after}, but waits for "{predecessor}", promised for {before}.',
    remedy: "Move one promise, or cut the dependency.",
  },
  "coordination/outcome-misaligned": {
    message: '{owner} and {other} work for "{title}" with different {differs}.',
    remedy: "Agree on one date, one weight and one measure, or name two outcomes.",
  },
  "coordination/promise-unacknowledged": {
    message: '{writer} promised "{what}" for {due} in the name of {by}, who has not acknowledged it.',
    remedy: "Ask whether they make this promise; else take it back.",
  },
  "coordination/priority-inversion": {
    message: '"{successor}" is {class} and waits for "{predecessor}", which is only {found}.',
    remedy: "Make what it waits for as urgent, or cut the dependency.",
  },
  "coordination/started-before-input": {
    message: '"{successor}" was begun before "{predecessor}" was done ({why}).',
    remedy: "Stop it until the input is there, or say that it does not need it.",
  },
  "coordination/ready-but-idle": {
    message: 'Everything "{title}" waits for has been there for {days} {days|day|days}, and nobody has begun.',
    remedy: "Begin it, or say what it still waits for.",
  },
  "coordination/missing-skill": {
    message: 'Nobody who does "{title}" has {absent}.',
    remedy: "Ask someone who has it to join, or plan the time to learn it.",
  },
  "coordination/assignee-away": {
    message: '"{title}" is in progress and everyone who does it is away.',
    remedy: "Ask someone who is there to take it, or put it back.",
  },
  "coordination/claimed-twice": {
    message: "{name} is claimed for {percent} % of their time by {count} assignments at once.",
    remedy: "Move one of them, or agree on shares that fit.",
  },
  "coordination/scarce-skill": {
    message: '"{title}" and "{other}" both need {skill}, which only {name} has.',
    remedy: "Do one after the other, or teach a second person.",
  },
  "coordination/no-shared-hours": {
    message: "{from} and {to} share {minutes} working minutes a week.",
    remedy: "Agree on an hour that both keep free, or hand over in writing with an example.",
  },
  "coordination/open-end": {
    message: '"{title}" has no {absent}.',
    remedy: "Link it to what it waits for and to what waits for it.",
  },
  "coordination/lead": {
    message: '"{successor}" is to begin before "{predecessor}" ends, by negative lag.',
    remedy: "Split the predecessor, or link start to start.",
  },
  "coordination/hard-constraint": {
    message: '"{title}" may not move ({constraint} {at}).',
    remedy: "Use a deadline, so that the dates can tell the truth.",
  },
};
