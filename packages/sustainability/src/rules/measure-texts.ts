import type { Catalog } from "@evenkeel/kernel";

/** English texts of failures by measure; a rule's own text is made of them by `ruleTexts`. */
export const measureTexts: Catalog = {
  "sustainability/daily-rest": {
    message: "{person} had {value:minutes} of rest in the 24 hours from {from:time}; {limit:minutes} are due.",
    remedy: "Start later the next day, and look at what made the day long.",
  },
  "sustainability/rest-between": {
    message:
      "{person} had {value:minutes} between the end of work at {from:time} and its next start; {limit:minutes} are due.",
    remedy: "Start later the next day, and look at what made the day long.",
  },
  "sustainability/weekly-rest": {
    message: "{person} had {value:minutes} of rest at most between {from:time} and {to:time}; {limit:minutes} are due.",
    remedy: "Plan a longer time off in one piece.",
  },
  "sustainability/rest-periods": {
    message: "{person} had {value} long {value|rest|rests} between {from:time} and {to:time}; {limit} are due.",
    remedy: "Plan free days.",
  },
  "sustainability/rest-owed": {
    message: "{person} is owed {value:minutes} of rest since {from:time}; no rest after it gave it back.",
    remedy: "Give the rest back in one piece, on top of the next one.",
  },
  "sustainability/unbroken-work": {
    message: "{person} worked {value:minutes} without a break from {from:time}; {limit:minutes} are the most.",
    remedy: "Agree on a break that is really taken.",
  },
  "sustainability/break-time": {
    message: "{person} had {value:minutes} of breaks in the shift from {from:time}; {limit:minutes} are due.",
    remedy: "Agree on breaks that are really taken.",
  },
  "sustainability/shift-span": {
    message:
      "The shift of {person} from {from:time} lasts {value:minutes} from start to end; {limit:minutes} are the most.",
    remedy: "Hand over earlier, or split the shift.",
  },
  "sustainability/work-per-day": {
    message: "{person} worked {value:minutes} on the day from {from:time}; {limit:minutes} are the most.",
    remedy: "Move work to another day or another person.",
  },
  "sustainability/work-per-shift": {
    message: "{person} worked {value:minutes} in the shift from {from:time}; {limit:minutes} are the most.",
    remedy: "Hand over earlier, or split the shift.",
  },
  "sustainability/work-per-block": {
    message: "{person} worked {value:minutes} between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work of that time.",
  },
  "sustainability/work-in-window": {
    message: "{person} worked {value:minutes} between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work of that time.",
  },
  "sustainability/average-weekly-work": {
    message:
      "{person} worked {value:minutes} a week on average between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Lower the load for the weeks to come, so that the average falls; look at which work made it rise.",
  },
  "sustainability/night-shift-work": {
    message: "{person} worked {value:minutes} in the night shift from {from:time}; {limit:minutes} are the most.",
    remedy: "Shorten the night shift, or begin it later.",
  },
  "sustainability/average-night-work": {
    message:
      "{person} works at night, and {value:minutes} a day on average between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Shorten night shifts, or give days off between them.",
  },
  "sustainability/consecutive-days": {
    message: "{person} worked on {value} days in a row from {from:time}; {limit} are the most.",
    remedy: "Plan a free day before.",
  },
  "sustainability/free-days-in-year": {
    message:
      "{person} had {value} free {value|day|days} of that weekday between {from:time} and {to:time}; {limit} are due.",
    remedy: "Plan the free days of the year ahead.",
  },
  "sustainability/leave-in-year": {
    message: "{person} has {value} {value|day|days} of leave between {from:time} and {to:time}; {limit} are due.",
    remedy: "Book the leave that is left, and plan who stands in.",
  },
  "sustainability/worked-days": {
    message:
      "{person} worked on {value} such {value|day|days} between {from:time} and {to:time}; {limit} are the most.",
    remedy: "Share those days among more people, or find out what makes them needed.",
  },
  "sustainability/work-at-times": {
    message:
      "{person} worked {value:minutes} at the hours of this rule between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Find out what cannot wait.",
  },
  "sustainability/overtime-per-month": {
    message:
      "{person} had {value:minutes} of overtime a month between {from:time} and {to:time}; the limit is {limit:minutes}.",
    remedy: "Move, share or drop work of the months to come.",
  },
  "sustainability/overtime-per-year": {
    message:
      "{person} had {value:minutes} of overtime between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work; overtime of this size is a lack of people.",
  },
  "sustainability/months-over-overtime": {
    message:
      "{person} had {value} {value|month|months} of much overtime between {from:time} and {to:time}; {limit} are the most.",
    remedy: "Keep the months to come free of overtime.",
  },
  "sustainability/on-call-share": {
    message:
      "{person} is on call for {value:percent} of the time between {from:time} and {to:time}; {limit:percent} are the most.",
    remedy: "Add people to the rota, or share it with another team.",
  },
  "sustainability/incidents-per-shift": {
    message:
      "{person} had {value} incidents for each 12 hours of the shift on call from {from:time}; {limit} are the most.",
    remedy: "Mend what pages most, and page only for what a person must act on.",
  },
  "sustainability/daily-rest-planned": {
    message:
      "The plan leaves {person} {value:minutes} of rest in the 24 hours from {from:time}; {limit:minutes} are due.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/weekly-rest-planned": {
    message:
      "The plan leaves {person} {value:minutes} of rest at most between {from:time} and {to:time}; {limit:minutes} are due.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/rest-periods-planned": {
    message:
      "The plan leaves {person} {value} long {value|rest|rests} between {from:time} and {to:time}; {limit} are due.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/work-per-day-planned": {
    message: "The plan asks {value:minutes} of {person} on the day from {from:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/work-per-block-planned": {
    message:
      "The plan asks {value:minutes} of {person} between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/work-in-window-planned": {
    message:
      "The plan asks {value:minutes} of {person} between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/average-weekly-work-planned": {
    message:
      "The plan asks {value:minutes} a week on average of {person} between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/consecutive-days-planned": {
    message: "The plan has {person} work on {value} days in a row from {from:time}; {limit} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/worked-days-planned": {
    message:
      "The plan has {person} work on {value} such {value|day|days} between {from:time} and {to:time}; {limit} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/overtime-per-month-planned": {
    message:
      "The plan asks {value:minutes} of overtime a month of {person} between {from:time} and {to:time}; the limit is {limit:minutes}.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/overtime-per-year-planned": {
    message:
      "The plan asks {value:minutes} of overtime of {person} between {from:time} and {to:time}; {limit:minutes} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
  "sustainability/months-over-overtime-planned": {
    message:
      "The plan has {value} {value|month|months} of much overtime for {person} between {from:time} and {to:time}; {limit} are the most.",
    remedy: "Move, share or drop work of that time; `evenkeel price` tells what keeping the limit costs.",
  },
};
