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
    remedy: "Name lists by plain words such as To do, Doing, Done, or change the category of the state.",
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
