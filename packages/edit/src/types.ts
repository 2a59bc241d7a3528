import type {
  AssignmentRole,
  Dependency,
  PlanRows,
  Row,
  Subject,
  TableName,
  WorkEvent,
  WorkItem,
  WorkPlan,
} from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";

/** What every command carries. A command is plain JSON, made once, replayed anywhere. */
export interface CommandBase {
  /** Unique; ids of the events, and of rows it makes without naming them, begin with it. */
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

/** A part an item is split into: its own fields, and its share of the item's effort and estimates. */
export type SplitPart = Omit<Partial<WorkItem>, "id" | "title" | "parentId"> & {
  readonly id: string;
  readonly title: string;
  /** 0..1 of the item's estimates, duration and assigned effort. */
  readonly share?: number;
};

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
    /** `references`: refuse while rows name it, or clear those references; rows that cannot do without it go too. */
    | {
        readonly type: "remove";
        readonly table: TableName;
        readonly target: string;
        readonly references: "refuse" | "clear";
      }
    /** To another parent, state or place; `container` with `state` and `rank` moves it there, others stay. */
    | {
        readonly type: "move";
        readonly item: string;
        readonly parent?: string;
        readonly state?: string;
        readonly container?: string;
        readonly rank?: number;
      }
    /**
     * Into children of the item, or into siblings beside it; each part takes over what it does not say itself: project,
     * outcomes, workflow, state, calendar, class of service, skills, labels, and its share of estimates and effort.
     * Responsible assignments move to children and are shared with siblings; `chain` links part to part, and then what
     * follows waits for the last one, else for every part. Ids of the rows it makes begin with the command's.
     */
    | {
        readonly type: "split";
        readonly item: string;
        readonly as: "children" | "siblings";
        readonly parts: readonly SplitPart[];
        readonly chain?: boolean;
      }
    /** All references go to `into`; what is then said twice or of itself goes; effort and estimates add up. */
    | { readonly type: "merge"; readonly items: readonly string[]; readonly into: string }
    | {
        readonly type: "link";
        readonly dependency: string;
        readonly predecessor: string;
        readonly successor: string;
        readonly linkType?: Dependency["type"];
        readonly lag?: NonNullable<Dependency["lag"]>;
      }
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
    | { readonly type: "block"; readonly item: string; readonly reason?: string }
    | { readonly type: "unblock"; readonly item: string }
    | { readonly type: "accept"; readonly item: string }
    | { readonly type: "reopen"; readonly item: string; readonly state?: string; readonly reason?: string }
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
        readonly type: "resolve";
        readonly commitment: string;
        readonly state: "met" | "missed";
        readonly note?: string;
      }
    | {
        readonly type: "handoff";
        readonly dependency: string;
        readonly change: "offer" | "accept" | "return";
        readonly reason?: string;
      }
    /** `person`: who takes it; absent = who gives the command. */
    | { readonly type: "acknowledge"; readonly subject: Subject; readonly person?: string }
    | { readonly type: "question"; readonly subject: Subject; readonly question?: string; readonly person?: string }
    | { readonly type: "clarify"; readonly subject: Subject; readonly note?: string }
    | { readonly type: "decide"; readonly decision: string; readonly result: string }
    | { readonly type: "read"; readonly outcome: string; readonly value: number }
    /** Rows of a template under new ids, all of them named; references within the template follow, others stay as they are. */
    | {
        readonly type: "template";
        readonly template: { readonly [table in TableName]?: readonly Row[] };
        readonly ids: { readonly [table in TableName]?: { readonly [templateId: string]: string } };
        /** Fields of every item made. */
        readonly set?: { readonly [field: string]: Json };
      }
  );

/** The types of commands. */
export type CommandType = Command["type"];

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
  /** `leaves`: an empty table stays where the last row went; absent = the table goes with it. */
  | { readonly op: "remove"; readonly table: TableName; readonly id: string; readonly leaves?: "empty" }
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
