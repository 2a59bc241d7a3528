import type { Catalog } from "@evenkeel/kernel";

/** English texts of the traps of the trackers beside Jira. */
export const trackerJsonTexts: Catalog = {
  "interop/assumed-created": {
    message: "Creation taken from {value} ({evidence}).",
    remedy: "Nothing to do.",
  },
  "interop/assumed-dropped": {
    message: "Work counts as dropped when {value} ({evidence}).",
    remedy: "Move finished work to a list that means done before archiving it.",
  },
  "interop/azure-history-cut": {
    message: "The history of work item {item} is not complete: {found} steps are there, its revision is {revisions}.",
    remedy: "Fetch all pages of its updates; no start is stated for it but the one the tool keeps.",
  },
  "interop/azure-html-entities": {
    message: 'The title of work item {item}, "{title}", holds entities; they were read as characters.',
    remedy: "Nothing to do.",
  },
  "interop/azure-no-updates": {
    message: "None of {count} work items came with updates; only the dates the tool keeps on them are known.",
    remedy: "Fetch each item's updates and give them with it.",
  },
  "interop/azure-page-short": {
    message: "{found} rows came and more are waiting.",
    remedy: "Fetch the next pages too and give them as one file.",
  },
  "interop/azure-open-revision": {
    message: "Update {rev} of work item {item} states no time but the year 9999, which means that it still holds.",
    remedy: "Fetch updates with their fields; it was left out.",
  },
  "interop/azure-state-category-unknown": {
    message: 'The name of the state "{state}" does not tell what it means; it counts as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/azure-update-without-item": {
    message: "Updates came without their work item ({position}); they were left out.",
    remedy: "Give the work item with its updates.",
  },
  "interop/github-merge-unknown": {
    message: 'The pull request "{pull}" is closed, and nothing tells whether it was merged; it counts as done.',
    remedy: "Fetch it as a pull request, or with its timeline.",
  },
  "interop/github-no-timeline": {
    message: "None of {count} issues came with a timeline; only created and closed are known.",
    remedy: "Fetch each issue's timeline and put it into the issue as its member timeline.",
  },
  "interop/github-null-actor": {
    message: "{count} events have no actor; the accounts were deleted.",
    remedy: "Nothing to do.",
  },
  "interop/github-page-short": {
    message: "The answer has {found} issues and says there are more ({total}).",
    remedy: "Fetch all pages.",
  },
  "interop/github-pull-request-in-issues": {
    message: "{count} of the issues are pull requests; they are items of kind pullRequest.",
    remedy: "Nothing to do.",
  },
  "interop/github-repeated-issue": {
    message: 'The issue "{id}" stands more than once with different content; the first was taken.',
    remedy: "Give each issue once.",
  },
  "interop/github-status-category-unknown": {
    message: 'The name of the status "{status}" does not tell what it means; it counts as {category}.',
    remedy:
      "Name statuses by plain words such as Todo, In Progress, Done, or answer once what it means, under `states`.",
  },
  "interop/github-timeline-cut": {
    message: 'The timeline of "{issue}" has {found} events and is not complete ({total} in all).',
    remedy: "Fetch all its pages; no start is stated for this issue.",
  },
  "interop/github-timeline-gap": {
    message: 'The timeline of "{issue}" ends in "{found}", but the issue is "{expected}".',
    remedy: "Fetch the timeline and the issue again; the history of this issue is marked incomplete.",
  },
  "interop/github-timeline-without-issue": {
    message: "A timeline of {events} events came without its issue; it was taken as {issue}.",
    remedy: "Put the timeline into its issue as the member timeline.",
  },
  "interop/linear-history-cut": {
    message: "The history of issue {item} goes on after {found} entries.",
    remedy: "Fetch all of its pages; no start is stated for it.",
  },
  "interop/linear-history-gap": {
    message: "The history of issue {item} ends in {found}, but it stands in {expected}.",
    remedy: "Fetch its history again; no start is stated for it.",
  },
  "interop/linear-missing-id": {
    message: "Row {row} has no ID; it was left out.",
    remedy: "Export again with the column ID.",
  },
  "interop/linear-no-history": {
    message: "None of {count} issues came with a history; only the dates on them are known.",
    remedy: "Ask for `history` within the issues.",
  },
  "interop/linear-page-short": {
    message: "After {found} issues another page waits.",
    remedy: "Fetch all pages and give them as one list.",
  },
  "interop/linear-quote-guard": {
    message:
      "In {rows} rows an apostrophe stands before a sign, as the tool writes it against spreadsheets; it was left out.",
    remedy: "Nothing to do.",
  },
  "interop/linear-repeated-issue": {
    message: "Issue {id} occurs more than once with differing fields; the fullest was read.",
    remedy: "Give each issue once.",
  },
  "interop/linear-short-row": {
    message: "Some rows have fewer cells than the {columns} columns of the header; what is missing counts as empty.",
    remedy: "Nothing to do.",
  },
  "interop/linear-status-category-unknown": {
    message: 'The name of the status "{status}" does not tell what it means; it counts as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/trello-actions-capped": {
    message:
      "{cards} cards are older than the oldest of {actions} actions ({oldest}); an export holds the newest {cap}, so their history is cut.",
    remedy:
      "Fetch older actions through the API and put them into the file's actions; no start is stated for these cards.",
  },
  "interop/trello-archived-list": {
    message: 'The list "{list}" is archived; its cards count as archived.',
    remedy: "Nothing to do.",
  },
  "interop/trello-card-missing": {
    message: "{count} actions are on cards that are not in the export.",
    remedy: "Export the whole board with archived cards; deleted cards cannot be had.",
  },
  "interop/trello-created-from-id": {
    message: "{cards} cards have no recorded creation; it was taken from the seconds their ids begin with.",
    remedy: "Nothing to do.",
  },
  "interop/trello-history-gap": {
    message: 'The recorded moves of "{card}" end in "{found}", but it stands in "{expected}".',
    remedy: "Export the board with all its actions; the history of this card is marked incomplete.",
  },
  "interop/trello-list-category-unknown": {
    message: 'The name of the list "{list}" does not tell what it means; its cards count as {category}.',
    remedy: "Name lists by plain words such as To do, Doing, Done, or answer once what it means, under `states`.",
  },
  "interop/trello-no-actions": {
    message: "None of {cards} cards has an action; only creation is known.",
    remedy: "Export the board with its actions.",
  },
  "interop/trello-not-a-card": {
    message: "The {place} at position {position} has no id; it was left out.",
    remedy: "Export the board again.",
  },
};
