import type { Catalog } from "@evenkeel/kernel";

/** English texts of this package's issues and charts. */
export const en: Catalog = {
  "predictability/before-promise": {
    message: "It lies {millis} ms before the promise it speaks of; it is left out.",
    remedy: "Correct the time; what was done before needs no promise.",
  },
  "predictability/beyond-horizon": {
    message: "The answer lies beyond the {limit} days or {largest} completions this forecast covers.",
    remedy: "Ask for less, or split the work.",
  },
  "predictability/duplicate-id": {
    message: "{count} rows have the same id; none of them is used.",
    remedy: "Give every row its own id.",
  },
  "predictability/finished-before-started": {
    message: "It ends {millis} ms before it starts; it is left out.",
    remedy: "Correct the start or the end.",
  },
  "predictability/invalid-window": {
    message: "The window from day {from} to day {to} holds no day, or more than {limit}.",
    remedy: "Give whole day numbers, the second above the first.",
  },
  "predictability/never-on-this-evidence": {
    message: "Nothing was completed in the {days} {days|day|days} looked at, so no date can be given.",
    remedy: "Look at a longer window, or forecast once something is done.",
  },
  "predictability/not-a-count": {
    message: "Found {found} where a whole number from {low} to {high} is needed.",
    remedy: "Give whole counts, one for each day.",
  },
  "predictability/not-a-time": {
    message: "Found {found} where whole milliseconds are needed; the row is left out.",
    remedy: "Give integer milliseconds.",
  },
  "predictability/not-finite": {
    message: "Found {found} where a finite number is needed.",
    remedy: "Remove or correct the value.",
  },
  "predictability/out-of-range": {
    message: "Found {found}; it must lie between {low} and {high}.",
    remedy: "Correct the value; write 85 % as 0.85.",
  },
  "predictability/nothing-asked": {
    message: "Neither a wanted chance nor a wanted date was given.",
    remedy: "Give a confidence, a number of days, or both.",
  },
  "predictability/part-of-itself": {
    message: "The promise is, through others, part of itself; it is left out.",
    remedy: "Correct what it is part of.",
  },
  "predictability/promised-after-date": {
    message: "It was promised {millis} ms after its own date; it is left out.",
    remedy: "Correct the times; what is over cannot be promised.",
  },
  "predictability/record-backdated": {
    message: "The new record is dated {millis} ms before the ledger was closed; it is left out.",
    remedy: "Date it when it is written down.",
  },
  "predictability/record-removed": {
    message: "A row of {table} is gone from the later copy; it is kept.",
    remedy: "Withdraw a promise, do not delete it.",
  },
  "predictability/record-rewritten": {
    message: "A row of {table} was changed in the later copy; it stays as it was first written.",
    remedy: "Add a revision instead.",
  },
  "predictability/resolved-without-date": {
    message: "It is called {state} but has no date; it is left out.",
    remedy: "Say when it was resolved.",
  },
  "predictability/sample-too-small": {
    message: "{needed} {needed|value is|values are} needed, {found} {found|was|were} found.",
    remedy: "Look at a longer window or wait for more data.",
  },
  "predictability/unknown-promise": {
    message: "There is no promise {found}; the row is left out.",
    remedy: "Name a promise of this ledger.",
  },
  "predictability/wrong-value": {
    message: "Found {found}, which is no value of a {kind} promise; it is left out.",
    remedy: "Give milliseconds for a date, an amount for a count or effort, item ids for a scope.",
  },
  "predictability/unknown-category": {
    message: "Found {found} where the category of a state is needed; the row is left out.",
    remedy: "Give proposed, waiting, active, done or dropped.",
  },
  "predictability/out-of-order": {
    message: "It begins before the one that is listed ahead of it; the row is left out.",
    remedy: "List them in the order of time.",
  },
  "predictability/overlapping": {
    message: "It begins before the one ahead of it ends; the row is left out.",
    remedy: "End each before the next begins.",
  },
  "predictability/age-changes": {
    message:
      "Work in progress was {before} days old on average at the start and {after} at the end: Little's law holds only roughly.",
  },
  "predictability/arrivals-unlike-departures": {
    message: "{arrivals} {arrivals|item|items} arrived and {departures} left: Little's law holds only roughly.",
  },
  "predictability/started-not-finished": {
    message: "{dropped} of the {departures} items that left {dropped|was|were} dropped: their time is no cycle time.",
  },
  "predictability/wip-changes": {
    message:
      "{before} {before|item was|items were} in progress at the start and {after} at the end: Little's law holds only roughly.",
  },
  "predictability/chart-ageing": {
    message:
      "{count} {count|item is|items are} in progress; the oldest has been for {oldest} days, {overdue} {overdue|is|are} beyond the {expected} days in which {probability:percent} of the work is done (learned from {sample} items).",
  },
  "predictability/chart-ageing-by-state": {
    message:
      "Of {count} items in progress {overdue} {overdue|is|are} beyond the {expected} days in which {probability:percent} of the work is done; {untold} more {untold|tells|tell} no state.",
  },
  "predictability/chart-between-events": {
    message:
      "Of {count} times between events half are to be below {median} days; those below {lower} or above {upper} days are signals: {signals} {signals|is|are} found.",
  },
  "predictability/chart-burn-up": {
    message:
      "{done} of {scope} items were done by {to}; in {days} days {p85} or more will be with 85 % chance, {p50} or more with 50 % ({model}).",
  },
  "predictability/chart-calibration": {
    message:
      "{count} forecasts with {groups} stated {groups|chance|chances}: {within} of them {within|lies|lie} within what its number allows (95 %, Wilson).",
  },
  "predictability/chart-count-behaviour": {
    message:
      "{count} counts with mean {mean}: from {lower} to {upper} is usual by the {law} law; {signals} {signals|signal|signals}.",
  },
  "predictability/chart-cumulative-flow": {
    message:
      "From {from} to {to} {arrived} items were started and {departed} finished or dropped in {days} days; {wip} are in progress at the end.",
  },
  "predictability/chart-cycle-time": {
    message:
      "Of {count} items finished from {from} to {to} half took at most {p50} days and 85 % at most {p85} days, start to finish.",
  },
  "predictability/chart-flow-efficiency": {
    message:
      "{count} items finished from {from} to {to} were worked on for {efficiency:percent} of their time, half of them for at most {p50:percent}; of {untold} more too little is told.",
  },
  "predictability/chart-forecast": {
    message:
      "In {days} days {p85} items or more are done with 85 % chance, {p50} or more with 50 % ({model}, learned from {sample} days).",
  },
  "predictability/chart-moving-range": {
    message:
      "Values lie {mean} apart from one to the next on average; {signals} of {count} steps {signals|is|are} above the limit of {limit}.",
  },
  "predictability/chart-process-behaviour": {
    message:
      "The mean of {count} values is {mean}, the natural limits are {lower} and {upper}; {signals} {signals|signal|signals}; lag-1 correlation {correlation}.",
  },
  "predictability/chart-state-flow": {
    message:
      "Of {count} items by {to} {finished} were finished and {dropped} dropped; {open} are in {states} {states|state|states}.",
  },
  "predictability/chart-throughput": { message: "{total} items were finished in {days} days, from {from} to {to}." },
  "predictability/chart-wip-by-age": {
    message: "{wip} items are in progress on {to}, {old} of them for more than {over} days.",
  },
};
