import type { Catalog } from "@evenkeel/kernel";

/** English texts of this package's issues. */
export const en: Catalog = {
  "calendar/dangling-parent": {
    message: "Calendar {calendar} names {parent} as its parent, which is not there.",
    remedy: "Add calendar {parent} or correct the parent.",
  },
  "calendar/duplicate-id": {
    message: "Two calendars have the id {calendar}.",
    remedy: "Give each calendar an id of its own.",
  },
  "calendar/impossible-share": {
    message: "Calendar {calendar} has someone away for a share of {found}.",
    remedy: "Give a share above 0, up to 1.",
  },
  "calendar/instant-on-local-time": {
    message: "{found} is an instant, but the calendar was compiled without zone rules and its times are local.",
    remedy: "Give a day or a local time, or compile the calendar with zone rules.",
  },
  "calendar/invalid-interval": {
    message: "Calendar {calendar} has working time from minute {from} to minute {to}.",
    remedy:
      "Begin from 0 to 1439 minutes after midnight, end later, at most a day later, in steps of a tenth of a minute.",
  },
  "calendar/invalid-recurrence": {
    message: "Calendar {calendar} has an exception whose {kind} rule is not possible.",
    remedy: "Use intervals of at least 1, months 1 to 12, days 1 to 31, positions 1 to 5 and named weekdays.",
  },
  "calendar/inverted-range": {
    message: "Calendar {calendar} has a range from {from} to {to}, which ends before it begins.",
    remedy: "Exchange the two days.",
  },
  "calendar/mixed-time-lines": {
    message: "Calendar {calendar} would join local times and instants.",
    remedy: "Compile all its calendars with zone rules, or all without.",
  },
  "calendar/no-common-time": {
    message: "Calendar {calendar} has no working time: the calendars it joins never work at the same time.",
    remedy: "Change the hours of one of them.",
  },
  "calendar/no-holidays": {
    message: "There are no holidays from {from} to {to}.",
    remedy: "Check the country and region; nothing to do where this is right.",
  },
  "calendar/no-working-time": {
    message: "Calendar {calendar} has no working time at all.",
    remedy: "Give it working hours, or a parent that has some.",
  },
  "calendar/nothing-to-intersect": {
    message: "No calendars were given to take the common time of.",
    remedy: "Give at least one calendar.",
  },
  "calendar/overlapping-intervals": {
    message: "Calendar {calendar} works twice from minute {from} to minute {to}.",
    remedy: "Shorten one of the two intervals.",
  },
  "calendar/parent-cycle": {
    message: "Calendars {calendars:chain} are each other's parents.",
    remedy: "Take the parent from one of them.",
  },
  "calendar/repeated-local-time": {
    message: "A local time occurs twice in {zone}, because the clocks go back; the earlier one is used.",
    remedy: "Give an instant if the later one is meant.",
  },
  "calendar/skipped-local-time": {
    message: "A local time does not occur in {zone}, because the clocks go forward; it is moved by as much.",
    remedy: "Give a time that the clocks show.",
  },
  "calendar/unknown-zone": {
    message: "{zone} is not a time zone that is known here.",
    remedy: "Use a name of the IANA time zone database, such as Europe/Berlin.",
  },
  "calendar/zone-not-applied": {
    message:
      "Calendar {calendar} names the zone {zone}; its hours are used as local times without changes of the clock.",
    remedy: "Pass zone rules to apply it.",
  },
};
