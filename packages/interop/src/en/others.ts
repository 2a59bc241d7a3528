import type { Catalog } from "@evenkeel/kernel";

/** English texts of the traps of schedules, texts, logs and the native format. */
export const otherTexts: Catalog = {
  "interop/evenkeel-version": {
    message: "The file has envelope version {found}; this program reads {expected}.",
    remedy: "Use the release that wrote it.",
  },
  "interop/git-broken-record": {
    message: 'Record {position} is not in the stated format; it begins with "{found}".',
    remedy: "Run git with exactly the stated arguments.",
  },
  "interop/git-cannot-tell": {
    message: "A git log does not carry {fields}; they are unknown, not empty.",
    remedy: "Import the tracker too, where one exists.",
  },
  "interop/git-clock-skew": {
    message: "Commit {item} was begun at {started}, after it was merged at {finished}.",
    remedy: "Check the clocks of the machines; both times stand as recorded.",
  },
  "interop/git-no-times": {
    message: "None of {count} commits states when it was made, so that nothing can be measured.",
    remedy: "Run git with the arguments this package states, or without --oneline.",
  },
  "interop/git-unmerged": {
    message: "{count} {count|commit is|commits are} not reached from the main line and became no items.",
    remedy: "Merge them, or export their branch alone.",
  },
  "interop/log-category-unknown": {
    message:
      'Nothing came after "{state}" in any of the {count} cases that stand there; a log does not say what ends them, so they count as in progress.',
    remedy: "Answer once what it means, under `states`; `done` where it is the end.",
  },
  "interop/mspdi-both-exception-styles": {
    message:
      "Calendar {calendar} states {count} {count|exception|exceptions} in the old style as well; the new style holds.",
    remedy: "Nothing to do.",
  },
  "interop/mspdi-cross-project": {
    message: 'Task {item} waits for "{reference}" of another project.',
    remedy: "Open the projects together, or state the date as a constraint; the link is kept on the item.",
  },
  "interop/mspdi-duplicate-link": {
    message: "The link from {predecessor} to {successor} stands twice with the same type and lag; it was read once.",
    remedy: "Remove one of them.",
  },
  "interop/mspdi-invalid-value": {
    message: '"{found}" in {field} cannot be read; expected {expected}.',
    remedy: "Correct it in the source; it was left out.",
  },
  "interop/mspdi-missing-uid": {
    message: "A {element} has no UID.",
    remedy: "Export again; it was left out.",
  },
  "interop/mspdi-null-row": {
    message: "{count} blank {count|row is|rows are} no tasks.",
    remedy: "Nothing to do.",
  },
  "interop/mspdi-unreadable-exception": {
    message: 'An exception "{name}" of calendar {calendar} has no readable range or pattern.',
    remedy: "Enter the exception again; it was left out.",
  },
  "interop/sticky-loose-arrow": {
    message: 'Arrow {arrow} does not tie two notes: from "{from}" to "{to}".',
    remedy: "Draw it from one note to another; it was left out.",
  },
  "interop/text-nbsp": {
    message: "Line {line} holds no-break spaces; they were read as blanks.",
    remedy: "Nothing to do.",
  },
  "interop/text-tab-indent": {
    message: "Line {line} is indented by tabs; a tab reaches to the next multiple of {columns}.",
    remedy: "Use blanks if the nesting came out wrong.",
  },
  "interop/text-todo-txt-two-dates": {
    message: "Line {line} is not done and has two dates; the first was read as its creation.",
    remedy: "Begin the line with x if it is done; the second date is kept on the item.",
  },
  "interop/text-unknown-checkbox": {
    message: 'Line {line} has the unknown mark "{found}"; its state is unknown.',
    remedy: "Use [ ], [x], [/] or [-].",
  },
  "interop/text-variation-selector": {
    message: "Line {line} holds invisible variation selectors after emoji; they were ignored.",
    remedy: "Nothing to do.",
  },
};
