import type { Check } from "@evenkeel/checks";
import { onTimeLine, type WorkItem } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const millisPerDay = 86_400_000;
const urgent: readonly (string | undefined)[] = ["expedite", "fixedDate"];

/** A date of the part that lies after the same date of the whole. */
function laterThanWhole(part: WorkItem, whole: WorkItem) {
  for (const field of ["deadline", "dueDate"] as const) {
    const [said, wanted] = [part[field], whole[field]];
    if (said === undefined || wanted === undefined) continue;
    const [own, most] = [onTimeLine(said, true), onTimeLine(wanted, true)];
    if (own === undefined || most === undefined || own <= most) continue;
    return {
      measured: { value: (own - most) / millisPerDay, unit: "days" },
      threshold: { value: 0, unit: "days" },
      facts: { title: part.title, parent: whole.title, what: field, own: said, whole: wanted },
    };
  }
  return undefined;
}

const bothOf = (part: WorkItem, whole: WorkItem) => [
  { table: "items", id: part.id },
  { table: "items", id: whole.id },
];

/** C21: a part is due no later than its whole, and is not called unimportant when the whole is urgent. */
export const contradictsParent: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/contradicts-parent",
    kind: "heuristic",
    citation: [{ ...sources.iso29148, article: "characteristic of the set: consistent" }],
    needs: ["items.dueDate", "items.deadline", "items.parentId"],
  },
  ({ row, parent }) => {
    if (parent === undefined) return undefined;
    const late = laterThanWhole(row, parent.row);
    if (late !== undefined) return { outcome: "fail", evidence: bothOf(row, parent.row), ...late };
    const [own, whole] = [row.classOfService, parent.row.classOfService];
    if (own === "intangible" && whole !== undefined && urgent.includes(whole)) {
      const facts = { title: row.title, parent: parent.row.title, what: "classOfService", own, whole };
      return { outcome: "fail", evidence: bothOf(row, parent.row), facts };
    }
    // Only what is fully stated passes: a date taken away must not look like a date that fits.
    const isStated = row.deadline !== undefined && row.dueDate !== undefined;
    return isStated ? "pass" : undefined;
  },
);
