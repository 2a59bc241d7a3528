import type { Catalog } from "@evenkeel/kernel";

/** English texts of rescheduling under limits and of their price. */
export const priceTexts: Catalog = {
  "evenkeel/impossible-limit": {
    message: "{found} is no limit of weekly hours.",
    remedy: "Give minutes a week, above 0.",
  },
  "evenkeel/unknown-team": { message: 'There is no team "{team}".', remedy: "Name a team of the plan." },
  "evenkeel/unknown-person": { message: 'There is no person "{person}".', remedy: "Name a person of the plan." },
  "evenkeel/never-finished": {
    message: "With so few hours {items} would not be finished in any year a calendar knows.",
    remedy: "Raise the limit, or take work out.",
  },
  "evenkeel/nothing-scheduled": {
    message: "No item has dates, so there is nothing to reschedule.",
    remedy: "Give items durations and their project a start.",
  },
  "evenkeel/no-planned-effort": {
    message: "No open item with dates has a responsible person with effort, so nothing is asked of anybody.",
    remedy: "Say who does what, and with how much effort.",
  },
  "evenkeel/ignores-other-people": { message: "All work stays with whom it is assigned to, whoever else could do it." },
  "evenkeel/ignores-splits": {
    message: "The effort of an item is spread evenly: its splits, contours and delays of one assignment do not count.",
  },
  "evenkeel/ignores-days-of-week": {
    message: "The hours of a week are spread evenly over its working time: no day is longer to make another shorter.",
  },
  "evenkeel/ignores-item-calendars": {
    message: "Work happens in the working time of the person, whatever calendar the item has.",
  },
  "evenkeel/ignores-spans": {
    message: "Levels of effort and hammocks, which last as long as other items, are left out.",
  },
  "evenkeel/ignores-assignments": {
    message:
      "{count} {count|assignment|assignments} of teams, equipment or material, or on items without dates, {count|is|are} not limited.",
  },
  "evenkeel/price-no-effort": {
    message: "No effort is planned, so hours a week change nothing: all is done on {planned:time}.",
    remedy: "Say who does what, and with how much effort.",
  },
  "evenkeel/price-none": {
    message: "{hours} h a week are enough: all is done on {finish:time}{isEarly|, ahead of the day asked for|}.",
  },
  "evenkeel/price-avoidable": {
    message:
      "At {hours} h a week {by:time} is met, yet the dates as planned ask for more in {weeks} {weeks|week|weeks}: other starts would not.",
  },
  "evenkeel/price-teams": {
    message:
      "Finishing by {by:time} needs up to {needed} h a week from each in {teams}, in {weeks} {weeks|week|weeks}; at {hours} h it is {finish:time}.",
  },
  "evenkeel/price-people": {
    message:
      "Finishing by {by:time} needs up to {needed} h a week from {people} {people|person|people}, in {weeks} {weeks|week|weeks}; at {hours} h it is {finish:time}.",
  },
  "evenkeel/price-teams-and-people": {
    message:
      "Finishing by {by:time} needs up to {needed} h a week from each in {teams} and {people} {people|other|others}, in {weeks} {weeks|week|weeks}; at {hours} h it is {finish:time}.",
  },
  "evenkeel/price-days": {
    message:
      "Finishing by {by:time} asks no week for more than {hours} h, yet some days are as long as in a week of {needed} h; with even days it is {finish:time}.",
  },
  "evenkeel/price-beyond-plan": {
    message:
      "No hours meet {by:time}: links and durations alone take until {planned:time}. At {hours} h a week it is {finish:time}.",
    remedy: "Shorten what is on the longest path, or promise a later day.",
  },
  "evenkeel/price-unpayable": {
    message: "No week has hours enough to finish by {by:time}; at {hours} h a week it is {finish:time}.",
    remedy: "Hand work to others, take work out, or promise a later day.",
  },
  "evenkeel/price-team-alone": {
    message:
      "More hours of {team} alone do not meet {by:time} while others keep to theirs; at {hours} h a week it is {finish:time}.",
    remedy: "Ask for the price of all teams, or see which others are asked for too much.",
  },
  "evenkeel/price-chart": {
    message: "With {least} h a week the work is done on {latest:time}, with {most} h on {earliest:time}.",
  },
  "evenkeel/price-anomaly": {
    message:
      "At {count} of these points the schedule found ends later than one with fewer hours, which is told instead: it keeps the higher limit too.",
  },
  "evenkeel/suggest-delay": { message: 'Start "{title}" on {start:time} instead of {from:time}' },
  "evenkeel/suggest-handOver": { message: 'Hand "{title}" from {giver} to {helper}' },
  "evenkeel/suggest-share": { message: 'Let {helper} take half of "{title}" from {giver}' },
  "evenkeel/suggest-drop": { message: 'Leave out "{title}", for which nothing waits' },
  "evenkeel/effect-lighter": { message: "{hours} h less over the limit, done on {finish:time}" },
  "evenkeel/effect-earlier": { message: "done on {finish:time}" },
};
