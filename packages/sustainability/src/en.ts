import type { Catalog } from "@evenkeel/kernel";

/** English texts of load and of the sustainability checks. Legal rules are information, not legal advice. */
export const en: Catalog = {
  "sustainability/overload": {
    message: "The week of {week} asks {planned:minutes} of {person}; there are {capacity:minutes}.",
    remedy: "Move, share or drop one of the {items} {items|item|items} that load it.",
  },
  "sustainability/too-much-in-progress": {
    message: "{person} has {count} items in progress; more than {most} are hard to hold in mind.",
    remedy: "Agree which ones rest until others are finished.",
  },
  "sustainability/daily-rest": {
    message: "{person} had {rest:minutes} of rest in the 24 hours from {since}; {needed:minutes} are due.",
    remedy: "Start later the next day, and look at what made the day long. Information, not legal advice.",
  },
  "sustainability/weekly-rest": {
    message: "{person} had {rest:minutes} of rest at most in the seven days from {since}; {needed:minutes} are due.",
    remedy: "Plan a free day and a half. Information, not legal advice.",
  },
  "sustainability/concentration": {
    message: "Without {people} over half of {items} items would have nobody who knows them.",
    remedy: "Pair on the most important of them, and let the other one lead.",
  },
  "sustainability/load-chart": {
    message: "{weeks} person-weeks carry load; {over} of them more than there is time for.",
  },
  "sustainability/unknown-person": {
    message: 'Item "{item}" is loaded on "{found}", who is not among the people.',
    remedy: "Add the person, or correct the id.",
  },
  "sustainability/impossible-load": {
    message: 'Item "{item}" has effort {effort} from day {from} to {to}.',
    remedy: "Give at least 0 minutes and an end after the start, at most 100 years.",
  },
  "sustainability/no-working-time": {
    message: '{person} has no working time on the days of "{item}", so its effort is in no week.',
    remedy: "Move the item, or correct calendar and time away.",
  },
  "sustainability/rota-rule": {
    message: 'Rule "{rule}" has {found} as {field}; expected: {expected}.',
    remedy: "Correct the rule in the pack.",
  },
  "sustainability/rota-duplicate": {
    message: '"{id}" is there twice among the {table} of the rota.',
    remedy: "Keep one of the two.",
  },
  "sustainability/rota-unknown": {
    message: 'Nothing on the rota is called "{found}".',
    remedy: "Add the person or the shift type, or correct the id.",
  },
  "sustainability/rota-day": {
    message: "{found} is not one of the {days} days of the rota.",
    remedy: "Correct the day, or the first day and number of days of the rota.",
  },
  "sustainability/rota-number": {
    message: "{found} was given; expected: {expected}.",
    remedy: "Correct the value.",
  },
  "sustainability/rota-cover": {
    message: "{shift} on {from} has more or fewer people than wanted: {units} off.",
    remedy: "Assign or free people on that shift.",
  },
  "sustainability/rota-shifts-per-day": {
    message: "{from} holds more shifts of {person} than rule {rule} allows.",
    remedy: "Give one of the shifts to someone else.",
  },
  "sustainability/rota-assignments": {
    message: "The rota has {person} on more or fewer days than rule {rule} allows: {units} off.",
    remedy: "Move days to or from someone else.",
  },
  "sustainability/rota-consecutive-working-days": {
    message: "{person} works from {from} to {to} without a break of the length rule {rule} asks for: {units} off.",
    remedy: "Shorten the run, or join it with another.",
  },
  "sustainability/rota-consecutive-free-days": {
    message: "{person} is free from {from} to {to}, not as long as rule {rule} asks for: {units} off.",
    remedy: "Move a shift to the other end of the free days.",
  },
  "sustainability/rota-consecutive-working-weekends": {
    message: "{person} works a run of weekends from {from} to {to} that is {units} off what rule {rule} allows.",
    remedy: "Swap a weekend with someone else.",
  },
  "sustainability/rota-working-weekends-in-four-weeks": {
    message: "{person} works more weekends in four weeks from {from} than rule {rule} allows: {units} too many.",
    remedy: "Swap a weekend with someone else.",
  },
  "sustainability/rota-complete-weekends": {
    message: "{person} works a part of the weekend around {from}.",
    remedy: "Give the whole weekend, or free it.",
  },
  "sustainability/rota-identical-weekends": {
    message: "{person} works different shifts on the weekend of {from}.",
    remedy: "Keep one shift type through the weekend.",
  },
  "sustainability/rota-skills": {
    message: "{shift} on {from} asks for skills that {person} is not known to have.",
    remedy: "Swap the shift, or plan for learning and support on it.",
  },
  "sustainability/rota-requests": {
    message: "A request of {person} for {from} is not met.",
    remedy: "Look for a swap, and say why where there is none.",
  },
  "sustainability/rota-pattern": {
    message: "The days of {person} from {from} to {to} are the unwanted pattern {rule}.",
    remedy: "Change one of the days.",
  },
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
  "sustainability/fatigue-time": {
    message: "{found} is not a time from the start of the plan on.",
    remedy: "Give a number of hours, at the start or later.",
  },
  "sustainability/fatigue-sleep": {
    message: "The sleep from {from} to {to} is empty, begins before the plan, or overlaps another.",
    remedy: "Give sleeps that end after they begin, apart from each other.",
  },
  "sustainability/fatigue-time-of-day": {
    message: "{found} is not an hour of day.",
    remedy: "Give the local hour, from 0 to below 24.",
  },
  "sustainability/fatigue-component": {
    message: "{found} is no value of the component {field}.",
    remedy: "Give a number of at least 0, for the fatigue index of at most 100 together.",
  },
};
