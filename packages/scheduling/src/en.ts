import type { Catalog } from "@evenkeel/kernel";

/** English texts of this package's issues and explanations. */
export const en: Catalog = {
  "scheduling/baseline-reversed": { message: "{id} finishes before it starts.", remedy: "Correct its dates." },
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
  "scheduling/can-slip": { message: "{id} can slip {minutes:minutes} of working time, to {lateFinish:time}." },
  "scheduling/cannot-slip": { message: "{id} cannot slip without moving the finish." },
  "scheduling/cause-activity-added": {
    message: "{predecessor} is new before {id}: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-activity-removed": {
    message: "{predecessor}, which {id} waited for, is gone: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-calendar": {
    message: "The working time of {id} changed: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-constraint": {
    message: "A constraint of {id} changed: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-data-date": {
    message: "The data date moved {id}: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-duration": {
    message: "The duration of {id} changed: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-float": {
    message: "Float between {predecessor} and {id} changed: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-lag": {
    message: "The lag between {predecessor} and {id} changed: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-link-added": {
    message: "{id} now waits for {predecessor}: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-link-removed": {
    message: "{id} no longer waits for {predecessor}: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-manual": {
    message: "{id} was put elsewhere by hand: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-non-working-time": {
    message: "Time off falls differently for {id}: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-other": { message: "{id} itself moved: {minutes:minutes} {isLater|later|earlier}." },
  "scheduling/cause-progress": {
    message: "Progress of {id} was reported: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/cause-project-start": {
    message: "The start of the project moved {id}: {minutes:minutes} {isLater|later|earlier}.",
  },
  "scheduling/change-added": { message: "{id} is new: {start} to {finish}." },
  "scheduling/change-became-critical": { message: "{id} became critical." },
  "scheduling/change-earlier": {
    message: "{id} finishes on {finish}, {minutes:minutes} of working time earlier than {before}.",
  },
  "scheduling/change-later": {
    message: "{id} finishes on {finish}, {minutes:minutes} of working time later than {before}.",
  },
  "scheduling/change-no-longer-critical": { message: "{id} is no longer critical." },
  "scheduling/change-removed": { message: "{id} is gone; it was planned from {start} to {finish}." },
  "scheduling/change-start": { message: "{id} starts on {start} instead of {before}, and finishes as before." },
  "scheduling/conflict-cycle": { message: "{activities:chain} wait for each other." },
  "scheduling/conflict-dates": {
    message:
      "{id} cannot keep {required} ({name}): it is possible on {earliest} at the earliest, {minutes:minutes} of working time too late.",
  },
  "scheduling/conflict-way-out": {
    message: "To resolve this, change {demands|it|any one of these} far enough, or shorten an activity.",
  },
  "scheduling/dangling-parent": {
    message: "{id} names {parent} as its parent, which is not there.",
    remedy: "Add {parent} or correct the parent.",
  },
  "scheduling/date-out-of-range": { message: "{found} is too far away.", remedy: "Use years 1562 to 2378." },
  "scheduling/demand-date": { message: "{id}: {name} {at}." },
  "scheduling/demand-finish": { message: "The project must finish by {at}." },
  "scheduling/demand-link": { message: "{successor} waits for {predecessor} ({type})." },
  "scheduling/demand-link-lag": {
    message: "{successor} waits for {predecessor} ({type}) and {lagMinutes:minutes} of lag.",
  },
  "scheduling/demand-link-lead": {
    message: "{successor} waits for {predecessor} ({type}), {lagMinutes:minutes} of lead allowed for.",
  },
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
  "scheduling/has-started": { message: "{id} started on {start:time}." },
  "scheduling/held-by-constraint": { message: "{id} starts on {start:time}: its constraint {constraint} holds it." },
  "scheduling/impossible-work": { message: "Found {found}.", remedy: "Give a number above zero." },
  "scheduling/instant-without-zone": {
    message: "{found} is an instant, and the project has no time zone.",
    remedy: "Pass zone rules and a zone, or write a local time.",
  },
  "scheduling/invalid-duration": {
    message: "{id} has a duration of {found} minutes.",
    remedy: "Give minutes from 0 to 214748364.",
  },
  "scheduling/invalid-figure": {
    message: "Found {found}.",
    remedy: "Give a number that is not negative; percent up to 100, time above 0.",
  },
  "scheduling/invalid-lag": { message: "Found a lag of {found}.", remedy: "Give a finite number of minutes." },
  "scheduling/is-late": {
    message: "{id} is {minutes:minutes} of working time too late; it had to finish by {lateFinish:time}.",
  },
  "scheduling/item-without-duration": {
    message: "{id} has no duration and gets no dates.",
    remedy: "Estimate its duration.",
  },
  "scheduling/limits-not-rising": {
    message: "Limit {found} does not lie above the one before.",
    remedy: "Give working minutes in rising order.",
  },
  "scheduling/link-not-kept": { message: "{successor} does not wait for {predecessor} ({type})." },
  "scheduling/link-within-summary": {
    message: "{ids} are tied, and one is part of the other; the dependency is left out.",
    remedy: "Tie the parts instead.",
  },
  "scheduling/measure-without-divisor": {
    message: "{id} has no {measures}: what it is divided by is zero.",
    remedy: "Nothing to do until something is planned, spent or left to spend.",
  },
  "scheduling/missing-baseline": {
    message: "{id} has a budget and no baseline dates.",
    remedy: "Give start and finish.",
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
  "scheduling/parent-cycle": {
    message: "{activities:chain} are each other's parents.",
    remedy: "Take the parent from one of them.",
  },
  "scheduling/percent-lag-of-summary": {
    message: "A lag in percent of summary {id} counts as none.",
    remedy: "Give the lag in minutes.",
  },
  "scheduling/pushed-by-data-date": { message: "{id} cannot start before the data date." },
  "scheduling/pushed-by-progress": { message: "The dates of {id} follow from its progress." },
  "scheduling/pushed-by-start": { message: "{id} cannot start before the project." },
  "scheduling/is-elsewhere": {
    message: "{id} belongs to another project, where it runs from {start:time} to {finish:time}.",
  },
  "scheduling/rolled-up": { message: "{id} runs from {start:time} to {finish:time}, as its parts do." },
  "scheduling/set-by-hand": { message: "{id} was put on {start:time} by hand." },
  "scheduling/starts-at-data-date": {
    message: "{id} starts on {start:time}, no work being planned before the data date.",
  },
  "scheduling/starts-the-project": { message: "{id} starts the project on {start:time}." },
  "scheduling/summary-figures-ignored": {
    message: "Figures stated on {id} are not used; its parts decide.",
    remedy: "Put them on its parts.",
  },
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
  "scheduling/not-proved": { message: "{value} of {id} does not follow from what its certificate names." },
  "scheduling/nothing-to-undo": { message: "No edit is left to undo." },
  "scheduling/unknown-edit-target": { message: "There is no {target} to remove.", remedy: "Check its id." },
  "scheduling/unknown-activity": {
    message: "A dependency names {id}, which is not there.",
    remedy: "Add {id} or remove the dependency.",
  },
  "scheduling/unknown-assignment": {
    message: "{id} is not assigned, or is so already.",
    remedy: "Check the id of the assignment.",
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
  "scheduling/value-not-cumulative": {
    message: "Found {found} after {before}.",
    remedy: "Give cumulative values, which never fall.",
  },
  "scheduling/value-out-of-range": { message: "Found {value} in a column.", remedy: "See the range of the column." },
  "scheduling/starts-behind": {
    message: "{id} starts {start:time} because {predecessor} {byFinish|finishes|starts} {tied:time}.",
  },
  "scheduling/starts-behind-with-lag": {
    message:
      "{id} starts {start:time} because {predecessor} {byFinish|finishes|starts} {tied:time}, then {lagMinutes:minutes} of lag.",
  },
  "scheduling/starts-behind-with-lead": {
    message:
      "{id} starts {start:time} because {predecessor} {byFinish|finishes|starts} {tied:time}, less {lagMinutes:minutes} of lead.",
  },
  "scheduling/ends-behind": {
    message: "{id} finishes {finish:time} because {predecessor} {byFinish|finishes|starts} {tied:time}.",
  },
  "scheduling/ends-behind-with-lag": {
    message:
      "{id} finishes {finish:time} because {predecessor} {byFinish|finishes|starts} {tied:time}, then {lagMinutes:minutes} of lag.",
  },
  "scheduling/ends-behind-with-lead": {
    message:
      "{id} finishes {finish:time} because {predecessor} {byFinish|finishes|starts} {tied:time}, less {lagMinutes:minutes} of lead.",
  },
  "scheduling/days-off": {
    message: "{days:time} {count|is|are} off in calendar {calendar}.",
  },
  "scheduling/named-days-off": {
    message: "{days:time} {count|is|are} off in calendar {calendar}: {name}.",
  },
};
