import { type TableName, tableNames } from "@evenkeel/core";
import * as z from "zod/mini";
import { id, num, text, time } from "./parts.js";

const opt = z.exactOptional;
const list = z.array;
const choice = z.enum;

const tableName = choice(tableNames as readonly TableName[] as [TableName, ...TableName[]]);
const free = opt(z.record(text, z.json()));
const source = z.strictObject({ tool: text, instance: opt(text), id: text, key: opt(text), url: opt(text) });

/** The fields every row may carry. */
export const rowFields = { id, sources: opt(list(source)), customFields: free, extensions: free };
/** A row of any table, by its place. */
export const subject = z.strictObject({ table: tableName, id });
/** From when until when. */
export const period = z.strictObject({ from: opt(time), to: opt(time) });
/** A number with its unit. */
export const quantity = z.strictObject({ value: num, unit: text });

/** Coverage rows, shared by all three documents. */
export const coverage = list(
  z.strictObject({
    tool: text,
    instance: opt(text),
    table: choice([...tableNames, "events", "workIntervals", "onCallShifts", "contactEvents", "leave"] as const),
    fields: list(text),
  }),
);
