import type { AssignmentRole, Dependency, PlanRows, TableName, WorkEvent, WorkPlan } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";

/** What every command carries. A command is plain JSON, made once, replayed anywhere. */
export interface CommandBase {
  /** Unique; ids of the events and rows it makes begin with it unless it names them. */
  readonly id: string;
  /** Instant the person decided. */
  readonly at: string;
  /** Person id. */
  readonly by?: string;
}

/** A row of any table, with its table. */
export type TableRow = {
  readonly [T in keyof PlanRows]: { readonly table: T; readonly row: PlanRows[T] };
}[keyof PlanRows];

/** What a user does to a plan. */
export type Command = CommandBase &
  (
    | ({ readonly type: "add" } & TableRow)
    | {
        readonly type: "change";
        readonly table: TableName;
        readonly target: string;
        readonly set?: { readonly [field: string]: Json };
        readonly unset?: readonly string[];
      }
    /** `references`: refuse while rows name it, or clear those references; required ones remove their row too. */
    | {
        readonly type: "remove";
        readonly table: TableName;
        readonly target: string;
        readonly references: "refuse" | "clear";
      }
    | {
        readonly type: "move";
        readonly item: string;
        readonly parent?: string;
        readonly state?: string;
        readonly rank?: number;
      }
    | ({
        readonly type: "link";
        readonly dependency: string;
        readonly predecessor: string;
        readonly successor: string;
      } & {
        readonly linkType?: Dependency["type"];
        readonly lag?: NonNullable<Dependency["lag"]>;
      })
    | { readonly type: "unlink"; readonly dependency: string }
    | {
        readonly type: "assign";
        readonly assignment: string;
        readonly item: string;
        readonly person: string;
        readonly role: AssignmentRole;
        readonly effortMinutes?: number;
      }
    | { readonly type: "unassign"; readonly assignment: string }
    | {
        readonly type: "commit";
        readonly commitment: string;
        readonly due: string;
        readonly what?: string;
        readonly byId?: string;
        readonly toId?: string;
        readonly item?: string;
        readonly probability?: number;
      }
    | { readonly type: "renegotiate"; readonly commitment: string; readonly due: string; readonly reason?: string }
    | { readonly type: "withdraw"; readonly commitment: string; readonly reason?: string }
    | {
        readonly type: "handoff";
        readonly dependency: string;
        readonly change: "offer" | "accept" | "return";
        readonly reason?: string;
      }
    | { readonly type: "decide"; readonly decision: string; readonly result: string }
    | { readonly type: "read"; readonly outcome: string; readonly value: number }
  );

/** One change of one row, addressed by id; never by position. */
export type Patch =
  /** `before`: id of the row it stands before; absent = at the end. */
  | {
      readonly op: "add";
      readonly table: TableName;
      readonly id: string;
      readonly value: Json;
      readonly before?: string;
    }
  | { readonly op: "remove"; readonly table: TableName; readonly id: string }
  | { readonly op: "set"; readonly table: TableName; readonly id: string; readonly field: string; readonly value: Json }
  | { readonly op: "unset"; readonly table: TableName; readonly id: string; readonly field: string };

/** What a command did. */
export interface Edited {
  readonly plan: WorkPlan;
  readonly patches: readonly Patch[];
  /** Applied in order, these give the plan before, bit for bit. */
  readonly inverse: readonly Patch[];
  /** What happened, for the history. */
  readonly events: readonly WorkEvent[];
}
