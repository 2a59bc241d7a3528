import type { AnyTimeText, Row } from "./common.js";

/** Which ends are tied: finish or start of the predecessor to start or finish of the successor. */
export type DependencyType = "FS" | "SS" | "FF" | "SF";

/** Time between the tied ends; negative = lead. */
export interface Lag {
  /** Minutes, or share of the predecessor's duration (0.5 = 50 %). */
  readonly amount: number;
  readonly unit: "minutes" | "percent";
  readonly basis: "working" | "elapsed";
  /** Whose calendar working lag runs on; absent = the scheduling option. */
  readonly calendar?: "predecessor" | "successor" | "project" | "continuous";
}

/** What passes from giver to receiver, and whether they agree. */
export interface Handoff {
  /** Person or team that gives. */
  readonly from?: string;
  /** Person or team that receives. */
  readonly to?: string;
  readonly what?: string;
  /** When the receiver needs it. */
  readonly neededBy?: AnyTimeText;
  /** When the giver promises it. */
  readonly promisedBy?: AnyTimeText;
  readonly acceptance?: string;
  readonly state?: "offered" | "accepted" | "returned";
}

/** A link that schedules. */
export interface Dependency extends Row {
  /** Item id. */
  readonly predecessorId: string;
  /** Item id. */
  readonly successorId: string;
  readonly type: DependencyType;
  readonly lag?: Lag;
  readonly discretionary?: boolean;
  readonly handoff?: Handoff;
}

/** A link that does not schedule. */
export interface Relation extends Row {
  readonly kind: "relates" | "duplicates" | "causes" | "blocks" | "implements" | "other";
  readonly fromId: string;
  readonly toId: string;
  readonly sourceKind?: string;
}
