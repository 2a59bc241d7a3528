import type { Catalog } from "@evenkeel/kernel";

/** English texts of this package's issues and explanations. */
export const en: Catalog = {
  "scheduling/before-start": { message: "{id} starts before the project." },
  "scheduling/behind-cycle": {
    message: "{activities} wait for a circle of dependencies and have no dates.",
    remedy: "Resolve the circle.",
  },
  "scheduling/beyond-time": {
    message: "{activities} would end after the year 2378.",
    remedy: "Shorten durations, or give their calendar more working time.",
  },
  "scheduling/bound-not-kept": { message: "{id} does not keep one of its constraints." },
  "scheduling/can-slip": { message: "{id} can slip {minutes:minutes} of working time, to {lateFinish}." },
  "scheduling/cannot-slip": { message: "{id} cannot slip without moving the finish." },
  "scheduling/dangling-parent": {
    message: "{id} names {parent} as its parent, which is not there.",
    remedy: "Add {parent} or correct the parent.",
  },
  "scheduling/date-out-of-range": { message: "{found} is too far away.", remedy: "Use years 1562 to 2378." },
  "scheduling/dependency-cycle": {
    message: "{activities:chain} wait for each other.",
    remedy: "Remove one of these {links} {links|dependency|dependencies}, or split an activity.",
  },
  "scheduling/duplicate-id": { message: "Two activities have the id {id}.", remedy: "Give each an id of its own." },
  "scheduling/duplicate-link": {
    message: "{predecessor} and {successor} are tied twice by {type}.",
    remedy: "Keep one of the two dependencies.",
  },
  "scheduling/duration-not-kept": { message: "{id} has dates {value} ticks apart where {wanted} are needed." },
  "scheduling/empty-summary": {
    message: "Summary {id} has no active activity below it.",
    remedy: "Add one or remove it.",
  },
  "scheduling/follows": { message: "{id} starts on {start}: {type} after {predecessor}." },
  "scheduling/follows-after": {
    message: "{id} starts on {start}: {type} after {predecessor} and {lagMinutes:minutes} of lag.",
  },
  "scheduling/has-started": { message: "{id} started on {start}." },
  "scheduling/held-by-constraint": { message: "{id} starts on {start}: its constraint {constraint} holds it." },
  "scheduling/instant-without-zone": {
    message: "{found} is an instant, and the project has no time zone.",
    remedy: "Pass zone rules and a zone, or write a local time.",
  },
  "scheduling/invalid-duration": {
    message: "{id} has a duration of {found} minutes.",
    remedy: "Give minutes from 0 to 214748364.",
  },
  "scheduling/invalid-lag": { message: "Found a lag of {found}.", remedy: "Give a finite number of minutes." },
  "scheduling/is-late": {
    message: "{id} is {minutes:minutes} of working time too late; it had to finish by {lateFinish}.",
  },
  "scheduling/item-without-duration": {
    message: "{id} has no duration and gets no dates.",
    remedy: "Estimate its duration.",
  },
  "scheduling/link-not-kept": { message: "{successor} does not wait for {predecessor} ({type})." },
  "scheduling/link-within-summary": {
    message: "{ids} are tied, and one is part of the other; the dependency is left out.",
    remedy: "Tie the parts instead.",
  },
  "scheduling/missing-duration": {
    message: "{id} has no duration.",
    remedy: "Give its working minutes, 0 for a milestone.",
  },
  "scheduling/missing-finish": {
    message: "A project scheduled from its finish needs that finish.",
    remedy: "State mustFinishBy.",
  },
  "scheduling/missing-start": {
    message: "Nothing says when the project starts.",
    remedy: "Give a start or a data date.",
  },
  "scheduling/not-scheduled": { message: "{id} has no dates." },
  "scheduling/overlaps": {
    message: "{id} starts on {start}: {type}, {lagMinutes:minutes} before {predecessor} allows it without lead.",
  },
  "scheduling/parent-cycle": {
    message: "{activities:chain} are each other's parents.",
    remedy: "Take the parent from one of them.",
  },
  "scheduling/percent-lag-of-summary": {
    message: "A lag in percent of summary {id} counts as none.",
    remedy: "Give the lag in minutes.",
  },
  "scheduling/rolled-up": { message: "{id} runs from {start} to {finish}, as its parts do." },
  "scheduling/set-by-hand": { message: "{id} was put on {start} by hand." },
  "scheduling/starts-at-data-date": { message: "{id} starts on {start}, no work being planned before the data date." },
  "scheduling/starts-the-project": { message: "{id} starts the project on {start}." },
  "scheduling/summary-rule-ignored": {
    message: "Summary {id} states dates that are not used; its parts decide.",
    remedy: "Put them on its parts.",
  },
  "scheduling/too-long": {
    message: "The longest chain of work takes {minutes} minutes.",
    remedy: "Check durations and lags: at most 214748364 minutes fit.",
  },
  "scheduling/no-working-time": {
    message: "{id} is on calendar {calendar}, which has no working time at all.",
    remedy: "Give the calendar working time, or the activity another calendar.",
  },
  "scheduling/nothing-to-undo": { message: "No edit is left to undo." },
  "scheduling/unknown-edit-target": { message: "There is no {target} to remove.", remedy: "Check its id." },
  "scheduling/unknown-activity": {
    message: "A dependency names {id}, which is not there.",
    remedy: "Add {id} or remove the dependency.",
  },
  "scheduling/unknown-calendar": {
    message: "Calendar {calendar} is not there.",
    remedy: "Add it or correct the reference.",
  },
  "scheduling/unknown-link-type": {
    message: "Found {found} as type of a dependency.",
    remedy: "Use FS, SS, FF or SF.",
  },
  "scheduling/unknown-preset": { message: "Found preset {found}.", remedy: "Use evenkeel, msProject or primavera." },
  "scheduling/unknown-project": { message: "Project {id} is not there.", remedy: "Add it or correct the id." },
  "scheduling/value-out-of-range": { message: "Found {value} in a column.", remedy: "See the range of the column." },
};
