import type { LoadInput } from "../types.js";

/** Load of one person over some days. */
export interface LoadSpan {
  readonly personId: string;
  /** First day, day number since 1970-01-01. */
  readonly from: number;
  /** Day after the last. */
  readonly to: number;
  /** Person-minutes planned, or worked. */
  readonly loadMinutes: number;
  /** Working minutes there are, by contract and calendar, without time away. */
  readonly capacityMinutes: number;
  /** Items that load the days, most minutes first; work on no item is not among them. */
  readonly items: readonly { readonly itemId: string; readonly minutes: number }[];
}

/** Time someone worked on one day. */
export interface WorkedTime {
  readonly personId: string;
  /** Day number since 1970-01-01 where the person is. */
  readonly day: number;
  /** 0..1500: a day may have 25 hours. */
  readonly minutes: number;
  readonly itemId?: string;
}

/** What actual load is computed from. */
export interface ActualLoadInput extends Omit<LoadInput, "tasks"> {
  readonly worked: readonly WorkedTime[];
}
