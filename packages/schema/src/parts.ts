import * as z from "zod/mini";

/** Shorthands of the document schemas; all objects are strict. */
export const text: z.ZodMiniString = z.string();
/** A finite number. */
export const num: z.ZodMiniNumber = z.number();
/** true or false. */
export const flag: z.ZodMiniBoolean = z.boolean();
/** A calendar day. */
export const day: z.ZodMiniString = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A day, local time or instant, told apart by form; `validatePlan` says whether it exists. */
export const time: z.ZodMiniString = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/));
/** An instant. */
export const instant: z.ZodMiniString = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/));
/** An id: a text that is not empty. */
export const id: z.ZodMiniString = z.string().check(z.minLength(1));
