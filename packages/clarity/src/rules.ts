import {
  type Check,
  type CheckCard,
  type CheckParams,
  type Judgement,
  type Ruling,
  subjectCheck,
} from "@evenkeel/checks";
import {
  type DependencyNode,
  type ItemNode,
  isKnownOf,
  type OutcomeNode,
  ofOpenDependencies,
  ofOpenItems,
  ofOutcomes,
  overItemsAndAncestors,
  type RowScope,
  type TableName,
  type WorkContext,
} from "@evenkeel/core";

type Judge<Node> = (node: Node, context: WorkContext, params: CheckParams) => Judgement;

/** A check of every open item. */
export const itemCheck = (card: CheckCard<WorkContext>, judge: Judge<ItemNode>, scope?: RowScope): Check<WorkContext> =>
  subjectCheck(card, ofOpenItems(judge, scope));
/** Open items judged also by what they inherit; only rows of these tables tell anything about that, and a whole tree is not judged again for others. */
const inheritedBy = (...tables: readonly TableName[]): RowScope => ({
  ...overItemsAndAncestors,
  near: (context, changed) =>
    (tables as readonly string[]).includes(changed.table) ? overItemsAndAncestors.near(context, changed) : [],
});
/** Items with the outcomes they serve, their own or an ancestor's. */
export const withOutcomes: RowScope = inheritedBy("items", "outcomes");
/** Items with those who answer for them, here or above. */
export const withAssignments: RowScope = inheritedBy("items", "assignments");

/** A check of every outcome. */
export const outcomeCheck = (card: CheckCard<WorkContext>, judge: Judge<OutcomeNode>): Check<WorkContext> =>
  subjectCheck(card, ofOutcomes(judge));
/** A check of every dependency whose successor is still open. */
export const linkCheck = (card: CheckCard<WorkContext>, judge: Judge<DependencyNode>): Check<WorkContext> =>
  subjectCheck(card, ofOpenDependencies(judge));

/** fail, or unknown where the row's source cannot carry the field. */
export function failIfKnown(
  context: WorkContext,
  table: "items" | "outcomes" | "dependencies" | "decisions",
  id: string,
  field: string,
  ruling: Omit<Ruling, "outcome">,
): Ruling {
  if (isKnownOf(context, table, id, field)) return { outcome: "fail", ...ruling };
  return {
    outcome: "unknown",
    missing: [`${table}.${field}`],
    ...(ruling.facts === undefined ? {} : { facts: ruling.facts }),
  };
}

/** Whether a text says something of its own: not blank, and not the title again. */
export function saysMore(text: string | undefined, title: string): boolean {
  if (text === undefined) return false;
  const plain = text.trim().toLowerCase();
  return plain !== "" && plain !== title.trim().toLowerCase();
}
