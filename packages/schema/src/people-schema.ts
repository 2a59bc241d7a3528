import * as z from "zod/mini";
import { day, flag, id, num, text, time } from "./parts.js";
import { period, rowFields as row, subject } from "./row-schema.js";

const opt = z.exactOptional;
const list = z.array;
const choice = z.enum;

/** Rows of the table of this name. */
export const person = z.strictObject({
  ...row,
  name: text,
  email: opt(text),
  zone: opt(text),
  calendarId: opt(id),
  contractMinutesPerWeek: opt(num),
  skills: opt(list(text)),
  jurisdiction: opt(text),
  away: opt(list(z.strictObject({ from: time, to: time, share: opt(num) }))),
  active: opt(flag),
  private: opt(flag),
});
/** Rows of the table of this name. */
export const team = z.strictObject({
  ...row,
  name: text,
  parentId: opt(id),
  members: opt(list(z.strictObject({ personId: id, during: opt(period), share: opt(num) }))),
  calendarId: opt(id),
});
/** Rows of the table of this name. */
export const resource = z.strictObject({
  ...row,
  name: text,
  kind: choice(["equipment", "material", "placeholder", "cost"]),
  calendarId: opt(id),
  capacity: opt(num),
  unit: opt(text),
});
const contours = [
  "flat",
  "backLoaded",
  "frontLoaded",
  "doublePeak",
  "earlyPeak",
  "latePeak",
  "bell",
  "turtle",
  "contoured",
] as const;
const workSpan = z.strictObject({ from: time, to: time, minutes: num });
/** Rows of the table of this name. */
export const assignment = z.strictObject({
  ...row,
  itemId: id,
  personId: opt(id),
  teamId: opt(id),
  resourceId: opt(id),
  role: choice([
    "accountable",
    "responsible",
    "consulted",
    "informed",
    "driver",
    "approver",
    "recommender",
    "agreer",
    "decider",
  ]),
  effortMinutes: opt(num),
  remainingEffortMinutes: opt(num),
  actualEffortMinutes: opt(num),
  overtimeEffortMinutes: opt(num),
  remainingOvertimeEffortMinutes: opt(num),
  units: opt(num),
  during: opt(period),
  stop: opt(time),
  resume: opt(time),
  delayMinutes: opt(num),
  levelingDelayMinutes: opt(num),
  contour: opt(choice(contours)),
  remainingSpans: opt(list(workSpan)),
  actualSpans: opt(list(workSpan)),
  acceptedOn: opt(day),
});
/** Rows of the table of this name. */
export const commitment = z.strictObject({
  ...row,
  byId: opt(id),
  toId: opt(id),
  subject: opt(subject),
  what: opt(text),
  due: time,
  madeAt: opt(time),
  probability: opt(num),
  count: opt(num),
  state: opt(choice(["open", "met", "missed", "withdrawn"])),
  resolvedAt: opt(time),
});
/** Rows of the table of this name. */
export const decision = z.strictObject({
  ...row,
  question: text,
  deciderId: opt(id),
  by: opt(time),
  options: opt(list(text)),
  result: opt(text),
  decidedAt: opt(time),
  blocks: opt(list(id)),
});
/** Rows of the table of this name. */
export const risk = z.strictObject({
  ...row,
  title: text,
  probability: opt(num),
  effect: opt(z.strictObject({ delayMinutes: opt(num), extraItems: opt(num), text: opt(text) })),
  ownerId: opt(id),
  itemIds: opt(list(id)),
});
/** Rows of the table of this name. */
export const term = z.strictObject({ ...row, term: text, meaning: text, synonyms: opt(list(text)) });

const intervals = list(z.strictObject({ from: num, to: num }));
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const week = z.strictObject({
  monday: opt(intervals),
  tuesday: opt(intervals),
  wednesday: opt(intervals),
  thursday: opt(intervals),
  friday: opt(intervals),
  saturday: opt(intervals),
  sunday: opt(intervals),
});
const position = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const positioned = choice([...weekdays, "day", "weekday", "weekendDay"] as const);
const recurrence = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("daily"), every: num }),
  z.strictObject({ kind: z.literal("weekly"), every: num, weekdays: list(choice(weekdays)) }),
  z.strictObject({ kind: z.literal("monthly"), every: num, day: num }),
  z.strictObject({ kind: z.literal("monthlyByPosition"), every: num, position, on: positioned }),
  z.strictObject({ kind: z.literal("yearly"), month: num, day: num }),
  z.strictObject({ kind: z.literal("yearlyByPosition"), month: num, position, on: positioned }),
]);
/** Rows of the table of this name. */
export const calendar = z.strictObject({
  ...row,
  name: opt(text),
  zone: opt(text),
  parentId: opt(id),
  week,
  workWeeks: opt(list(z.strictObject({ name: opt(text), from: day, to: day, week }))),
  exceptions: opt(
    list(
      z.strictObject({
        name: opt(text),
        from: day,
        to: day,
        intervals,
        recurrence: opt(recurrence),
        occurrences: opt(num),
      }),
    ),
  ),
});
/** Rows of the table of this name. */
export const storedSchedule = z.strictObject({
  ...row,
  kind: choice(["baseline", "imported", "computed"]),
  name: opt(text),
  projectId: opt(id),
  tool: opt(text),
  madeAt: opt(time),
  items: list(
    z.strictObject({
      itemId: id,
      start: opt(time),
      finish: opt(time),
      earlyStart: opt(time),
      earlyFinish: opt(time),
      lateStart: opt(time),
      lateFinish: opt(time),
      totalFloatMinutes: opt(num),
      freeFloatMinutes: opt(num),
      startFloatMinutes: opt(num),
      finishFloatMinutes: opt(num),
      isCritical: opt(flag),
      isOnLongestPath: opt(flag),
    }),
  ),
});
