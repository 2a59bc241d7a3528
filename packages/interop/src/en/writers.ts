import type { Catalog } from "@evenkeel/kernel";

/** Workbooks, and what the writers of this package read again. */
export const writerTexts: Catalog = {
  "interop/xlsx-archive-bomb": {
    message: "The workbook would unpack to {found} {what}; at most {limit} are read.",
    remedy: "Save the sheet you need as a workbook of its own, or raise the limits if you trust the file.",
  },
  "interop/xlsx-broken-archive": {
    message: "The workbook's archive cannot be read: {reason}.",
    remedy: "Open it in a spreadsheet and save it again as .xlsx, without a password.",
  },
  "interop/xlsx-unreadable": {
    message: "The workbook's sheets cannot be read: {reason}.",
    remedy: "Open it in a spreadsheet and save it again as .xlsx.",
  },
  "interop/monday-group-header-rows": {
    message: "No row of the workbook is the header of a group (Name and its columns); {found} rows were read.",
    remedy: "Export the board to Excel again, or read the workbook as a plain table.",
  },
  "interop/xlsx-missing-sheet": {
    message: 'There is no sheet "{sheet}" in the workbook; there are: {sheets}.',
    remedy: "Name one of these.",
  },
};
