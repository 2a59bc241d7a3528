import { type Check, type CheckCard, type CheckParams, type Judgement, subjectCheck } from "@evenkeel/checks";
import {
  type DependencyNode,
  type ItemNode,
  ofOpenDependencies,
  ofOpenItems,
  type RowScope,
  type WorkContext,
} from "@evenkeel/core";

/** Milliseconds of a day. */
export const millisPerDay = 86_400_000;

type Judge<Node> = (node: Node, context: WorkContext, params: CheckParams) => Judgement;

/** A check of every open item. */
export const itemCheck = (card: CheckCard<WorkContext>, judge: Judge<ItemNode>, scope?: RowScope): Check<WorkContext> =>
  subjectCheck(card, ofOpenItems(judge, scope));
/** A check of every dependency whose successor is still open. */
export const linkCheck = (card: CheckCard<WorkContext>, judge: Judge<DependencyNode>): Check<WorkContext> =>
  subjectCheck(card, ofOpenDependencies(judge));
