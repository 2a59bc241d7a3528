import type { AnyTimeText, Row } from "./common.js";

/** Dates and floats of one item in a stored schedule. */
export interface ScheduledItem {
  readonly itemId: string;
  readonly start?: AnyTimeText;
  readonly finish?: AnyTimeText;
  readonly earlyStart?: AnyTimeText;
  readonly earlyFinish?: AnyTimeText;
  readonly lateStart?: AnyTimeText;
  readonly lateFinish?: AnyTimeText;
  /** Working minutes. */
  readonly totalFloatMinutes?: number;
  readonly freeFloatMinutes?: number;
  readonly startFloatMinutes?: number;
  readonly finishFloatMinutes?: number;
  readonly isCritical?: boolean;
  readonly isOnLongestPath?: boolean;
}

/** Dates someone computed or agreed on: a baseline, an import, our own. */
export interface StoredSchedule extends Row {
  readonly kind: "baseline" | "imported" | "computed";
  readonly name?: string;
  readonly projectId?: string;
  readonly tool?: string;
  readonly madeAt?: AnyTimeText;
  readonly items: readonly ScheduledItem[];
}
