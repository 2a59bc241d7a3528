import type { Catalog } from "@evenkeel/kernel";

/** English texts of the codes of edits. */
export const en: Catalog = {
  "edit/id-taken": { message: '{table} already has a row "{id}".', remedy: "Give the new row another id." },
  "edit/no-such-row": { message: '{table} has no row "{id}" to {op}.', remedy: "Refresh the plan and try again." },
  "edit/still-referenced": {
    message: '"{id}" cannot go: "{by}" in {table} names it as {field}.',
    remedy: 'Remove it with references "clear", or change those rows first.',
  },
};
