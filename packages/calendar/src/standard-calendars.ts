import type { CalendarSpec, WeekPattern } from "./types.js";

const officeDay = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
] as const;
const wholeDay = [{ from: 0, to: 1440 }] as const;

function weekOf(day: WeekPattern["monday"] & object, weekend: WeekPattern["monday"] & object): WeekPattern {
  return { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: weekend, sunday: weekend };
}

/** Monday to Friday, 08:00-12:00 and 13:00-17:00. */
export const standardCalendar: CalendarSpec = { id: "standard", week: /* @__PURE__ */ weekOf(officeDay, []) };

/** Around the clock, every day. */
export const continuousCalendar: CalendarSpec = { id: "continuous", week: /* @__PURE__ */ weekOf(wholeDay, wholeDay) };
