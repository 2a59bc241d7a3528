import type { Catalog } from "@evenkeel/kernel";

/** English texts of the traps of standards: event logs, calendars, open schedule formats. */
export const standardTexts: Catalog = {
  "interop/xes-identical-events": {
    message:
      "{count} {count|event repeats|events repeat} the one before with the same time, activity and resource, first near line {line}.",
    remedy: "Nothing to do; each was read as an event of its own.",
  },
  "interop/xes-malformed-date": {
    message: '{count} {count|event has|events have} a time that cannot be read, such as "{found}" in line {line}.',
    remedy: "Correct the times in the source; these events are kept on their items, not in the history.",
  },
  "interop/xes-no-activity": {
    message: "{count} {count|event names|events name} no activity, first in line {line}.",
    remedy: "Export concept:name, or a classifier; these events are kept on their items, not in the history.",
  },
  "interop/xes-no-namespace": {
    message: "The log states no namespace; it was read as XES.",
    remedy: "Nothing to do.",
  },
  "interop/xes-no-time": {
    message: "{count} {count|event has|events have} no time:timestamp, first in line {line}.",
    remedy: "Export the times; these events are kept on their items, not in the history.",
  },
  "interop/xes-no-zone": {
    message: '{count} {count|time has|times have} no zone, such as "{found}" in line {line}.',
    remedy: "State the zone the log was written in; without it these times stay local.",
  },
  "interop/xes-out-of-place": {
    message:
      "{count} {count|element stands|elements stand} where the format has no place for them, first <{found}> in line {line}.",
    remedy: "Export again; they are kept as they are and belong to no item's history.",
  },
  "interop/xes-repeated-case": {
    message:
      '{count} {count|trace repeats|traces repeat} the name of an earlier one, such as "{found}" in line {line}.',
    remedy: "Nothing to do if these are cases of their own; a number was added to their ids.",
  },
};
