import type { Catalog } from "@evenkeel/kernel";

/** English texts of the codes of edits. */
export const en: Catalog = {
  "edit/id-taken": { message: '{table} already has a row "{id}".', remedy: "Give the new row another id." },
  "edit/no-such-row": { message: '{table} has no row "{id}" to {op}.', remedy: "Refresh the plan and try again." },
  "edit/still-referenced": {
    message: '"{id}" cannot go: "{by}" in {table} names it.',
    remedy: 'Remove it with references "clear", or change those rows first.',
  },
  "edit/invalid-patch": {
    message: "This is no patch: it needs op, a known table, an id, and a row or a field with a value.",
    remedy: "Take patches from a command, a difference or an editor as they are.",
  },
  "edit/invalid-command": {
    message: "The command needs {expected} here.",
    remedy: "Correct the field at the path shown.",
  },
  "edit/unknown-command": {
    message: '"{found}" is no type of command.',
    remedy: "Use one of {expected}.",
  },
  "edit/unknown-field": {
    message: 'The command has a field "{field}" that means nothing.',
    remedy: "Correct its name or leave it out.",
  },
  "edit/row-added": { message: '"{row}" ({table}) is new.' },
  "edit/row-removed": { message: '"{row}" ({table}) is gone.' },
  "edit/field-set": { message: '"{row}" ({table}): {field} is now {to}.' },
  "edit/field-cleared": { message: '"{row}" ({table}): {field} was {from} and is empty now.' },
  "edit/field-changed": { message: '"{row}" ({table}): {field} from {from} to {to}.' },
  "edit/nothing-to-undo": { message: "There is no step to take back.", remedy: "Nothing has to be done." },
  "edit/nothing-to-redo": { message: "There is no undone step to take again.", remedy: "Nothing has to be done." },
};
