declare const brand: unique symbol;

/** A plain value told apart by the type checker only; costs nothing at run time. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Id of a work item. */
export type WorkItemId = Brand<string, "WorkItemId">;
/** Id of an activity of a schedule. */
export type ActivityId = Brand<string, "ActivityId">;
/** Id of a person. */
export type PersonId = Brand<string, "PersonId">;
/** Days since 1970-01-01 of a calendar day without a zone. */
export type EpochDay = Brand<number, "EpochDay">;
/** Tenths of a minute since 1970-01-01T00:00 on a local time line; Int32. */
export type EpochTicks = Brand<number, "EpochTicks">;
/** Tenths of a minute of working time; Int32. */
export type WorkTicks = Brand<number, "WorkTicks">;
/** Tenths of a minute of elapsed time; Int32. */
export type ElapsedTicks = Brand<number, "ElapsedTicks">;
/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMillis = Brand<number, "EpochMillis">;
/** Milliseconds since 1970-01-01T00:00 on a local time line without a zone. */
export type LocalMillis = Brand<number, "LocalMillis">;
/** Person-minutes. */
export type EffortMinutes = Brand<number, "EffortMinutes">;
/** A chance, 0..1. */
export type Probability = Brand<number, "Probability">;
