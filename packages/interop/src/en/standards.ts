import type { Catalog } from "@evenkeel/kernel";

/** English texts of the traps of standards: event logs, calendars, open schedule formats. */
export const standardTexts: Catalog = {
  "interop/gan-invalid-value": {
    message: '"{found}" in {field} cannot be read; expected {expected}.',
    remedy: "Correct it in the source; it was left out.",
  },
  "interop/gan-missing-id": {
    message: "A {element} has no id.",
    remedy: "Save the file again; it was left out with all inside.",
  },
  "interop/gan-yearly-holiday": {
    message: "The holiday of month {month}, day {day}, states no year; it holds every year.",
    remedy: "Nothing to do.",
  },
  "interop/ical-all-day-end": {
    message:
      "An event of whole days begins on {start} and ends on {end}, which is before its first day is over; it was read as one day.",
    remedy: "The end is the day after the last; correct it in the source.",
  },
  "interop/assumed-windows-zone": {
    message: "Zone {value} ({evidence}).",
    remedy: "Export with the rules of the zone if they are others.",
  },
  "interop/ical-bad-vtimezone": {
    message: 'The zone "{zone}" is no known zone, and the file does not define it; its times stay local.',
    remedy: "State the zone as an option, or export with a zone such as Europe/Berlin.",
  },
  "interop/ical-broken-line": {
    message: 'Line {line} is no property of a component: "{found}".',
    remedy: "Export again; it was left out.",
  },
  "interop/ical-floating-time": {
    message: "{count} {count|time has|times have} no zone and float with the reader's clock.",
    remedy: "State the zone they were meant in; without it they stay local.",
  },
  "interop/ical-folded-utf8": {
    message: "{count} {count|line was|lines were} folded within a character; joined again before reading.",
    remedy: "Nothing to do.",
  },
  "interop/ical-invalid-value": {
    message: '"{found}" in {field} cannot be read; expected {expected}.',
    remedy: "Correct it in the source; it was left out.",
  },
  "interop/ical-missing-uid": {
    message: "A {component} has no UID; it was named by its line.",
    remedy: "Nothing links to it; export again where it should.",
  },
  "interop/ical-period-rdate": {
    message: 'The date "{found}" is a period; its first day counts.',
    remedy: "Nothing to do.",
  },
  "interop/ical-recurrence-override": {
    message: "{instance} of {id} is stated apart from its series and replaces it there.",
    remedy: "Nothing to do.",
  },
  "interop/ical-timed-event": {
    message: "{count} {count|event is|events are} no days off: timed, cancelled, or by a rule not read.",
    remedy: "Nothing to do; they stay on the calendar as they are.",
  },
  "interop/ical-unbalanced": {
    message: "{component} in line {line} has no end, or no begin.",
    remedy: "Export again; what it holds was read.",
  },
  "interop/ical-unread-recurrence": {
    message: "Calendars have no recurrence for the rule {rule} of {id}.",
    remedy: "State its days one by one; the event is kept on the calendar as it is.",
  },
  "interop/ocel-event-without-object": {
    message: "Event {id} refers to no object of the log.",
    remedy: "Export its objects too; the event is kept on the plan, in no item's history.",
  },
  "interop/ocel-invalid-value": {
    message: '"{found}" in {field} cannot be read; expected {expected}.',
    remedy: "Write the log again; the value was left out.",
  },
  "interop/ocel-malformed-date": {
    message: 'The time "{found}" of {id} cannot be read.',
    remedy: "Correct it in the source; what needs it is kept on the plan, not in the history.",
  },
  "interop/ocel-missing-attribute-time": {
    message: "{count} {count|value states|values state} no time from when on it holds; taken as the first.",
    remedy: "Nothing to do if they never changed.",
  },
  "interop/ocel-nameless": {
    message: "What stands at {place} has no id or no type.",
    remedy: "Export again; it is kept on the plan as it is.",
  },
  "interop/ocel-numeric-value": {
    message: "{count} {count|value is|values are} no text, which the format demands; read as written.",
    remedy: "Nothing to do.",
  },
  "interop/ocel-ocel1-keys": {
    message: "The log is of OCEL {found}; it was read as if it were of {expected}, without changes of attributes.",
    remedy: "Export version {expected} where values of objects change.",
  },
  "interop/ocel-unknown-object": {
    message: 'Object {id} is of type "{type}", which is no table of the documents.',
    remedy: "Write the log again; the object was left out.",
  },
  "interop/ocel-version": {
    message: 'The log was written by version "{found}" of this program\'s dialect; it reads {expected}.',
    remedy: "Use the release that wrote it.",
  },
  "interop/planner-elapsed-lag-seconds": {
    message: "A lag of {seconds} seconds runs around the clock.",
    remedy: "Nothing to do.",
  },
  "interop/planner-invalid-value": {
    message: '"{found}" in {field} cannot be read; expected {expected}.',
    remedy: "Correct it in the source; it was left out.",
  },
  "interop/planner-missing-id": {
    message: "A {element} has no id.",
    remedy: "Save the file again; it was left out.",
  },
  "interop/planner-z-is-local": {
    message: "Times end in {found} but are local in this format; they stay local.",
    remedy: "Nothing to do.",
  },
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
