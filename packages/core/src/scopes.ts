import type { Subject, TableName } from "./common.js";
import { isKnown } from "./coverage.js";
import { dependenciesNear, itemsNear, outcomesNear, peopleNear } from "./near.js";
import type { DependencyNode, ItemNode, OutcomeNode } from "./plan-index.js";
import { isOpenItem } from "./queries.js";
import type { WorkContext } from "./work-context.js";

/** Which rows of a context are judged, and which of them a changed row may concern; asked before and after the change. */
export interface RowScope {
  readonly table: TableName;
  readonly subjects: (context: WorkContext) => Iterable<string>;
  readonly near: (context: WorkContext, changed: { readonly table: string; readonly id: string }) => Iterable<string>;
  /** The ids of `subjects` with their nodes, where the context gives both at once. */
  readonly entries?: (context: WorkContext) => Iterable<readonly [id: string, held: unknown]>;
}

type Near = RowScope["near"];
const scope = (table: TableName, near: Near): RowScope => ({
  table,
  subjects: ({ plan }) => plan.rows(table).keys(),
  near,
});
const subject = (changed: { readonly table: string; readonly id: string }): Subject => changed as Subject;

const itemIds: RowScope["subjects"] = ({ plan }) => plan.items.keys();
const itemEntries: RowScope["entries"] = ({ plan }) => plan.items;
/** All items, judged by the rows around them. */
export const overItems: RowScope = {
  table: "items",
  subjects: itemIds,
  entries: itemEntries,
  near: ({ plan }, changed) => itemsNear(plan, subject(changed), "children"),
};
/** All items, judged also by what they inherit from items above them. */
export const overItemsAndAncestors: RowScope = {
  table: "items",
  subjects: itemIds,
  entries: itemEntries,
  near: ({ plan }, changed) => itemsNear(plan, subject(changed), "all"),
};
/** All dependencies. */
export const overDependencies: RowScope = {
  table: "dependencies",
  subjects: ({ plan }) => plan.dependencies.keys(),
  entries: ({ plan }) => plan.dependencies,
  near: ({ plan }, changed) => dependenciesNear(plan, subject(changed)),
};
/** All outcomes. */
export const overOutcomes: RowScope = /* @__PURE__ */ scope("outcomes", ({ plan }, changed) =>
  outcomesNear(plan, subject(changed)),
);
/** All people. */
export const overPeople: RowScope = /* @__PURE__ */ scope("people", ({ plan }, changed) =>
  peopleNear(plan, subject(changed)),
);

/** Rows of a table that hang on items: itself, or those of the items near; all of them when people, teams or terms change. */
function hanging(table: "commitments" | "decisions" | "timeboxes"): RowScope {
  return scope(table, ({ plan }, changed) => {
    const { table: other, id } = subject(changed);
    if (other === table) return plan.row(table, id) === undefined ? [] : [id];
    if (other === "people" || other === "teams" || other === "outcomes") return [...plan.rows(table).keys()];
    const found = new Set<string>();
    for (const item of itemsNear(plan, subject(changed), "children"))
      for (const row of plan.items.get(item)?.[table] ?? []) found.add(row.id);
    return found;
  });
}

/** All commitments. */
export const overCommitments: RowScope = /* @__PURE__ */ hanging("commitments");
/** All decisions. */
export const overDecisions: RowScope = /* @__PURE__ */ hanging("decisions");
/** All timeboxes. */
export const overTimeboxes: RowScope = /* @__PURE__ */ hanging("timeboxes");
/** All terms of the glossary; they are few, and each may concern each. */
export const overTerms: RowScope = /* @__PURE__ */ scope("terms", ({ plan }, changed) =>
  changed.table === "terms" ? plan.rows("terms").keys() : [],
);

/** A way of judging rows of a scope, as a check wants it. */
export interface RowJudge<Params, Judgement> extends RowScope {
  /** `row`: what `rowOf` gives, where the caller has it already. */
  readonly judge: (context: WorkContext, id: string, params: Params, row?: unknown) => Judgement | undefined;
  /** What judging begins with; undefined where there is nothing to judge. One function for all judges of a scope. `held`: the node, where the caller has it already. */
  readonly rowOf: (context: WorkContext, id: string, held?: unknown) => unknown;
}

