import { itemCategories, onTimeLine, openItems, type WorkItem } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import type { CompletionInput, NextItem } from "./types.js";
import { workInProgress } from "./work-in-progress.js";

/** Whose next items, and how many. */
export interface NextOptions {
  /** Only items assigned to this person, or to nobody. */
  readonly personId?: string;
  /** At most so many; default 5. */
  readonly most?: number;
}

interface Candidate {
  readonly item: WorkItem;
  readonly started: boolean;
  readonly due: number;
}

const classes = ["expedite", "fixedDate", "standard", "intangible"] as const;
const classRank = ({ classOfService }: WorkItem): number => classes.indexOf(classOfService ?? "standard");
const number = (value: number | undefined): number => value ?? Number.MAX_SAFE_INTEGER;

/** The stated pull policy, as one comparison. */
function byPolicy(a: Candidate, b: Candidate): number {
  return (
    Number(b.started) - Number(a.started) ||
    classRank(a.item) - classRank(b.item) ||
    a.due - b.due ||
    number(a.item.rank) - number(b.item.rank) ||
    number(a.item.priority) - number(b.item.priority) ||
    compareText(a.item.createdAt ?? "9", b.item.createdAt ?? "9") ||
    compareText(a.item.id, b.item.id)
  );
}

function because({ item, started, due }: Candidate): Pick<NextItem, "code" | "facts"> {
  if (started) return { code: "completion/next-started", facts: { title: item.title } };
  if (item.classOfService === "expedite") return { code: "completion/next-expedite", facts: { title: item.title } };
  if (due < Number.MAX_SAFE_INTEGER)
    return { code: "completion/next-due", facts: { title: item.title, due: item.deadline ?? item.dueDate ?? "" } };
  return { code: "completion/next-ranked", facts: { title: item.title } };
}

/**
 * What to work on next, by a stated pull policy: finish what is started before starting anew; then expedite, fixed
 * date, standard, intangible; within a class the earlier deadline or due date, then rank, priority, age, id.
 *
 * Left out: blocked items and items with an unfinished finish-to-start predecessor. It orders; it does not optimise.
 *
 * @param input - plan, history, instant
 * @param options - person and number of items
 * @returns at most `most` items, first first, each with what decided its place
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own; classes of service after Anderson (2010), Kanban.
 *
 * @example
 * nextItems({ plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", dueDate: "2026-06-01" }, { id: "B", title: "Doors", kind: "task", dueDate: "2026-05-01" }] }, now: 0 }).map((next) => next.itemId); // => ["B", "A"]
 */
export function nextItems(input: CompletionInput, options: NextOptions = {}): NextItem[] {
  const { plan } = input;
  const categories = itemCategories(plan);
  const inProgress = new Map(workInProgress(input).map((started) => [started.item.id, started]));
  const open = (id: string): boolean => !["done", "dropped"].includes(categories.get(id) ?? "proposed");
  const waiting = new Set(
    (plan.dependencies ?? []).flatMap(({ type, predecessorId, successorId }) =>
      type === "FS" && open(predecessorId) ? [successorId] : [],
    ),
  );
  const others = new Set(
    (plan.assignments ?? []).flatMap(({ itemId, personId }) =>
      personId !== undefined && personId !== options.personId ? [itemId] : [],
    ),
  );
  const mine = new Set(
    (plan.assignments ?? []).flatMap(({ itemId, personId }) => (personId === options.personId ? [itemId] : [])),
  );
  return openItems(plan)
    .filter(({ id }) => inProgress.get(id)?.blocked === undefined && !waiting.has(id))
    .filter(({ id }) => options.personId === undefined || mine.has(id) || !others.has(id))
    .map((item): Candidate => {
      const due = item.deadline ?? item.dueDate;
      const at = due === undefined ? undefined : onTimeLine(due, true);
      return { item, started: inProgress.has(item.id), due: at ?? Number.MAX_SAFE_INTEGER };
    })
    .sort(byPolicy)
    .slice(0, options.most ?? 5)
    .map((candidate) => ({ itemId: candidate.item.id, title: candidate.item.title, ...because(candidate) }));
}
