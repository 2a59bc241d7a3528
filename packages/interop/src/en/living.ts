import type { Catalog } from "@evenkeel/kernel";

/** English texts of living with an export: answers, overlays, snapshots, merging, pseudonyms. */
export const livingTexts: Catalog = {
  "interop/anonymize-invalid-shift": {
    message: "Dates cannot move by {found} weeks.",
    remedy: "Give a whole number of at most {expected}, or none: it is then derived from the key.",
  },
  "interop/anonymize-short-key": {
    message: "The key has {found} characters; names could be guessed.",
    remedy: "Give a secret of at least {expected} characters, and keep it.",
  },
  "interop/anonymize-unknown-place": {
    message: '"{found}" is no place that can be kept.',
    remedy: "Write table and field, such as items.labels or items.customFields.Points.",
  },
  "interop/answer-invalid": {
    message: "An answer about the source holds {found}; expected {expected}.",
    remedy: "Correct it in the settings.",
  },
  "interop/answer-unknown": {
    message: '"{found}" is no answer a reader takes.',
    remedy: "Use one of: {expected}.",
  },
  "interop/answer-unused": {
    message: 'An answer says what the state "{state}" means, but the source has no such state.',
    remedy: "Check how the state is spelt, or take the answer out.",
  },
  "interop/answered-category": { message: "Category of a state: {value}, as answered.", remedy: "Nothing to do." },
  "interop/answered-date-order": { message: "Order of day and month: {value}, as answered.", remedy: "Nothing to do." },
  "interop/answered-encoding": { message: "Encoding {value}, as answered.", remedy: "Nothing to do." },
  "interop/answered-mapping": { message: "Columns of the table: {value}, as answered.", remedy: "Nothing to do." },
  "interop/answered-zone": { message: "Time zone {value}, as answered.", remedy: "Nothing to do." },
  "interop/export-asana-stories": { message: "Export the stories of the tasks from the API too." },
  "interop/export-azure-updates": { message: "Export the updates of the work items too." },
  "interop/export-bugzilla-history": { message: "Export the histories of the bugs from the REST API too." },
  "interop/export-clickup-time-in-status": { message: "Export the time in status of the tasks from the API too." },
  "interop/export-event-log": {
    message:
      "Export a log with case, activity and timestamp, or compare exports of different days: evenkeel log --snapshots.",
  },
  "interop/export-github-timeline": { message: "Export the timelines of the issues too." },
  "interop/export-linear-history": { message: "Fetch the issues from the API with their `history`." },
  "interop/export-gitlab-events": { message: "Export the state and label events of the issues from the API too." },
  "interop/export-jira-changelog": { message: "Export from the REST API with expand=changelog." },
  "interop/export-jira-worklog": { message: "Export from the REST API with the field worklog." },
  "interop/export-monday-logs": { message: "Export from the API with the activity logs of the board." },
  "interop/export-overlay": {
    message: "State promises yourself, kept beside the export: evenkeel interview --answers.",
  },
  "interop/export-schedule": { message: "Merge it with a plan that holds durations and links: --merge." },
  "interop/export-snapshots": { message: "Compare exports of different days: evenkeel log --snapshots." },
  "interop/export-trello-actions": { message: "Export the board as JSON with its actions." },
  "interop/export-versions": { message: "Compare the versions git holds of the file: evenkeel log --versions." },
  "interop/measure-blocked-time-unavailable": { message: "How long work was blocked cannot be told." },
  "interop/measure-cycle-time-stamps": {
    message: "How long work took is known from its start and end alone; pauses and returns do not show.",
  },
  "interop/measure-cycle-time-unavailable": { message: "How long work took cannot be told." },
  "interop/measure-dates-unavailable": { message: "Dates by durations and links cannot be computed." },
  "interop/measure-logged-effort-unavailable": { message: "How much time went into work cannot be told." },
  "interop/measure-planned-load-unavailable": { message: "How much is planned for whom cannot be told." },
  "interop/measure-promises-unavailable": { message: "Whether promises hold cannot be told: it carries none." },
  "interop/measure-states-unavailable": {
    message: "How long work waits in each state cannot be told: it holds no moves.",
  },
  "interop/measure-throughput-stamps": {
    message: "How much is finished is known from stamps of the end; reopened work does not show.",
  },
  "interop/measure-throughput-unavailable": { message: "How much is finished when cannot be told." },
  "interop/merge-ambiguous": {
    message: "A rule cannot tell which of these {table} are the same ({by}): {rows}; they were left apart.",
    remedy: "Join them by pairs, or give them names of their own.",
  },
  "interop/merge-conflict": {
    message: 'The sources differ in {field} of "{row}" ({table}): {sources}; the first was taken.',
    remedy: "Correct the wrong source, or say which one wins.",
  },
  "interop/merge-invalid-rule": {
    message: "A rule of the merge does not hold; expected {expected}.",
    remedy: "Correct the rule.",
  },
  "interop/merge-moves-left-out": {
    message: "Of {items} joined items only the moves of the source that is believed about their state were taken.",
    remedy: "Say which source wins for stateId if it is the wrong one.",
  },
  "interop/merge-no-source": { message: "No source is given.", remedy: "Give at least one." },
  "interop/merge-repeated-name": {
    message: 'Two sources are called "{name}".',
    remedy: "Give each a name of its own.",
  },
  "interop/overlay-conflict": {
    message:
      'The export now says otherwise than answer "{entry}" was given upon: {field} of "{row}" ({table}) was "{before}" and is "{now}".',
    remedy: "Give the answer again, or take it out of the overlay; until then the export holds.",
  },
  "interop/overlay-orphan": {
    message: 'Answer "{entry}" is about "{row}" ({table}), which the export no longer has.',
    remedy: "Take the answer out of the overlay, or export the row again; the answer is kept.",
  },
  "interop/overlay-refused": {
    message: 'Answer "{entry}" cannot be applied to this export: {reason} ({rows}).',
    remedy: "Give the answer again upon this export; it is kept until then.",
  },
  "interop/overlay-repeated": {
    message: 'The overlay holds two answers with the id "{id}".',
    remedy: "Take one of them out.",
  },
  "interop/overlay-wrong-format": {
    message: 'The overlay holds "{found}" where {expected} is expected.',
    remedy: "Take the file as `evenkeel interview --answers` wrote it.",
  },
  "interop/snapshots-none": {
    message: "No export is given to infer a history from.",
    remedy: "Give at least one, better two of different times.",
  },
  "interop/snapshots-same-time": {
    message: "Two exports that differ are both said to be of {at}.",
    remedy: "State when each was made.",
  },
  "interop/snapshots-unrelated": {
    message: "No item of the export of {before} is in that of {after}; everything would have come and gone.",
    remedy: "Check that both are exports of one source with ids that last.",
  },
};
