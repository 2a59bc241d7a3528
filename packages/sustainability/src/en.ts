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
  "sustainability/impossible-leave-day": {
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
  "sustainability/impossible-row": {
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
  "sustainability/overload-streak": {
    message: "{person} is planned over capacity for {weeks} weeks in a row from {since}, by {excess:minutes} in all.",
    remedy: "Free one of these weeks: move, share or drop an item; more than {most} in a row wear out.",
  },
  "sustainability/recovery-after-peaks": {
    message: "{person} has {weeks} {weeks|week|weeks} to recover from {since} before the next peak; {least} are due.",
    remedy: "Move the next peak, or lower it.",
  },
  "sustainability/slack": {
    message: "{weeks} weeks from {since} plan {planned:minutes} of the {capacity:minutes} that {person} has.",
    remedy: "Plan at most {most:percent}: at 90 % what comes in between waits 9 times its length, at 95 % 19 times.",
  },
  "sustainability/too-many-projects": {
    message: "{person} has items in progress in {count} projects; more than {most} are hard to follow.",
    remedy: "Finish or hand over one project before the next.",
  },
  "sustainability/handoffs-per-week": {
    message: "The week of {week} asks {person} for {count} handoffs; {most} fit into one.",
    remedy: "Spread them, or keep work in one pair of hands.",
  },
  "sustainability/operational-work": {
    message: "{share:percent} of the planned effort is interrupts and toil.",
    remedy: "Bring it to {most:percent} at most: automate, or turn down what returns most.",
  },
  "sustainability/switches-per-day": {
    message: "The day {day} changed {count} times from one item to another for {person}.",
    remedy: "Agree on one item at a time; {most} changes a day are many.",
  },
  "sustainability/focus-time": {
    message: "The week of {week} leaves {focus:minutes} without interruption between {meetings} meetings for {person}.",
    remedy: "Move meetings together so that {least:minutes} are left in one piece or two.",
  },
  "sustainability/after-hours-work": {
    message: "The week of {week} has {outside:minutes} of work outside the working time of {person}.",
    remedy: "Look at what was asked outside working time; up to {most:minutes} happen.",
  },
  "sustainability/after-hours-contact": {
    message: "{person} was reached {count} times outside working time in the week of {week}.",
    remedy: "Agree on what may wait until the next working day; {most} a week happen.",
  },
  "sustainability/leave-taken": {
    message: "{outstanding} days of leave of {person} are due, and neither taken nor booked.",
    remedy: "Agree on days off and keep them free of promises.",
  },
  "sustainability/rota-size": {
    message: 'The on-call rota "{rota}" is shared by {count} {count|person|people}.',
    remedy: "Bring {least} people into it, or make fewer things call.",
  },
  "sustainability/skill-concentration": {
    message:
      '{count} {count|person has|people have} the skill "{skill}" that {items} open {items|item asks|items ask} for.',
    remedy: "Let a second person learn it on one of these items.",
  },
  "sustainability/ownership-concentration": {
    message:
      "Without {people} over half of the {items} items of project {project} would have nobody who answers for them.",
    remedy: "Name a second person for the most important of them.",
  },
  "sustainability/load-heat-map": {
    message: "{cells} weeks carry load; {over} of them more than there is time for.",
  },
  "sustainability/delay-chart": {
    message: "At a utilization of {utilization:percent} new work waits {wait} times its own length.",
  },
};
