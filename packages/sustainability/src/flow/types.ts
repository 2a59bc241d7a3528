/** An item that is in progress and in someone's hands; day numbers since 1970-01-01, half-open. */
export interface HeldItem {
  readonly personId: string;
  readonly itemId: string;
  readonly projectId?: string;
  readonly from: number;
  readonly to: number;
}

/** Someone worked on an item: an event, or the start of a work interval. */
export interface Touch {
  /** Row it comes from. */
  readonly id: string;
  readonly personId: string;
  readonly itemId: string;
  /** Day number since 1970-01-01 where the person is. */
  readonly day: number;
  /** Milliseconds UTC. */
  readonly at: number;
}

/** Work that passes from one person to another on a day. */
export interface HandoffRow {
  /** Dependency or event. */
  readonly id: string;
  readonly giver?: string;
  readonly receiver?: string;
  /** Day number since 1970-01-01. */
  readonly day: number;
}

/** What kind of work an item is: as planned, unplanned (an interrupt), or toil (by hand, repeated, of no lasting value). */
export type WorkType = "planned" | "unplanned" | "toil";

/** Effort on an item, planned or spent. */
export interface TypedEffort {
  readonly itemId: string;
  /** Person-minutes, at least 0. */
  readonly minutes: number;
  /** Absent = not known. */
  readonly workType?: WorkType;
}
