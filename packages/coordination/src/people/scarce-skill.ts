import type { Check } from "@evenkeel/checks";
import { overItems, type RowScope } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** Items around a row, and all that need a skill the row needs or has. */
const skillScope: RowScope = {
  ...overItems,
  near: (context, changed) => {
    const { plan } = context;
    const found = new Set(overItems.near(context, changed));
    const row = changed.table === "people" ? plan.row("people", changed.id) : plan.row("items", changed.id);
    for (const skill of row?.skills ?? []) for (const id of plan.withSkill("items", skill)) found.add(id);
    return found;
  },
};

/** Two items in progress do not need the one person who can do them: a skill that is claimed twice is a queue. */
export const scarceSkill: Check<CoordinationInput> = /* @__PURE__ */ itemCheck(
  {
    id: "coordination/scarce-skill",
    kind: "heuristic",
    citation: [sources.malone],
    needs: ["items.skills", "people.skills"],
  },
  ({ row, category }, { plan }) => {
    if (category !== "active" || row.skills === undefined || row.skills.length === 0) return undefined;
    for (const skill of [...row.skills].sort(compareText)) {
      const able = [...plan.withSkill("people", skill)].filter((id) => plan.people.get(id)?.row.active !== false);
      const [only] = able;
      if (able.length !== 1 || only === undefined) continue;
      const wanting = [...plan.withSkill("items", skill)]
        .filter((id) => plan.items.get(id)?.category === "active" && plan.items.get(id)?.children.length === 0)
        .sort(compareText);
      const [first] = wanting;
      if (first === undefined || first === row.id || wanting.length < 2) continue;
      return {
        outcome: "fail",
        evidence: [
          { table: "items", id: first },
          { table: "items", id: row.id },
          { table: "people", id: only },
        ],
        facts: { title: row.title, other: plan.items.get(first)?.row.title ?? first, skill, person: only },
      };
    }
    return undefined;
  },
  skillScope,
);
