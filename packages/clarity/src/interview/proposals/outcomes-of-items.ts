import { type ItemNode, type OutcomeNode, outcomesServed, type PlanIndex } from "@evenkeel/core";
import { compareText, formatInstant } from "@evenkeel/kernel";
import { saysMore } from "../../rules.js";
import { askAboutItem, askAboutOutcome } from "../addressee.js";
import { asked } from "../fill.js";
import { fingerprintOf, type Inquiry, type Part, type Proposal } from "../proposal.js";
import type { AnswerField, AnswerOption } from "../question.js";

/** Twins in title may turn out to be duplicates once they serve the same. */
export function twinsOf(plan: PlanIndex, id: string): string[] {
  const alike = plan.sameTitle("items", id);
  return alike.size < 2 ? [] : [...alike].map((each) => fingerprintOf("clarity/duplicate-item", "items", each));
}

/** Outcomes an item may be put under without raising the next question: not those that would then lack a goal. */
export function outcomesToServe({ plan }: Inquiry): OutcomeNode[] {
  const outcomes = [...plan.outcomes.values()].sort((a, b) => compareText(a.row.id, b.row.id));
  const hasGoals = outcomes.some(({ children }) => children.length > 0);
  return outcomes.filter(
    ({ parent, children, items }) => !hasGoals || parent !== undefined || children.length > 0 || items.length > 0,
  );
}

/** The nearest item above (or the item itself) that covers all failing items of its tree. */
function commonAncestors(items: readonly ItemNode[]): Map<ItemNode, ItemNode[]> {
  const below = new Map<ItemNode, number>();
  const tops = new Map<ItemNode, ItemNode[]>();
  for (const item of items) {
    const seen = new Set<ItemNode>();
    let top = item;
    for (let at: ItemNode | undefined = item; at !== undefined && !seen.has(at); at = at.parent) {
      seen.add(at);
      below.set(at, (below.get(at) ?? 0) + 1);
      top = at;
    }
    const group = tops.get(top);
    if (group === undefined) tops.set(top, [item]);
    else group.push(item);
  }
  const found = new Map<ItemNode, ItemNode[]>();
  for (const group of tops.values()) {
    let at: ItemNode | undefined = group[0];
    while (at !== undefined && below.get(at) !== group.length) at = at.parent;
    if (at !== undefined) found.set(at, group);
  }
  return found;
}

/** A new outcome in full, so that none of its parts has to be asked for later. */
const newOutcome = (now: string): AnswerField[] => [
  { name: "outcome", kind: "text" },
  { name: "why", kind: "text" },
  { name: "metric", kind: "text" },
  { name: "unit", kind: "text" },
  { name: "baseline", kind: "number" },
  { name: "target", kind: "number" },
  { name: "by", kind: "date", after: now },
];

function newOutcomeCommands(id: string, item: ItemNode): NonNullable<Proposal["commands"]> {
  const measure = Object.fromEntries(["metric", "unit", "baseline", "target", "by"].map((name) => [name, asked(name)]));
  return [
    { type: "add", table: "outcomes", row: { id, title: asked("outcome"), why: asked("why"), measure } },
    { type: "change", table: "items", target: item.row.id, set: { outcomeIds: [id] } },
  ];
}

/** Which outcome a whole tree of items serves: asked once, of what is above them all. */
export function outcomeQuestions(inquiry: Inquiry): Proposal[] {
  const { plan, failing, settled } = inquiry;
  const items = [...failing("clarity/missing-outcome").keys()].flatMap((id) => plan.items.get(id) ?? []);
  if (items.length === 0) return [];
  const served = outcomesToServe(inquiry);
  const options: AnswerOption[] = served.map(({ row: { id, title } }) => ({ value: id, label: title }));
  const isNew = plan.outcomes.size === 0;
  const givesReason = isNew || served.every(({ row: { why, title } }) => saysMore(why, title));
  return [...commonAncestors(items)].map(([top, group]) => {
    const id = `clarity/ask-outcome|items|${top.row.id}`;
    const units = group.map(
      ({ row }): Part => ({
        subject: { table: "items", id: row.id },
        title: row.title,
        commands: [],
        clears: settled(row.id, "clarity/missing-outcome", ...(givesReason ? ["clarity/missing-reason"] : [])),
        reveals: top.row.id === row.id ? twinsOf(plan, row.id) : [],
      }),
    );
    const set = { outcomeIds: [asked("outcome")] };
    return {
      id,
      rank: 0,
      code: isNew ? "clarity/ask-new-outcome" : "clarity/ask-outcome",
      facts: { title: top.row.title },
      to: askAboutItem(plan, top),
      answers: isNew
        ? newOutcome(formatInstant(inquiry.now as Parameters<typeof formatInstant>[0]))
        : [{ name: "outcome", kind: "choice", options }],
      commands: isNew ? newOutcomeCommands(id, top) : [{ type: "change", table: "items", target: top.row.id, set }],
      about: [{ table: "items", id: top.row.id }],
      units,
    };
  });
}

/** Why an outcome is wanted: settles its own why and that of every item that serves it and says none. */
export function whyQuestions({ plan, failing, settled }: Inquiry): Proposal[] {
  const parts = new Map<OutcomeNode, Part[]>();
  const add = (outcome: OutcomeNode | undefined, part: Part): void => {
    if (outcome === undefined || saysMore(outcome.row.why, outcome.row.title)) return;
    const held = parts.get(outcome);
    if (held === undefined) parts.set(outcome, [part]);
    else held.push(part);
  };
  for (const id of failing("clarity/missing-why").keys()) {
    const outcome = plan.outcomes.get(id);
    const title = outcome?.row.title ?? id;
    add(outcome, {
      subject: { table: "outcomes", id },
      title,
      commands: [],
      clears: settled(id, "clarity/missing-why"),
    });
  }
  for (const id of failing("clarity/missing-reason").keys()) {
    const item = plan.items.get(id);
    const clears = settled(id, "clarity/missing-reason");
    for (const outcome of item === undefined ? [] : outcomesServed(plan, item))
      add(outcome, { subject: { table: "items", id }, title: item?.row.title ?? id, commands: [], clears });
  }
  return [...parts].map(([outcome, units]) => {
    const { id, title } = outcome.row;
    return {
      id: `clarity/ask-why|outcomes|${id}`,
      rank: 1,
      code: "clarity/ask-why",
      facts: { title },
      to: askAboutOutcome(plan, outcome),
      answers: [{ name: "why", kind: "text", unlike: [title] }],
      commands: [{ type: "change", table: "outcomes", target: id, set: { why: asked("why") } }],
      about: [{ table: "outcomes", id }],
      units,
    };
  });
}
