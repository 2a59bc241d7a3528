import type { Catalog } from "@evenkeel/kernel";

/** English texts of the traps of trackers and tables. */
export const trackerTexts: Catalog = {
  "interop/csv-ambiguous-name": {
    message: '"{item}" names "{reference}" as {field}, and several rows have that title.',
    remedy: "Refer to the id, or give the rows different titles; the link is kept on the item.",
  },
  "interop/csv-incomplete-leave": {
    message: "Row {row} does not say who is away, or no days in order.",
    remedy: "Correct the row; it was left out.",
  },
  "interop/csv-incomplete-hours": {
    message: "Row {row} does not say who worked, or no span that begins before it ends.",
    remedy: "Fill the cells, or remove the row; it was left out.",
  },
  "interop/csv-incomplete-event": {
    message: "Row {row} has no case, activity or time.",
    remedy: "Fill the cell, or remove the row; it was left out.",
  },
  "interop/csv-missing-column": {
    message: 'The mapping names the column "{column}", which the table has not; it has {headers}.',
    remedy: "Correct the mapping.",
  },
  "interop/csv-no-title": {
    message: "No column was recognised as a title or an id among {headers}.",
    remedy: "Save a mapping as JSON and name it, corrected where the cells only suggest it: {mapping}",
  },
  "interop/csv-numbered-id": {
    message: 'The id "{id}" occurs again in row {row}; the row is taken as work of its own.',
    remedy: "Give each record its own id, or remove the copy.",
  },
  "interop/csv-row-too-wide": {
    message: "Row {row} has {found} cells; the header names {expected}.",
    remedy: "Put quotation marks round cells that hold the delimiter; the extra cells are kept.",
  },
  "interop/csv-row-without-title": {
    message: "Row {row} has neither id nor title.",
    remedy: "Fill one of them; the row was left out.",
  },
  "interop/csv-status-category-unknown": {
    message: 'The table does not say what the status "{status}" means; it was taken as {category}.',
    remedy: "Answer once what it means, under `states`.",
  },
  "interop/csv-unreadable-number": {
    message: 'The {field} is "{found}", which is no number that could stand there.',
    remedy: "Give a whole level, or a share from 0 to 100 %; the cell was left out.",
  },
  "interop/jira-flagged-open": {
    message: "{item} has been flagged since {since} without being cleared.",
    remedy: "Clear the flag in Jira if the impediment is gone.",
  },
  "interop/jira-history-same-millisecond": {
    message: "{item} changed status more than once at {at}; the changes stand in the order of their ids.",
    remedy: "Nothing to do; such changes come from automation.",
  },
  "interop/jira-history-truncated-100": {
    message:
      "The history of {item} was cut: {found} entries came (total {total}); the oldest may be missing, so its start is unavailable.",
    remedy: "Fetch the complete changelog of the issue.",
  },
  "interop/jira-history-truncated-40": {
    message:
      "The history of {item} was cut: {found} entries came (total {total}); the oldest may be missing, so its start is unavailable.",
    remedy: "Fetch the complete changelog of the issue.",
  },
  "interop/jira-link-mirrored": {
    message: "Link {id} stands on both its issues; it was read once.",
    remedy: "Nothing to do.",
  },
  "interop/jira-no-changelog": {
    message: "{count} {count|issue came|issues came} without a changelog; only their stamps are known.",
    remedy: "Ask for the issues with expand=changelog.",
  },
  "interop/jira-not-an-issue": {
    message: "Entry {position} of the list is no issue.",
    remedy: "Remove it, or export again.",
  },
  "interop/jira-not-issues": {
    message: 'This is Jira\'s resource "{found}"; expected {expected}.',
    remedy: "Give it as a resource beside the issues.",
  },
  "interop/jira-changelog-without-issue": {
    message:
      "A page of a changelog came without its issue; what changed is told for {item}, all else of it is unknown.",
    remedy: "Put the page into its issue as `changelog`, or give it beside the issues.",
  },
  "interop/jira-page-short-not-last": {
    message: "{found} issues came and more are waiting (total {total}).",
    remedy: "Fetch the next pages and give them together.",
  },
  "interop/jira-resolved-before-created": {
    message: "{item} was resolved at {resolved}, before it was created at {created}.",
    remedy: "Check the migration of this issue; both times stand as recorded.",
  },
  "interop/jira-status-category-unknown": {
    message: 'The export does not say what the status "{status}" means; it was taken as {category}.',
    remedy: "Give the list of statuses beside the issues, or answer once what it means, under `states`.",
  },
  "interop/jira-status-in-no-column": {
    message: 'The status "{status}" is in no column of {board}, so its issues are invisible there.',
    remedy: "Add the status to a column of the board.",
  },
  "interop/jira-two-point-fields": {
    message:
      "{item} has two sizes: {storyPoints} story points and a story point estimate of {storyPointEstimate}; the first was taken.",
    remedy: "Keep one of the two fields.",
  },
  "interop/jira-unreadable-link": {
    message: "A link of {item} names no other issue.",
    remedy: "Export again with all fields; the link was left out.",
  },
  "interop/jira-workflow-migration": {
    message: "The workflow of {item} was migrated at {at}; changes around it may be no work.",
    remedy: "Leave that time out when you measure flow.",
  },
  "interop/jira-worklog-truncated": {
    message: "Of {total} worklogs of {item} {found} came along; logged effort is too low.",
    remedy: "Fetch issue/{item}/worklog and put all of them into the issue's field worklog.",
  },
  "interop/jiracsv-composite-cell": {
    message: '"{found}" in {field} has not the parts comment;date;author;seconds.',
    remedy: "Correct the cell; it was left out.",
  },
  "interop/jiracsv-duration-text": {
    message: '"{found}" in {field} is a text instead of seconds; days were counted as 8 hours, weeks as 5 days.',
    remedy: "Export durations in seconds.",
  },
  "interop/jiracsv-header-alias": {
    message: "These headers are older or translated spellings: {headers}.",
    remedy: "Nothing to do.",
  },
  "interop/jiracsv-localised-month": {
    message: 'The month in "{found}" ({field}) is in no language known here.',
    remedy: "Give the twelve month names of the instance; the date was left out.",
  },
  "interop/jiracsv-missing-key": {
    message: "Row {row} has neither issue key nor issue id.",
    remedy: "Export with the issue key; the row was left out.",
  },
  "interop/jiracsv-repeated-headers": {
    message: "These headers stand more than once, one column for each value: {headers}.",
    remedy: "Nothing to do.",
  },
  "interop/jiracsv-row-too-wide": {
    message: "Row {row} has {found} cells; the header names {expected}.",
    remedy: "Put quotation marks round cells that hold a comma; the extra cells are kept.",
  },
  "interop/jiracsv-sigma-rollup": {
    message: "These columns are sums over subtasks and were not read: {headers}.",
    remedy: "Nothing to do.",
  },
};
