import type { Catalog } from "@evenkeel/kernel";

/** English texts of the front door and of the review. */
export const ownTexts: Catalog = {
  "evenkeel/invalid-duration": {
    message: '"{found}" is not a duration.',
    remedy: "Write 3d, 4h, 30m, 1w, 2ed for elapsed days, or minutes as a number.",
  },
  "evenkeel/no-past": {
    message: "Nothing was done before {now}, so there is nothing to forecast from.",
    remedy: "Give at least a week of completions, or the first day of the record as `from`.",
  },
  "evenkeel/too-little-recorded": {
    message: "Too little is recorded for {measure}: {needed} are needed, {found} {found|is|are} there.",
    remedy: "Wait for more finished work, or import a longer history.",
  },
  "evenkeel/no-finished-work": {
    message: "No item has a recorded finish, so {measure} is not available.",
    remedy: "Import from a source with history, or give items their finish dates.",
  },
  "evenkeel/nothing-in-progress": {
    message: "Nothing is recorded as in progress in the last {days} days, so where its time went cannot be told.",
    remedy: "Import from a source with history, or give items the days they were started and finished.",
  },
  "evenkeel/no-states-told": {
    message: "No moves between states are recorded, so flow by state, flow efficiency and rework are not available.",
    remedy: "Import from a source that tells when an item came to which state.",
  },
  "evenkeel/no-blocks-told": {
    message: "The sources cannot tell when work was blocked, so blocked time is not available.",
    remedy: "Import from a source that records flags or impediments, or write down when work is blocked.",
  },
  "evenkeel/no-promises": {
    message: "The plan holds no commitment, due date, milestone or iteration, so there is no record of promises.",
    remedy: "Write down what is promised and for when.",
  },
  "evenkeel/no-effort": {
    message: "No effort on finished work is recorded, so it cannot be set against outcomes or rework.",
    remedy: "Give assignments their effort, or import time that was logged.",
  },
  "evenkeel/records-faulty": {
    message: "Some records of work have impossible times and are left out; which ones is told to those they are about.",
    remedy: "Ask those who keep the records to check them.",
  },
  "evenkeel/one-person": {
    message: "The {measure} would be that of one person, so it is not shown.",
  },
  "evenkeel/chart-slip": {
    message:
      "Of {count} promises that came due, half were fulfilled {half} {half|day|days} {isEarly|before|after} their date or sooner, {share} of them {days} {days|day|days} {isMostEarly|before|after} it or sooner.",
  },
  "evenkeel/assumed-utc": {
    message: '"{project}" states instants and no zone; its local times were read as UTC.',
    remedy: "Give the project its zone.",
  },
  "evenkeel/items-without-duration": {
    message: "{count} {count|item has|items have} no duration and so no dates.",
    remedy: "Estimate durations, or rely on the forecast.",
  },
  "evenkeel/link-between-projects": {
    message:
      'The link from "{predecessor}" to "{successor}" joins two projects and does not act: one of the two has no dates.',
    remedy: "Give both items a duration, and see what keeps their projects from being scheduled.",
  },
  "evenkeel/cycle-between-projects": {
    message: "{activities} wait for one another across projects; the links between the projects do not act there.",
    remedy: "Remove one of these links.",
  },
  "evenkeel/price-within-projects": {
    message:
      "{count} {count|link|links} between projects {count|is|are} left out of what a limit costs: each project is rescheduled by itself.",
    remedy: "Put what waits for one another into one project to have it counted.",
  },
  "evenkeel/projects-unsettled": {
    message: "Projects kept moving one another after {sweeps} rounds; their dates are those of the last round.",
    remedy: "Look for items that wait for a part of what waits for them.",
  },
  "evenkeel/promise-doubtful": {
    message:
      '"{what}", promised for {due}, has {isTiny|under |}{chance:percent} chance at the pace of the last weeks ({first} {first|item|items} to finish first).',
    remedy: "Take work out from before it, renegotiate today, or say what will change.",
  },
  "evenkeel/promise-late": {
    message: '"{what}", promised for {due}, finishes on {finish}: {days} {days|day|days} late.',
    remedy: "Shorten what drives it, or renegotiate today.",
  },
  "evenkeel/promise-doubtful-and-late": {
    message:
      '"{what}", promised for {due}, finishes on {finish} by its dependencies and has {isTiny|under |}{chance:percent} chance at the pace of the last weeks.',
    remedy: "Take work out from before it, or renegotiate today.",
  },
  "evenkeel/flow-doubts-network": {
    message:
      "By dependencies it is ready on {finish}, in time; at the pace of the last weeks the chance is {isTiny|under |}{chance:percent}. The network sees no queue: {first} items come first.",
  },
  "evenkeel/network-doubts-flow": {
    message:
      "At the pace of the last weeks the chance is {isTiny|under |}{chance:percent}; by dependencies it is ready on {finish}, {days} {days|day|days} late. The pace does not see what waits for what.",
  },
};
