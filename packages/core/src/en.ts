import type { Catalog } from "@evenkeel/kernel";

/** English texts of the codes of the documents. */
export const en: Catalog = {
  "core/format-version": {
    message: "The document has format version {found}; this program reads {expected}.",
    remedy: "Migrate the document, or use the release that wrote it.",
  },
  "core/invalid-event": {
    message: "What stands at {at} in the history is no event: it needs {expected}.",
    remedy: "Take it out, or write it as the schema of histories says.",
  },
  "core/invalid-table": { message: "{table} is no list of rows.", remedy: "Write a list, or leave the table out." },
  "core/invalid-row": {
    message: "What stands at {at} in {table} is no row.",
    remedy: "Take it out, or write it as the schema of plans says.",
  },
  "core/missing-id": { message: "A row of {table} has no id.", remedy: "Give every row a text as id." },
  "core/duplicate-id": {
    message: 'The id "{id}" occurs more than once in {table}.',
    remedy: "Give each row its own id.",
  },
  "core/dangling-reference": {
    message: '"{id}" in {table} names "{found}" as {field}, and {targets} has no such row.',
    remedy: "Add the missing row or take the reference away.",
  },
  "core/number-out-of-range": {
    message: '"{id}" in {table} has {found} as {field}; expected {min} to {max}.',
    remedy: "Correct the number; its unit is in the field's name or documentation.",
  },
  "core/records-expired": {
    message: "Rows of {table} are kept {keepDays} {keepDays|day|days}; older ones were left out.",
    remedy: "Delete them where they are stored.",
  },
  "core/retention-without-days": {
    message: "{table} is to be kept {found} days; expected a whole number of at least 0. Nothing of it was read.",
    remedy: "Say how many days after the last day it is about a row is kept.",
  },
  "core/parent-cycle": {
    message: "In {table} these rows are their own ancestors: {members:chain}.",
    remedy: "Give one of them another parent.",
  },
  "core/assignee-count": {
    message: 'Assignment "{id}" names {found} assignees; expected exactly one person, team or resource.',
    remedy: "Write one assignment for each assignee.",
  },
  "core/self-dependency": {
    message: 'Dependency "{id}" ties item "{item}" to itself.',
    remedy: "Remove the dependency.",
  },
  "core/unknown-state": {
    message: 'Item "{id}" is in state "{found}", which its workflow "{workflow}" does not have.',
    remedy: "Add the state to the workflow with its category, or correct the item.",
  },
  "core/unknown-event-type": {
    message: 'Event "{id}" has the unknown type "{found}".',
    remedy: "Use a type of the document's schema; `changed` covers every other edit.",
  },
};
