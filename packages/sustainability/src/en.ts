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
  // Load and flow of people, queueing, concentration.
  "sustainability/unstable-queue": {
    message: "At a utilization of {found:percent} the queue grows without end.",
    remedy: "Ask for a utilization under 100 %: take work away or add capacity.",
  },
  "sustainability/impossible-queue-value": {
    message: 'The value "{name}" of a queue is {found}.',
    remedy: "Give a finite number in the range stated for it.",
  },
  "sustainability/impossible-capacity": {
    message: 'The {field} of "{person}" is {found}, so there is no capacity to compare with.',
    remedy: "Give each person once, a known calendar, 0 to 10,080 minutes a week and shares of 0 to 1 for time away.",
  },
  "sustainability/impossible-work": {
    message: '"{person}" worked {minutes} minutes on day {day}.',
    remedy: "Give a day and 0 to 1500 minutes.",
  },
  "sustainability/impossible-span": {
    message: 'Item "{item}" is held from day {from} to {to}.',
    remedy: "Give whole days and an end after the start, at most 100 years.",
  },
  "sustainability/impossible-touch": {
    message: 'Item "{item}" was touched on day {day} at {at}.',
    remedy: "Give a day and an instant.",
  },
  "sustainability/impossible-handoff": {
    message: 'Handoff "{handoff}" is on day {day}.',
    remedy: "Give a day.",
  },
  "sustainability/impossible-effort": {
    message: 'Item "{item}" has effort {effort}.',
    remedy: "Give at least 0 minutes.",
  },
  "sustainability/impossible-interval": {
    message: 'Row "{row}" lasts from {from} to {to}.',
    remedy: "Give instants and an end after the start, at most a year.",
  },
  "sustainability/outside-known-days": {
    message: 'Row "{row}" of {person} lies, at least in part, on days that are not given.',
    remedy: "Give the days of the person's calendar that the records cover.",
  },
  "sustainability/impossible-leave": {
    message: 'Leave of "{person}" says {found}.',
    remedy: "Give days, shares above 0 and up to 1, and an entitlement of 0 to 366 days.",
  },
};
