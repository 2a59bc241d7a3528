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
  "sustainability/concentration": {
    message: "Without {people} over half of {items} items would have nobody who knows them.",
    remedy: "Pair on the most important of them, and let the other one lead.",
  },
  "sustainability/load-chart": {
    message: "{weeks} person-weeks carry load; {over} of them more than there is time for.",
  },
  "sustainability/impossible-interval": {
    message: 'Interval "{id}" from {from} to {to} is left out: {fault}.',
    remedy: "Correct its times; an interval of work ends after it starts and lasts at most 31 days.",
  },
  "sustainability/overlapping-intervals": {
    message: "{overlaps} {overlaps|interval|intervals} of {person} overlap others; time worked twice counts once.",
    remedy: "Nothing is to be done where this is meant.",
  },
  "sustainability/unknown-measure": {
    message: 'There is no measure "{name}".',
    remedy: 'The nearest is "{nearest}"; the recipe for packs lists all.',
  },
  "sustainability/versions-overlap": {
    message: "A version since {since} does not come after {before}.",
    remedy: "Order the versions by their first day, each ending before the next begins.",
  },
  "sustainability/value-out-of-reach": {
    message: 'At {value}, {side} the value since {since}, the rule "{rule}" should {expected}, and says {said}.',
    remedy: "Look at the values of its measure: with them the limit cannot be reached, or something else is measured.",
  },
  "sustainability/impossible-hours": {
    message: "{found} hours cannot be.",
    remedy: "Give hours of at least 0, not more than there are.",
  },
  "sustainability/impossible-weeks": {
    message: "A reference period of {found} weeks cannot be.",
    remedy: "Give a whole number of at least 1.",
  },
  "sustainability/period-not-covered": {
    message: "The reference period has {needed} days; hours are given for {found}.",
    remedy: "Give the hours of every day of the period, 0 for days without work.",
  },
  "sustainability/impossible-leave": {
    message: "Day {found} is no day of the reference period, or is named twice.",
    remedy: "Name each day of leave once, counted from 0.",
  },
  "sustainability/too-few-days-after": {
    message: "{missing} of {needed} days of leave cannot be made up for: the hours given end too early.",
    remedy: "Give the hours of more days after the period.",
  },
  "sustainability/too-many-months": {
    message: "{found} months are more than a year.",
    remedy: "Give up to twelve months of one year.",
  },
  "sustainability/needs-time-of-day": {
    message: '"{found}" has no time of the day.',
    remedy: "Give a local time or an instant.",
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
};