const openItemOf = ({ plan }: WorkContext, id: string, held?: unknown): ItemNode | undefined => {
  const item = (held as ItemNode | undefined) ?? plan.items.get(id);
  return item === undefined || !isOpenItem(item) ? undefined : item;
};
const outcomeOf = ({ plan }: WorkContext, id: string): OutcomeNode | undefined => plan.outcomes.get(id);
const openDependencyOf = ({ plan }: WorkContext, id: string, held?: unknown): DependencyNode | undefined => {
  const link = (held as DependencyNode | undefined) ?? plan.dependencies.get(id);
  return link === undefined || link.after.category === "done" || link.after.category === "dropped" ? undefined : link;
};

/**
 * Judges every open item; nothing is said of the others.
 *
 * @param judge - of one open item
 * @param scope - which items a change may concern; default those around it
 * @returns scope and judge, as `subjectCheck` wants them
 *
 * Issues: none.
 * Time O(1) beside the judge, space O(1).
 * Source: own.
 *
 * @example
 * ofOpenItems(() => "pass").table; // => "items"
 */
export function ofOpenItems<Params, Judgement>(
  judge: (item: ItemNode, context: WorkContext, params: Params) => Judgement | undefined,
  scope: RowScope = overItems,
): RowJudge<Params, Judgement> {
  return {
    ...scope,
    rowOf: openItemOf,
    judge: (context, id, params, row) => {
      const item = (row as ItemNode | undefined) ?? openItemOf(context, id);
      return item === undefined ? undefined : judge(item, context, params);
    },
  };
}

/**
 * Judges every outcome.
 *
 * @param judge - of one outcome
 * @returns scope and judge, as `subjectCheck` wants them
 *
 * Issues: none.
 * Time O(1) beside the judge, space O(1).
 * Source: own.
 *
 * @example
 * ofOutcomes(() => "pass").table; // => "outcomes"
 */
export function ofOutcomes<Params, Judgement>(
  judge: (outcome: OutcomeNode, context: WorkContext, params: Params) => Judgement | undefined,
): RowJudge<Params, Judgement> {
  return {
    ...overOutcomes,
    rowOf: outcomeOf,
    judge: (context, id, params, row) => {
      const outcome = (row as OutcomeNode | undefined) ?? outcomeOf(context, id);
      return outcome === undefined ? undefined : judge(outcome, context, params);
    },
  };
}

/**
 * Judges every dependency whose successor is neither done nor dropped.
 *
 * @param judge - of one dependency and its ends
 * @returns scope and judge, as `subjectCheck` wants them
 *
 * Issues: none.
 * Time O(1) beside the judge, space O(1).
 * Source: own.
 *
 * @example
 * ofOpenDependencies(() => "pass").table; // => "dependencies"
 */
export function ofOpenDependencies<Params, Judgement>(
  judge: (link: DependencyNode, context: WorkContext, params: Params) => Judgement | undefined,
): RowJudge<Params, Judgement> {
  return {
    ...overDependencies,
    rowOf: openDependencyOf,
    judge: (context, id, params, row) => {
      const link = (row as DependencyNode | undefined) ?? openDependencyOf(context, id);
      return link === undefined ? undefined : judge(link, context, params);
    },
  };
}

/**
 * Whether work is one person's: the plan names no second person and no team. Ownership and handoffs then need no rows.
 *
 * @param context - the work
 * @returns true when somebody else could be meant
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * isSharedWork(workContext({ plan: { formatVersion: 1 }, now: 0 })); // => false
 */
export function isSharedWork({ plan }: WorkContext): boolean {
  return plan.people.size > 1 || plan.teams.size > 0;
}

/**
 * Whether a field that a row lacks is known to be empty; see `isKnown`.
 *
 * @param context - the work
 * @param table - the row's table
 * @param id - the row
 * @param field - top-level field name
 * @returns true when absence means empty
 *
 * Issues: none.
 * Time O(coverage entries), space O(1).
 * Source: own.
 *
 * @example
 * isKnownOf(workContext({ plan: { formatVersion: 1 }, now: 0 }), "items", "A", "reason"); // => true
 */
export function isKnownOf({ plan }: WorkContext, table: TableName, id: string, field: string): boolean {
  if (plan.coverage === undefined) return true;
  const row = plan.row(table, id);
  return row === undefined || isKnown(plan.coverage, table, row, field);
}
