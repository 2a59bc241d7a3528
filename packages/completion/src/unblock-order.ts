import { type ItemNode, isOpenItem, ownerOf, type Subject, type WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { itemFacts } from "./item-facts.js";

/** Something that holds work up, and the work that moves when it goes. */
export interface Blocker {
  readonly kind: "item" | "decision";
  readonly subject: Subject;
  readonly title: string;
  /** Who can remove it, if known. */
  readonly personId?: string;
  /** Open items behind it, itself included, that no blocker before it in this list holds already. */
  readonly frees: readonly string[];
  /** All open items behind it. */
  readonly behind: number;
}

/** Open items that wait for given ones, these included, along finish-to-start dependencies. */
function downstream({ plan }: WorkContext, from: readonly string[]): Set<string> {
  const reached = new Set(from.filter((id) => plan.items.has(id)));
  for (const id of reached) {
    for (const { type, successorId } of plan.items.get(id)?.outgoing ?? []) if (type === "FS") reached.add(successorId);
  }
  const isOpen = (id: string): boolean => {
    const item = plan.items.get(id);
    return item !== undefined && isOpenItem(item);
  };
  return new Set([...reached].filter(isOpen));
}

const personOf = (item: ItemNode): { readonly personId?: string } => {
  const owner = ownerOf(item);
  return owner?.table === "people" ? { personId: owner.id } : {};
};

/**
 * In which order to remove blockers, so that each step frees the most work: blocked items and open decisions.
 *
 * Greedy: next is what holds the most items not yet freed; ties by kind, then id. Greedy covers at least 63 % of what the
 * best choice of as many blockers would (Nemhauser, Wolsey & Fisher 1978). An item behind two blockers is freed by the first.
 *
 * @param context - plan and history at an instant
 * @returns blockers in order; each with the items it frees
 *
 * Issues: none.
 * Time O(blockers x (items + dependencies)), space O(blockers x items behind them).
 * Source: own; greedy maximum coverage, Nemhauser, Wolsey & Fisher (1978).
 *
 * @example
 * import { workContext } from "@evenkeel/core";
 * const plan = { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", blocked: true }] } as const;
 * unblockOrder(workContext({ plan, now: 0 })).map(({ frees }) => frees); // => [["A"]]
 */
export function unblockOrder(context: WorkContext): Blocker[] {
  const { plan } = context;
  const open: { readonly blocker: Omit<Blocker, "frees" | "behind">; readonly holds: Set<string> }[] = [];
  for (const item of plan.items.values()) {
    if (!isOpenItem(item) || itemFacts(context, item).blocked === undefined) continue;
    const subject = { table: "items" as const, id: item.row.id };
    const blocker = { kind: "item" as const, subject, title: item.row.title, ...personOf(item) };
    open.push({ blocker, holds: downstream(context, [item.row.id]) });
  }
  for (const { id, question, result, blocks, deciderId } of plan.rows("decisions").values()) {
    const holds = result === undefined ? downstream(context, blocks ?? []) : new Set<string>();
    if (holds.size === 0) continue;
    const person = deciderId === undefined ? {} : { personId: deciderId };
    open.push({
      blocker: { kind: "decision", subject: { table: "decisions", id }, title: question, ...person },
      holds,
    });
  }
  open.sort(
    (a, b) => compareText(a.blocker.kind, b.blocker.kind) || compareText(a.blocker.subject.id, b.blocker.subject.id),
  );
  const freed = new Set<string>();
  const ordered: Blocker[] = [];
  while (open.length > 0) {
    let best = 0;
    let most = -1;
    for (const [at, { holds }] of open.entries()) {
      let fresh = 0;
      for (const id of holds) if (!freed.has(id)) fresh++;
      if (fresh > most) [best, most] = [at, fresh];
    }
    const [chosen] = open.splice(best, 1);
    if (chosen === undefined) break;
    const frees = [...chosen.holds].filter((id) => !freed.has(id)).sort(compareText);
    for (const id of frees) freed.add(id);
    ordered.push({ ...chosen.blocker, frees, behind: chosen.holds.size });
  }
  return ordered;
}
