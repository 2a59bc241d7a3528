import type { Subject, TableName } from "./common.js";
import type { Commitment, Decision, Outcome } from "./intent.js";
import type { WorkItem } from "./items.js";
import type { Dependency } from "./links.js";
import type { Assignment, Person, Team } from "./people.js";
import type { Coverage, PlanRows } from "./plan.js";
import type { StateCategory, Timebox } from "./projects.js";
import type { StateMeanings } from "./state-category.js";

/** An item with the rows around it. All of it is current; the order of lists means nothing. */
export interface ItemNode {
  readonly row: WorkItem;
  /** By its state, else its memberships, else its dates; absent when nothing tells. */
  readonly category: StateCategory | undefined;
  readonly parent: ItemNode | undefined;
  readonly children: readonly ItemNode[];
  readonly assignments: readonly Assignment[];
  /** Dependencies in which it is the successor. */
  readonly incoming: readonly Dependency[];
  /** Dependencies in which it is the predecessor. */
  readonly outgoing: readonly Dependency[];
  readonly commitments: readonly Commitment[];
  /** Decisions it waits for. */
  readonly decisions: readonly Decision[];
  readonly timeboxes: readonly Timebox[];
}

/** An outcome with the rows around it. */
export interface OutcomeNode {
  readonly row: Outcome;
  readonly parent: OutcomeNode | undefined;
  readonly children: readonly OutcomeNode[];
  /** Items that name it themselves. */
  readonly items: readonly ItemNode[];
  readonly commitments: readonly Commitment[];
}

/** A dependency with the items at its ends. */
export interface DependencyNode {
  readonly row: Dependency;
  readonly before: ItemNode;
  readonly after: ItemNode;
}

/** A person with the rows around them. */
export interface PersonNode {
  readonly row: Person;
  readonly assignments: readonly Assignment[];
  /** Teams that list them, at any time. */
  readonly teams: readonly Team[];
  /** Outcomes they own. */
  readonly outcomes: readonly Outcome[];
  /** Dependencies whose handoff they give or receive. */
  readonly handoffs: readonly Dependency[];
}

/** A team with the rows around it. */
export interface TeamNode {
  readonly row: Team;
  readonly assignments: readonly Assignment[];
  readonly outcomes: readonly Outcome[];
  readonly handoffs: readonly Dependency[];
}

/** A row as it is to be; absent after = removed. */
export interface RowChange extends Subject {
  readonly after?: PlanRows[TableName];
}

/** Rows of a plan found by id and by the relations users ask for; stays current through `updateIndex`. */
export interface PlanIndex {
  readonly coverage: readonly Coverage[] | undefined;
  /** Rows of a table by id. */
  readonly rows: <T extends TableName>(table: T) => ReadonlyMap<string, PlanRows[T]>;
  readonly row: <T extends TableName>(table: T, id: string) => PlanRows[T] | undefined;
  readonly items: ReadonlyMap<string, ItemNode>;
  /** Those whose both ends exist. */
  readonly dependencies: ReadonlyMap<string, DependencyNode>;
  readonly outcomes: ReadonlyMap<string, OutcomeNode>;
  readonly people: ReadonlyMap<string, PersonNode>;
  readonly teams: ReadonlyMap<string, TeamNode>;
  /** Ids of all rows whose titles have the same words as this one's, itself among them; see `titleKey`. */
  readonly sameTitle: (table: "items" | "outcomes", id: string) => ReadonlySet<string>;
  /** Ids of the items that need a skill, or of the people who have it. */
  readonly withSkill: (table: "items" | "people", skill: string) => ReadonlySet<string>;
  /** What a state means, in a workflow or alone. */
  readonly meaning: StateMeanings;
}
