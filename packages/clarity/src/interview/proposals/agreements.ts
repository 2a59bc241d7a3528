import { ownerOf } from "@evenkeel/core";
import { compareText, type EpochMillis, formatInstant, type Json } from "@evenkeel/kernel";
import { absentParts } from "../../link/missing-handoff.js";
import { askAboutItem } from "../addressee.js";
import { asked } from "../fill.js";
import { fingerprintOf, type Inquiry, type Proposal } from "../proposal.js";
import type { AnswerField, AnswerOption } from "../question.js";

const handoffFields: Readonly<Record<string, AnswerField>> = {
  what: { name: "what", kind: "text" },
  when: { name: "neededBy", kind: "date" },
  acceptance: { name: "acceptance", kind: "text" },
};

/** What passes from one owner to the next; from whom and to whom is known already. The receiver is asked: they know what they need. */
export function handoffQuestions({ plan, failing, settled }: Inquiry): Proposal[] {
  return [...failing("clarity/missing-handoff").keys()].flatMap((id): Proposal[] => {
    const link = plan.dependencies.get(id);
    const [giver, taker] = link === undefined ? [] : [ownerOf(link.before), ownerOf(link.after)];
    if (link === undefined || giver === undefined || taker === undefined) return [];
    const { handoff } = link.row;
    const answers = absentParts(handoff).flatMap((part) => handoffFields[part] ?? []);
    const set = {
      from: giver.id,
      to: taker.id,
      ...handoff,
      ...Object.fromEntries(answers.map(({ name }) => [name, asked(name)])),
    } as Json;
    const title = link.after.row.title;
    return [
      {
        id: `clarity/ask-handoff|dependencies|${id}`,
        rank: 21,
        code: "clarity/ask-handoff",
        facts: { predecessor: link.before.row.title, successor: title, absent: answers.map(({ name }) => name) },
        to: askAboutItem(plan, link.after),
        answers,
        about: [
          { table: "items", id: link.before.row.id },
          { table: "items", id: link.after.row.id },
        ],
        units: [
          {
            subject: { table: "dependencies", id },
            title,
            commands: [{ type: "change", table: "dependencies", target: id, set: { handoff: set } }],
            clears: settled(id, "clarity/missing-handoff"),
            reveals: [fingerprintOf("clarity/unaware-receiver", "dependencies", id)],
          },
        ],
      },
    ];
  });
}

/** Whether a receiver accepts what is coming; asked once the handoff itself is agreed. */
export function receiverQuestions({ plan, failing, settled }: Inquiry): Proposal[] {
  return [...failing("clarity/unaware-receiver")].flatMap(([id, { facts }]): Proposal[] => {
    const link = plan.dependencies.get(id);
    const to = link?.row.handoff?.to;
    if (link === undefined || to === undefined || failing("clarity/missing-handoff").has(id)) return [];
    const options: AnswerOption[] = [
      { value: "accept", commands: [{ type: "handoff", dependency: id, change: "accept" }] },
      {
        value: "return",
        ask: [{ name: "reason", kind: "text" }],
        commands: [{ type: "handoff", dependency: id, change: "return", reason: asked("reason") }],
      },
    ];
    const title = link.after.row.title;
    return [
      {
        id: `clarity/ask-receiver|dependencies|${id}`,
        rank: 22,
        code: "clarity/ask-receiver",
        facts: { what: String(facts["what"]), successor: title },
        to: plan.people.has(to) ? to : askAboutItem(plan, link.after),
        answers: [{ name: "answer", kind: "choice", options }],
        units: [
          {
            subject: { table: "dependencies", id },
            title,
            commands: [],
            clears: settled(id, "clarity/unaware-receiver"),
          },
        ],
      },
    ];
  });
}

/** The answer to an open question that is due; else who decides, and by when. */
export function decisionQuestions({ plan, now, failing, settled }: Inquiry): Proposal[] {
  return [...failing("clarity/open-decision")].flatMap(([id, { facts }]): Proposal[] => {
    const row = plan.row("decisions", id);
    if (row === undefined) return [];
    const absent = new Set(Array.isArray(facts["absent"]) ? facts["absent"].map(String) : []);
    const isDue = absent.has("answer");
    const options = (row.options ?? []).map((value): AnswerOption => ({ value }));
    const result: AnswerField =
      options.length > 0 ? { name: "result", kind: "choice", options } : { name: "result", kind: "text" };
    const naming: AnswerField[] = [
      ...(absent.has("decider") ? [{ name: "deciderId", kind: "person" as const }] : []),
      ...(absent.has("date") ? [{ name: "by", kind: "date" as const, after: formatInstant(now as EpochMillis) }] : []),
    ];
    const set = Object.fromEntries(naming.map(({ name }) => [name, asked(name)]));
    const decider = row.deciderId !== undefined && plan.people.has(row.deciderId) ? row.deciderId : undefined;
    const [blocked] = [...(row.blocks ?? [])].sort(compareText);
    return [
      {
        id: `${isDue ? "clarity/ask-decision" : "clarity/ask-decider"}|decisions|${id}`,
        rank: 23,
        code: isDue ? "clarity/ask-decision" : "clarity/ask-decider",
        facts: { title: row.question, blocked: row.blocks?.length ?? 0, absent: naming.map(({ name }) => name) },
        to: decider ?? askAboutItem(plan, plan.items.get(blocked ?? "")),
        answers: isDue ? [result] : naming,
        units: [
          {
            subject: { table: "decisions", id },
            title: row.question,
            commands: [
              isDue
                ? { type: "decide", decision: id, result: asked("result") }
                : { type: "change", table: "decisions", target: id, set },
            ],
            clears: settled(id, "clarity/open-decision"),
          },
        ],
      },
    ];
  });
}
