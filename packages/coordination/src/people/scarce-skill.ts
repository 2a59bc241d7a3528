import { type Check, subjectCheck } from "@evenkeel/checks";
import { type ItemNode, overPeople, type PersonNode, type WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import type { CoordinationInput } from "../types.js";

/** Whether nobody else who is active has a skill. */
function isAlone({ plan }: WorkContext, { row }: PersonNode, skill: string): boolean {
  for (const id of plan.withSkill("people", skill)) {
    if (id !== row.id && plan.people.get(id)?.row.active !== false) return false;
  }
  return row.active !== false;
}

/** The two first items in progress that need a skill, by id; undefined while there are fewer. */
function rivals({ plan }: WorkContext, skill: string): readonly [ItemNode, ItemNode] | undefined {
  let [first, second]: (ItemNode | undefined)[] = [];
  for (const id of plan.withSkill("items", skill)) {
    const item = plan.items.get(id);
    if (item?.category !== "active" || item.children.length > 0) continue;
    if (first === undefined || compareText(id, first.row.id) < 0) [first, second] = [item, first];
    else if (second === undefined || compareText(id, second.row.id) < 0) second = item;
  }
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** Two items in progress do not need the one person who can do them: a skill that is claimed twice is a queue. */
export const scarceSkill: Check<CoordinationInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "coordination/scarce-skill",
    kind: "heuristic",
    citation: [sources.malone],
    needs: ["items.skills", "people.skills"],
  },
  {
    ...overPeople,
    near: (context, changed) => {
      const { plan } = context;
      const found = new Set(overPeople.near(context, changed));
      const item = changed.table === "items" ? plan.items.get(changed.id) : undefined;
      // A parent counts no longer once it has a child.
      const rows = [
        item?.row,
        item?.parent?.row,
        changed.table === "people" ? plan.row("people", changed.id) : undefined,
      ];
      const skills = rows.flatMap((row) => row?.skills ?? []);
      for (const skill of skills) for (const id of plan.withSkill("people", skill)) found.add(id);
      return found;
    },
    judge: (context, id) => {
      const person = context.plan.people.get(id);
      if (person === undefined) return undefined;
      for (const skill of [...new Set(person.row.skills)].sort(compareText)) {
        const pair = isAlone(context, person, skill) ? rivals(context, skill) : undefined;
        if (pair === undefined) continue;
        const [one, other] = pair;
        return {
          outcome: "fail",
          evidence: [
            { table: "items", id: one.row.id },
            { table: "items", id: other.row.id },
            { table: "people", id },
          ],
          facts: { title: one.row.title, other: other.row.title, skill, name: person.row.name },
        };
      }
      return undefined;
    },
  },
);
