import type { Catalog } from "@evenkeel/kernel";

/** English texts of the traps of the trackers that came last. */
export const moreTrackerTexts: Catalog = {
  "interop/asana-comma-in-tag": {
    message: 'A tag of task {item} holds a comma ("{found}"); commas without a blank were read as the ends of tags.',
    remedy: "Rename the tag if it came out wrong.",
  },
  "interop/asana-day-resolution": {
    message: "{count} {count|task has|tasks have} days instead of instants; times between them are exact to a day.",
    remedy: "Give the tool's JSON with stories where hours matter.",
  },
  "interop/asana-due-on-xor-due-at": {
    message: "Task {item} is due on {on} and at {at}, which are not the same day; the instant was read.",
    remedy: "Set the due date again in the tool.",
  },
  "interop/asana-duplicate-name": {
    message: 'Task {item} refers to "{reference}" ({field}), the name of several tasks; none of them was taken.',
    remedy: "Rename them, or give the tool's JSON, which refers by id; the name is kept on the item.",
  },
  "interop/asana-history-gap": {
    message: "The stories of task {item} end in {found}, but it stands in {expected}.",
    remedy: "Fetch all its stories; no start is stated for it.",
  },
  "interop/asana-multi-home": {
    message: "Task {item} lies in {projects} projects.",
    remedy: "Nothing to do; it is one item in several containers.",
  },
  "interop/asana-name-only-dependency": {
    message: "{count} {count|dependency is|dependencies are} stated by the task's name alone.",
    remedy: "Nothing to do where names are unique.",
  },
  "interop/asana-name-only-parent": {
    message: "{count} {count|parent is|parents are} stated by the task's name alone.",
    remedy: "Nothing to do where names are unique.",
  },
  "interop/asana-no-stories": {
    message: "None of {count} tasks came with stories; only the dates on them are known.",
    remedy: "Fetch each task's stories and give them with it.",
  },
  "interop/asana-page-short": {
    message: "After {found} records another page waits.",
    remedy: "Fetch all pages and give them as one list.",
  },
  "interop/asana-repeated-task": {
    message: "Task {id} occurs more than once with differing fields; the fullest was read.",
    remedy: "Give each task once.",
  },
  "interop/asana-row-without-name": {
    message: "Row {row} has neither name nor id.",
    remedy: "Export again; it was left out.",
  },
  "interop/asana-section-category-unknown": {
    message: '"{state}" tells not whether work has begun there; it counts as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/asana-section-row": {
    message: '"{name}" is a section, not a task.',
    remedy: "Nothing to do.",
  },
  "interop/asana-sheet-preamble": {
    message: "{lines} {lines|line stands|lines stand} before the table.",
    remedy: "Nothing to do.",
  },
  "interop/asana-stories-cut": {
    message: "Task {item} has more stories than the {found} given.",
    remedy: "Fetch all pages of its stories; no start is stated for it.",
  },
  "interop/asana-story-without-task": {
    message: 'A story is of task "{item}", which is not in the input.',
    remedy: "Give its task too; the story was left out.",
  },
  "interop/gitlab-closed-without-date": {
    message: "Issue {item} is closed and has no date of it; when it was done is unknown.",
    remedy: "Fetch its state events, where the instance keeps them.",
  },
  "interop/gitlab-event-without-issue": {
    message: "An event names the issue with the global id {id}, which is not in the input.",
    remedy: "Give its issue too; the event was left out.",
  },
  "interop/gitlab-history-cut": {
    message: "Issue {item} has more events than the {found} given, or exactly as many as a page holds.",
    remedy: "Fetch all pages of them; no start is stated for it.",
  },
  "interop/gitlab-history-gap": {
    message: "The events of issue {item} end in {found}, but it stands in {expected}.",
    remedy: "Fetch its state events and its label events; no start is stated for it.",
  },
  "interop/gitlab-iid-vs-id": {
    message: "An event names the issue with the global id {id}, which only occurs as the number within a project.",
    remedy: "Give ids and numbers as the tool did; the event was left out.",
  },
  "interop/gitlab-label-category-unknown": {
    message: '"{state}" tells not how far work is; it counts as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/gitlab-no-events": {
    message: "None of {count} issues came with events; only the dates on them are known.",
    remedy: "Fetch each issue's state and label events and give them with it.",
  },
  "interop/gitlab-page-short": {
    message: "After {found} records another page waits.",
    remedy: "Fetch all pages and give them as one list.",
  },
  "interop/gitlab-repeated-issue": {
    message: "Issue {id} occurs more than once with differing fields; the fullest was read.",
    remedy: "Give each issue once.",
  },
  "interop/monday-changed-before-created": {
    message: "The label of item {item} was changed at {changed}, before the item was made ({created}).",
    remedy: "Nothing to do; such a stamp comes from a template and was left out.",
  },
  "interop/monday-done-by-colour": {
    message: 'By its colour the label "{label}" means {category}, whatever its word says.',
    remedy: "Change which labels mean done in the column's settings if that is wrong.",
  },
  "interop/monday-history-gap": {
    message: "The activity of item {item} ends in {found}, but it stands in {expected}.",
    remedy: "Fetch the activity logs of a longer time; no start is stated for it.",
  },
  "interop/monday-json-in-string": {
    message: '{field} should hold JSON in a text and does not: "{found}".',
    remedy: "Give the answer as it came; the value was left as it is.",
  },
  "interop/monday-label-category-unknown": {
    message: 'The label "{state}" tells not how far work is; it counts as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/monday-logs-cut": {
    message: "{items} {items|item is|items are} older than the oldest activity given.",
    remedy: "Fetch activity logs from the beginning, as far as the plan keeps them; no start is stated for these.",
  },
  "interop/monday-no-logs": {
    message: "None of {count} items came with activity logs; only the stamps on them are known.",
    remedy: "Fetch the activity logs of their boards and give them too.",
  },
  "interop/monday-null-label": {
    message: "The label {index} has no text; it counts as proposed.",
    remedy: "Nothing to do where nobody chose a label.",
  },
  "interop/monday-page-short": {
    message: "After {found} items of board {board} another page waits.",
    remedy: "Fetch all pages and give them as one list.",
  },
  "interop/monday-position-text": {
    message: "{count} {count|position is|positions are} written as text; they were read as numbers.",
    remedy: "Nothing to do.",
  },
  "interop/monday-repeated-item": {
    message: "Item {id} occurs more than once with differing fields; the fullest was read.",
    remedy: "Give each item once.",
  },
  "interop/monday-type-renamed": {
    message: "Columns have types by older names ({types}).",
    remedy: "Nothing to do.",
  },
  "interop/azure-row-without-title": {
    message: "Row {row} has neither title nor id.",
    remedy: "Export again; it was left out.",
  },
  "interop/azure-tree-gap": {
    message:
      "Work item {item} stands at depth {depth} and no row stands one above it; it was put under the nearest higher one.",
    remedy: "Export the whole tree.",
  },
  "interop/bugzilla-closed-without-date": {
    message: "Bug {item} is closed and has no date of it; when it was done is unknown.",
    remedy: "Fetch its history and give it too.",
  },
  "interop/bugzilla-comma-joined-change": {
    message: "{count} {count|change states|changes state} several values in one text; they were told apart at commas.",
    remedy: "Nothing to do.",
  },
  "interop/bugzilla-history-gap": {
    message: "The history of bug {item} ends in {found}, but it stands in {expected}.",
    remedy: "Fetch its history again; no start is stated for it.",
  },
  "interop/bugzilla-history-without-bug": {
    message: "A history is of bug {id}, which is not in the input.",
    remedy: "Give its bug too; the history was left out.",
  },
  "interop/bugzilla-no-history": {
    message: "None of {count} bugs came with a history; only the dates on them are known.",
    remedy: "Fetch the history of each bug and give it too.",
  },
  "interop/bugzilla-repeated-bug": {
    message: "Bug {id} occurs more than once with differing fields; the fullest was read.",
    remedy: "Give each bug once.",
  },
  "interop/bugzilla-status-category-unknown": {
    message: 'The status "{state}" tells not how far work is; it counts as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/clickup-history-gap": {
    message: "The time in status of task {item} ends in {found}, but it stands in {expected}.",
    remedy: "Fetch both at the same time; no start is stated for it.",
  },
  "interop/clickup-history-without-task": {
    message: "A history is of task {id}, which is not in the input.",
    remedy: "Give its task too; the history was left out.",
  },
  "interop/clickup-no-history": {
    message: "None of {count} tasks came with its time in status; only the dates on them are known.",
    remedy: "Turn time in status on, fetch it for each task and give it too.",
  },
  "interop/clickup-page-short": {
    message: "After {found} tasks another page waits.",
    remedy: "Fetch all pages and give them as one list.",
  },
  "interop/clickup-repeated-task": {
    message: "Task {id} occurs more than once with differing fields; the fullest was read.",
    remedy: "Give each task once.",
  },
  "interop/clickup-status-category-unknown": {
    message: 'The status "{state}" tells not how far work is; it counts as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/clickup-status-revisited": {
    message: "Task {item} was in these statuses more than once: {statuses}; the tool keeps but one entry of each.",
    remedy: "Nothing to do here; no start is stated for it.",
  },
  "interop/asana-id-rounded": {
    message: "{count} {count|id was|ids were} rounded by a spreadsheet (such as 1.21E+15); rows stand in their place.",
    remedy: "Export again and do not save the file from a spreadsheet.",
  },
};
