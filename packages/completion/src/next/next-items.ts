import { type ItemNode, isOpenItem, onTimeLine, type WorkContext, type Workflow, type WorkItem } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { itemFacts } from "../item-facts.js";
import { placeOf, statesHeld } from "../states-held.js";
import { type Because, type Candidate, type PullPolicy, policyOf } from "./policies.js";

/** Whose next items, how many, and by which policy. */
export interface NextOptions {
  /** Only items assigned to this person, or to nobody. */
  readonly personId?: string;
  /** At most so many; default 5. */
  readonly most?: number;
  /** Default `classOfService`. */
  readonly policy?: PullPolicy;
}

/** An item to pull, and why it is where it is. */
export interface NextItem extends Because {
  readonly itemId: string;
  readonly title: string;
}

/** Minutes of work left in an item: remaining, else duration, else effort; absent without a size. */
function remainingMinutes({ estimates, schedule }: WorkItem): number | undefined {
  if (schedule?.remainingMinutes !== undefined) return schedule.remainingMinutes;
  const sized = (estimates ?? []).filter(({ of }) => of === "effort" || of === "duration");
  const best = sized.find(({ basis }) => basis === "remaining") ?? sized[0];
  if (best?.value.kind === "single") return best.value.amount;
  return best?.value.kind === "threePoint" ? best.value.mostLikely : schedule?.durationMinutes;
}

const isOver = (item: ItemNode | undefined): boolean => item?.category === "done" || item?.category === "dropped";

/** Whether nothing that must be done before is still open. */
const isFree = ({ plan }: WorkContext, { incoming }: ItemNode): boolean =>
  incoming.every(({ type, predecessorId }) => type !== "FS" || isOver(plan.items.get(predecessorId)));

function isFor(item: ItemNode, personId: string | undefined): boolean {
  if (personId === undefined) return true;
  const people = item.assignments.flatMap((row) => row.personId ?? []);
  return people.length === 0 || people.includes(personId);
}

/** Whether the first active state of an item's workflow is at its limit, so that nothing new may enter. */
function isFull(context: WorkContext, held: ReadonlyMap<string, readonly string[]>, { row }: ItemNode): boolean {
  const board = row.memberships?.[0]?.containerId;
  const id = row.workflowId ?? (board === undefined ? undefined : context.plan.row("containers", board)?.workflowId);
  const flow: Workflow | undefined = id === undefined ? undefined : context.plan.row("workflows", id);
  const entry = flow?.states.find(({ category }) => category === "active");
  if (flow === undefined || entry?.wipLimit === undefined) return false;
  return (held.get(placeOf(flow.id, entry.id))?.length ?? 0) >= entry.wipLimit;
}

/**
 * What to work on next, by a stated pull policy; each item with what decided its place.
 *
 * Whatever the policy, what is started is finished first; blocked items and items with an unfinished finish-to-start
 * predecessor are left out. Policies: `classOfService` (expedite, fixed date, standard, intangible; then date, rank, priority,
 * age, id), `oldestFirst`, `costOfDelay` (cost of delay per week over the work left; rates in the plan's most used unit),
 * `dueDateRisk` (least slack first), `wipAware` (as the first, but nothing new where the first active state is at its limit).
 * It orders; it does not optimise.
 *
 * @param context - plan and history at an instant
 * @param options - person, number of items, policy
 * @returns at most `most` items, first first
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own; classes of service after Anderson (2010), Kanban; cost of delay divided by duration after Reinertsen (2009).
 *
 * @example
 * import { workContext } from "@evenkeel/core";
 * const items = [{ id: "A", title: "Paint", kind: "task", dueDate: "2026-06-01" }, { id: "B", title: "Doors", kind: "task", dueDate: "2026-05-01" }] as const;
 * nextItems(workContext({ plan: { formatVersion: 1, items }, now: 0 })).map((next) => next.itemId); // => ["B", "A"]
 */
export function nextItems(context: WorkContext, options: NextOptions = {}): NextItem[] {
  const policy = options.policy ?? "classOfService";
  const held = policy === "wipAware" ? statesHeld(context) : undefined;
  const candidates: Candidate[] = [];
  const units = new Map<string, number>();
  for (const item of context.plan.items.values()) {
    if (!isOpenItem(item) || !isFor(item, options.personId) || !isFree(context, item)) continue;
    const { category, startedAt, blocked } = itemFacts(context, item);
    if (category === "done" || category === "dropped" || blocked !== undefined) continue;
    const started = category === "active" || startedAt !== undefined;
    if (!started && held !== undefined && isFull(context, held, item)) continue;
    const { row } = item;
    const due = onTimeLine(row.deadline ?? row.dueDate ?? "", true);
    const left = remainingMinutes(row);
    const unit = row.costOfDelay?.rate.unit;
    if (unit !== undefined) units.set(unit, (units.get(unit) ?? 0) + 1);
    candidates.push({
      item: row,
      started,
      startedAt: startedAt ?? Number.POSITIVE_INFINITY,
      createdAt: onTimeLine(row.createdAt ?? "") ?? Number.POSITIVE_INFINITY,
      due: due ?? Number.POSITIVE_INFINITY,
      ...(left === undefined ? {} : { remainingMinutes: left }),
    });
  }
  const [unit = ""] = [...units].sort(([a, n], [b, m]) => m - n || compareText(a, b))[0] ?? [];
  const { compare, because } = policyOf(policy, context.now, unit);
  return candidates
    .sort(compare)
    .slice(0, options.most ?? 5)
    .map((candidate) => ({ itemId: candidate.item.id, title: candidate.item.title, ...because(candidate) }));
}
