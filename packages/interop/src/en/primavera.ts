import type { Catalog } from "@evenkeel/kernel";

/** English texts of the traps of Primavera files. */
export const primaveraTexts: Catalog = {
  "interop/p6-cross-project": {
    message: 'Activity {item} is tied to "{reference}" of another project, which is not in the file.',
    remedy: "Export the projects together, or state the date as a constraint; the link is kept on the item.",
  },
  "interop/p6-invalid-value": {
    message: '"{found}" in {field} cannot be read; expected {expected}.',
    remedy: "Correct it in the source; it was left out.",
  },
  "interop/p6-missing-id": {
    message: "A row has no {field}.",
    remedy: "Export again; it was left out.",
  },
  "interop/p6-missing-project": {
    message: "The file does not describe the project {project} of its activities; its dates and options are unknown.",
    remedy: "Export the project itself too.",
  },
  "interop/p6-unreadable-calendar": {
    message: "The hours of calendar {calendar} cannot be read ({reason}).",
    remedy: "Export the calendar again; it was left out, and what it placed runs on the project's calendar.",
  },
  "interop/xer-broken-line": {
    message: "{count} {count|line belongs|lines belong} to the row before, the first at line {line}.",
    remedy: "Nothing to do where a text holds a line break; otherwise export again.",
  },
  "interop/xer-no-end": {
    message: "The file does not end with %E; it may have been cut off.",
    remedy: "Export or transfer it again.",
  },
  "interop/xer-row-too-wide": {
    message: "{count} {count|row has|rows have} more cells than the table has fields, the first at line {line}.",
    remedy: "Export again; the cells beyond were left out.",
  },
  "interop/xer-row-without-table": {
    message: "{count} {count|row stands|rows stand} in no table, the first at line {line}.",
    remedy: "Export again; they were left out.",
  },
};
