import { type ItemNode, onTimeLine, type WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { isVague } from "../../item/unobservable-acceptance.js";
import { askAboutItem } from "../addressee.js";
import { asked } from "../fill.js";
import { fingerprintOf, type Inquiry, type Part, type Proposal } from "../proposal.js";
import type { AnswerField, AnswerOption } from "../question.js";
import { outcomesToServe, twinsOf } from "./outcomes-of-items.js";
import { acceptanceAsking, fieldAsking, observableField, sizeAsking } from "./ready-fields.js";

/** What is asked about one item: fields to be set, and what that settles. */
interface ItemAsking {
  readonly code: string;
  readonly rank: number;
  readonly facts?: Proposal["facts"];
  readonly answers: readonly AnswerField[];
  readonly set: { readonly [field: string]: Json };
  readonly clears: readonly string[];
  readonly reveals?: readonly string[];
}

/** Questions about single items that fail a check. */
function aboutItems(
  inquiry: Inquiry,
  checkId: string,
  askingOf: (item: ItemNode) => ItemAsking | undefined,
): Proposal[] {
  const { plan, failing } = inquiry;
  return [...failing(checkId).keys()].flatMap((id): Proposal[] => {
    const item = plan.items.get(id);
    const asking = item === undefined ? undefined : askingOf(item);
    if (item === undefined || asking === undefined) return [];
    const { code, rank, facts, answers, set, clears, reveals } = asking;
    const part: Part = {
      subject: { table: "items", id },
      title: item.row.title,
      commands: [{ type: "change", table: "items", target: id, set }],
      clears,
      ...(reveals === undefined ? {} : { reveals }),
    };
    const to = askAboutItem(plan, item);
    return [
      { id: `${code}|items|${id}`, rank, code, ...(facts === undefined ? {} : { facts }), to, answers, units: [part] },
    ];
  });
}

/** The fields a workflow misses of an item that was begun. */
function absentOf({ failing }: Inquiry, id: string): readonly string[] {
  const absent = failing("clarity/not-ready").get(id)?.facts["absent"];
  return Array.isArray(absent) ? absent.map(String) : [];
}

/** not-ready, where just this field is missing. */
const readyBy = (inquiry: Inquiry, id: string, field: string): string[] => {
  const absent = absentOf(inquiry, id);
  return absent.length === 1 && absent[0] === field ? inquiry.settled(id, "clarity/not-ready") : [];
};

/** Why one item is done, where no outcome says so. */
export const reasonQuestions = (inquiry: Inquiry): Proposal[] =>
  aboutItems(inquiry, "clarity/missing-reason", ({ row: { id, title } }) => ({
    code: "clarity/ask-reason",
    rank: 9,
    answers: [{ name: "reason", kind: "text", unlike: [title] }],
    set: { reason: asked("reason") },
    clears: [...inquiry.settled(id, "clarity/missing-reason"), ...readyBy(inquiry, id, "reason")],
  }));

/** How one sees that an item is done. */
export const acceptanceQuestions = (inquiry: Inquiry): Proposal[] =>
  aboutItems(inquiry, "clarity/missing-acceptance", ({ row }) => {
    const { answers, set, settles } = acceptanceAsking(row);
    const clears = [...inquiry.settled(row.id, ...settles), ...readyBy(inquiry, row.id, "acceptanceCriteria")];
    return { code: "clarity/ask-acceptance", rank: 10, answers, set: { acceptanceCriteria: set }, clears };
  });

/** How each vague criterion is seen. */
export const observableQuestions = (inquiry: Inquiry): Proposal[] =>
  aboutItems(inquiry, "clarity/unobservable-acceptance", ({ row: { id, acceptanceCriteria = [] } }) => {
    const names = acceptanceCriteria.map((criterion, at) => (isVague(criterion) ? `observable${at + 1}` : undefined));
    return {
      code: "clarity/ask-observable",
      rank: 11,
      facts: { criteria: acceptanceCriteria.filter(isVague).map(({ text }) => text) },
      answers: names.flatMap((name) => (name === undefined ? [] : [observableField(name)])),
      set: {
        acceptanceCriteria: acceptanceCriteria.map((criterion, at) => {
          const name = names[at];
          return (name === undefined ? criterion : { ...criterion, observable: asked(name) }) as unknown as Json;
        }),
      },
      clears: inquiry.settled(id, "clarity/unobservable-acceptance"),
    };
  });

/** Points where more items are estimated in points than in time, else working minutes. */
function unitOf({ plan }: Inquiry): "points" | "minutes" {
  let balance = 0;
  for (const { estimates } of plan.rows("items").values())
    for (const { of, value } of estimates ?? [])
      if (value.kind === "single") balance += of === "points" ? 1 : of === "size" ? 0 : -1;
  return balance > 0 ? "points" : "minutes";
}

/** How large a planned item is. */
export function sizeQuestions(inquiry: Inquiry): Proposal[] {
  if (inquiry.failing("clarity/missing-size").size === 0) return [];
  const unit = unitOf(inquiry);
  return aboutItems(inquiry, "clarity/missing-size", ({ row }) => {
    const { answers, set, settles } = sizeAsking(row, unit);
    return {
      code: "clarity/ask-size",
      rank: 12,
      facts: { unit },
      answers,
      set: { estimates: set },
      clears: [...inquiry.settled(row.id, ...settles), ...readyBy(inquiry, row.id, "estimates")],
      reveals: [fingerprintOf("clarity/too-large", "items", row.id)],
    };
  });
}

/** All that the workflow asks for before work is begun, and that is not there. */
export function readyQuestions(inquiry: Inquiry): Proposal[] {
  if (inquiry.failing("clarity/not-ready").size === 0) return [];
  const unit = unitOf(inquiry);
  const outcomes = outcomesToServe(inquiry).map(({ row }): AnswerOption => ({ value: row.id, label: row.title }));
  return aboutItems(inquiry, "clarity/not-ready", ({ row }) => {
    const absent = absentOf(inquiry, row.id);
    const fields = absent.map((field) => [field, fieldAsking(field, row, unit, outcomes)] as const);
    const answers: AnswerField[] = [];
    const set: Record<string, Json> = {};
    const settles: string[] = [];
    for (const [field, asking] of fields) {
      if (asking === undefined) return undefined;
      answers.push(...asking.answers);
      set[field] = asking.set;
      settles.push(...asking.settles);
    }
    return {
      code: "clarity/ask-ready",
      rank: 13,
      facts: { absent: [...absent] },
      answers,
      set,
      clears: inquiry.settled(row.id, "clarity/not-ready", ...settles),
      reveals: [
        ...twinsOf(inquiry.plan, row.id),
        ...["clarity/too-large", "clarity/contradicts-parent", "clarity/owner-unavailable"].map((checkId) =>
          fingerprintOf(checkId, "items", row.id),
        ),
      ],
    };
  });
}

/** Dates of a part that lie after those of its whole, each to be said again. */
function dateFields(row: WorkItem, whole: WorkItem): AnswerField[] {
  return (["deadline", "dueDate"] as const).flatMap((field): AnswerField[] => {
    const [own, most] = [onTimeLine(row[field] ?? "", true), onTimeLine(whole[field] ?? "", true)];
    const notAfter = whole[field];
    if (own === undefined || most === undefined || notAfter === undefined || own <= most) return [];
    return [{ name: field, kind: "date", notAfter }];
  });
}

/** By when a part is due, and how urgent it is, so that it fits its whole. */
export const dateQuestions = (inquiry: Inquiry): Proposal[] =>
  aboutItems(inquiry, "clarity/contradicts-parent", ({ row, parent }) => {
    if (parent === undefined) return undefined;
    const whole = parent.row;
    const answers = dateFields(row, whole);
    const isUrgent = whole.classOfService === "expedite" || whole.classOfService === "fixedDate";
    if (row.classOfService === "intangible" && isUrgent) {
      const options = ["standard", "fixedDate", "expedite"].map((value): AnswerOption => ({ value }));
      answers.push({ name: "classOfService", kind: "choice", options });
    }
    return {
      code: "clarity/ask-date",
      rank: 14,
      facts: { parent: whole.title, fields: answers.map(({ name }) => name) },
      answers,
      set: Object.fromEntries(answers.map(({ name }) => [name, asked(name)])),
      clears: inquiry.settled(row.id, "clarity/contradicts-parent"),
      reveals: [fingerprintOf("clarity/owner-unavailable", "items", row.id)],
    };
  });

/** Whether two items are one. */
export function duplicateQuestions({ plan, failing, settled }: Inquiry): Proposal[] {
  return [...failing("clarity/duplicate-item")].flatMap(([id, { facts }]): Proposal[] => {
    const [item, twin] = [plan.items.get(id), plan.items.get(String(facts["other"]))];
    if (item === undefined || twin === undefined) return [];
    const { title } = item.row;
    const options: AnswerOption[] = [
      { value: "same", commands: [{ type: "remove", table: "items", target: id, references: "clear" }] },
      {
        value: "different",
        ask: [{ name: "title", kind: "text", unlike: [title] }],
        commands: [{ type: "change", table: "items", target: id, set: { title: asked("title") } }],
      },
    ];
    return [
      {
        id: `clarity/ask-duplicate|items|${id}`,
        rank: 15,
        code: "clarity/ask-duplicate",
        facts: { title, id, other: twin.row.id },
        to: askAboutItem(plan, item),
        answers: [{ name: "answer", kind: "choice", options }],
        about: [{ table: "items", id: twin.row.id }],
        units: [
          { subject: { table: "items", id }, title, commands: [], clears: settled(id, "clarity/duplicate-item") },
        ],
      },
    ];
  });
}
