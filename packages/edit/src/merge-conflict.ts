import type { TableName } from "@evenkeel/core";
import type { Issue, Json } from "@evenkeel/kernel";

/** Where two edits of one plan do not fit; what the merged plan holds meanwhile is said by the kind. */
export interface MergeConflict {
  /**
   * field: both changed it, the base's value stays. addedTwice: both added the row, differently; the smaller canonical JSON
   * stays. removedAndChanged: the changed row stays. removedButNamed: the row stays, since the other side names it.
   * broken: together they break an invariant; the row stays as in the base.
   */
  readonly kind: "field" | "addedTwice" | "removedAndChanged" | "removedButNamed" | "broken";
  /** `plan` for what stands beside the tables. */
  readonly table: TableName | "plan";
  readonly id: string;
  readonly field?: string;
  readonly base?: Json;
  readonly ours?: Json;
  readonly theirs?: Json;
  /** The invariant, for broken. */
  readonly issue?: Issue;
}
