import type { WorkRecords } from "@evenkeel/core";
import * as z from "zod/mini";
import { day, id, instant, num, text, time } from "./parts.js";
import { coverage, rowFields as row } from "./row-schema.js";

const opt = z.exactOptional;
const list = z.array;

/** The schema of records about people. */
export const workRecordsSchema: z.ZodMiniType<WorkRecords> = z.strictObject({
  formatVersion: z.literal(1),
  coverage: opt(coverage),
  retention: opt(
    list(
      z.strictObject({
        table: opt(
          z.enum([
            "workIntervals",
            "loggedEffort",
            "onCallShifts",
            "incidents",
            "contactEvents",
            "leave",
            "optOuts",
            "surveys",
          ]),
        ),
        keepDays: num,
      }),
    ),
  ),
  workIntervals: opt(
    list(
      z.strictObject({
        ...row,
        personId: id,
        from: instant,
        to: instant,
        kind: z.enum(["planned", "actual", "onCallActive", "onCallStandby", "travel"]),
        itemId: opt(id),
      }),
    ),
  ),
  loggedEffort: opt(
    list(z.strictObject({ ...row, personId: opt(id), itemId: id, on: time, minutes: num, note: opt(text) })),
  ),
  onCallShifts: opt(list(z.strictObject({ ...row, personId: id, from: instant, to: instant }))),
  incidents: opt(list(z.strictObject({ ...row, personId: opt(id), at: instant, minutes: opt(num) }))),
  contactEvents: opt(
    list(z.strictObject({ ...row, personId: id, at: instant, kind: z.enum(["message", "call", "mail"]) })),
  ),
  leave: opt(
    list(
      z.strictObject({
        ...row,
        personId: id,
        from: day,
        to: day,
        kind: z.enum(["annual", "sick", "parental", "public", "unpaid", "other"]),
      }),
    ),
  ),
  optOuts: opt(list(z.strictObject({ ...row, personId: id, rule: text, from: day, to: opt(day) }))),
  surveys: opt(
    list(
      z.strictObject({ ...row, teamId: opt(id), instrument: text, scale: text, on: day, mean: num, respondents: num }),
    ),
  ),
  extensions: row.extensions,
});
