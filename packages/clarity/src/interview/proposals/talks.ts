import type { CommandDraft } from "@evenkeel/core";
import { askAboutItem } from "../addressee.js";
import { asked } from "../fill.js";
import { grouped, type Inquiry, type Part, type Proposal } from "../proposal.js";

const talking = ["clarity/stale-expectation", "clarity/never-discussed"] as const;

function partOf({ plan, settled }: Inquiry, id: string, command: CommandDraft, more: readonly string[] = []): Part {
  return {
    subject: { table: "items", id },
    title: plan.items.get(id)?.row.title ?? id,
    commands: [command],
    clears: settled(id, ...more, ...talking),
  };
}

/** Whether what is expected is still right: one talk with each person about all that is theirs. */
export function talkQuestions(inquiry: Inquiry): Proposal[] {
  const { plan, failing } = inquiry;
  const ids = new Set(talking.flatMap((checkId) => [...failing(checkId).keys()]));
  const asking = [...ids].map((id) => ({ id, to: askAboutItem(plan, plan.items.get(id)) }));
  return [...grouped(asking, ({ to }) => to ?? "")].map(([key, group]) => ({
    id: `clarity/ask-expectation|people|${key}`,
    rank: 8,
    code: "clarity/ask-expectation",
    several: "clarity/ask-expectation-of-several",
    to: group[0].to,
    answers: [{ name: "note", kind: "text", optional: true }],
    units: group.map(({ id }) =>
      partOf(inquiry, id, { type: "clarify", subject: { table: "items", id }, note: asked("note") }),
    ),
  }));
}

/** Whether someone takes what they were given: asked once for all of it. The answer shows that it was talked about, too. */
export function acknowledgeQuestions(inquiry: Inquiry): Proposal[] {
  const given = [...inquiry.failing("clarity/unacknowledged-assignment")].map(([id, { facts }]) => ({
    id,
    person: String(facts["person"]),
    by: String(facts["by"]),
  }));
  return [...grouped(given, ({ person }) => person)].map(([person, group]) => ({
    id: `clarity/ask-taken|people|${person}`,
    rank: 7,
    code: "clarity/ask-taken",
    several: "clarity/ask-taken-of-several",
    facts: { person: inquiry.plan.people.get(person)?.row.name ?? person, by: group[0].by },
    to: person,
    answers: [],
    units: group.map(({ id }) =>
      partOf(inquiry, id, { type: "acknowledge", subject: { table: "items", id }, person }, [
        "clarity/unacknowledged-assignment",
      ]),
    ),
  }));
}
