import type { Catalog } from "@evenkeel/kernel";

/** English texts of traps any format has, and of assumptions. */
export const anyTexts: Catalog = {
  "interop/any-archive": {
    message: "This is a {format} archive.",
    remedy: "Unpack it and give the files in it.",
  },
  "interop/any-binary": {
    message: "The input is no text: it holds a NUL character at position {position}.",
    remedy: "Export as text (XML, JSON or CSV); for a text in another encoding, state which.",
  },
  "interop/any-broken-quotes": {
    message: "A quoted cell near row {row} is not closed as it should be ({reason}).",
    remedy: "Close or double the quotation mark in that row, or export again.",
  },
  "interop/any-broken-gzip": {
    message: "The input begins as gzip does and cannot be unpacked: {reason}.",
    remedy: "Pack it again, or give it unpacked.",
  },
  "interop/any-cancelled": {
    message: "The reading was stopped after {done} bytes, as the caller asked.",
    remedy: "Read again without stopping.",
  },
  "interop/reading": {
    message: "Reading the input.",
    remedy: "Nothing to do.",
  },
  "interop/any-cycle": {
    message: 'In {table} these rows are their own ancestors: {members:chain}; the parent of "{item}" was left out.',
    remedy: "Give one of them another parent.",
  },
  "interop/any-dangling-reference": {
    message: '"{item}" refers to "{reference}" ({field}), which is not in the input.',
    remedy: "Export the missing part too, or remove the reference; it is kept on the item.",
  },
  "interop/any-date-order-ambiguous": {
    message: '"{found}" in {field} can be read as day/month or month/day, and no value of the column decides.',
    remedy:
      "Answer the order of day and month once, under `dateOrder`, or export dates as 2026-05-01; the date was left out.",
  },
  "interop/any-dst-gap": {
    message: "The local time {found} does not exist in {zone}: the clock skips it.",
    remedy: "Correct the time; it was moved forward by the gap.",
  },
  "interop/any-dst-overlap": {
    message: "The local time {found} occurs twice in {zone}.",
    remedy: "Give the time with its offset; the earlier one was taken.",
  },
  "interop/any-duplicate-id": {
    message: 'The id "{id}" occurs more than once in {table}; the later one was left out.',
    remedy: "Give each record its own id, or remove the copy.",
  },
  "interop/any-empty-file": {
    message: "The input is empty.",
    remedy: "Export again and check that the export holds anything.",
  },
  "interop/any-encoding-mismatch": {
    message: "The bytes are not valid {encoding}.",
    remedy: "State the encoding the file was saved in.",
  },
  "interop/any-entity-bomb": {
    message:
      "The XML declares a DOCTYPE on line {line}; such files are refused because entities can grow without bound.",
    remedy: "Remove the DOCTYPE, or export again without it.",
  },
  "interop/any-impossible-date": {
    message: '"{found}" in {field} is no time that exists; expected a form such as {expected}.',
    remedy: "Correct it in the source; it was left out.",
  },
  "interop/any-invalid-json": {
    message: "The JSON is broken at line {line}, column {column}, where {found} stands.",
    remedy: "Save the whole response as it came; a file that ends too early was cut while it was saved.",
  },
  "interop/any-invalid-xml": {
    message: "The XML is broken at line {line}, column {column}: {reason}.",
    remedy: "Correct that line, or export again.",
  },
  "interop/any-lone-surrogate": {
    message: 'The name of "{id}" in {table} holds half of a character (a lone surrogate).',
    remedy: "Type the name again in the source.",
  },
  "interop/any-refused-field": {
    message: '{field} of "{id}" in {table} is {found}, which the documents do not allow ({reason}).',
    remedy: "Correct it in the source; it was left out.",
  },
  "interop/any-self-link": {
    message: '"{item}" is linked to itself ({field}).',
    remedy: "Remove the link in the source; it was left out.",
  },
  "interop/any-text-too-long": {
    message: "A text has {found} characters; the limit is {limit}.",
    remedy: "Raise the limit textLength (`--limit textLength=NUMBER` on the command line), or shorten the text.",
  },
  "interop/any-too-deep": {
    message: "The input is nested {found} levels deep; the limit is {limit}.",
    remedy: "Raise the limit depth (`--limit depth=NUMBER` on the command line) if the file is meant to be so.",
  },
  "interop/any-too-large": {
    message: "The input has {found} bytes; the limit is {limit}.",
    remedy: "Raise the limit bytes (`--limit bytes=NUMBER` on the command line), or export less at a time.",
  },
  "interop/any-too-many-columns": {
    message: "A row has {found} columns; the limit is {limit}.",
    remedy: "Raise the limit columns (`--limit columns=NUMBER` on the command line), or check the delimiter.",
  },
  "interop/any-too-many-rows": {
    message: "The input has {found} records; the limit is {limit}.",
    remedy: "Raise the limit rows (`--limit rows=NUMBER` on the command line), or export less at a time.",
  },
  "interop/any-unknown-encoding": {
    message: 'The encoding "{encoding}" is not known here.',
    remedy: "State a label such as utf-8 or windows-1252.",
  },
  "interop/any-unknown-format": {
    message: 'No format was recognised; the input "{name}" begins with "{found}".',
    remedy: "Name the format if it is one that is read; a table needs a line of headers, or a mapping.",
  },
  "interop/any-unknown-zone": {
    message: 'The time zone "{zone}" is not known.',
    remedy: "Give an IANA name such as Europe/Berlin, UTC, or an offset such as +02:00.",
  },
  "interop/any-unreadable-date": {
    message: '"{found}" in {field} is no date; expected a form such as {expected}.',
    remedy: "Correct the cell, or map the column to something else; it was left out.",
  },
  "interop/any-unreadable-duration": {
    message: '"{found}" in {field} is no duration; expected seconds or a text such as 38h.',
    remedy: "Correct the cell; it was left out.",
  },
  "interop/any-unsupported-format": {
    message: "This is {format}, for which there is no reader.",
    remedy: "Open it in its own program and save it as XML, JSON, CSV or .xlsx.",
  },
  "interop/any-web-page": {
    message: "This is a web page, no export.",
    remedy: "Sign in and export again: a server answers with a page where it wants a sign-in.",
  },
  "interop/any-wrong-format": {
    message: "Found {found}; expected {expected}.",
    remedy: "Choose the reader that fits, or let the format be detected.",
  },
  "interop/assumed-board": {
    message: "Columns and limits: {value} ({evidence}).",
    remedy: "Give another board if it is the wrong one.",
  },
  "interop/assumed-category": {
    message: "Category of a status: {value} ({evidence}).",
    remedy: "Give the list of statuses.",
  },
  "interop/assumed-date-order": {
    message: "Order of day and month: {value} ({evidence}).",
    remedy: "State the order if it is wrong.",
  },
  "interop/assumed-dates": {
    message: "Planned dates: {value} ({evidence}).",
    remedy: "Link the rows to what they wait for if they should move with it.",
  },
  "interop/assumed-delimiter": {
    message: 'Delimiter "{value}" ({evidence}).',
    remedy: "State the delimiter if it is wrong.",
  },
  "interop/assumed-done": {
    message: "Work counts as done by {value} ({evidence}).",
    remedy: "Change the categories of the states if that is wrong.",
  },
  "interop/assumed-encoding": {
    message: "Encoding {value} ({evidence}).",
    remedy: "State the encoding if letters look wrong.",
  },
  "interop/assumed-fields": {
    message: "Names of fields: {value} ({evidence}).",
    remedy: "Nothing to do.",
  },
  "interop/assumed-hours": {
    message: "Hours worked: {value} ({evidence}).",
    remedy: "State the zone in which the clocks stood.",
  },
  "interop/assumed-main-line": {
    message: "Main line: {value} ({evidence}).",
    remedy: "Run git on the branch you deliver from.",
  },
  "interop/assumed-mapping": {
    message: "Column {value} (by its {evidence}).",
    remedy: "Give a mapping if it is wrong.",
  },
  "interop/assumed-started": {
    message: "Work counts as started by {value} ({evidence}).",
    remedy: "Change the categories of the states if that is wrong.",
  },
  "interop/assumed-statuses": {
    message: "Names and categories of statuses: {value} ({evidence}).",
    remedy: "Nothing to do.",
  },
  "interop/assumed-zone": {
    message: "Time zone {value} ({evidence}).",
    remedy: "State the zone of the times.",
  },
};
