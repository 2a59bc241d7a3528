import type { Check } from "@evenkeel/checks";
import type { WorkItem } from "@evenkeel/core";
import { linkCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

const order = ["expedite", "fixedDate", "standard", "intangible"] as const;
const rankOf = ({ classOfService }: WorkItem): number => order.indexOf(classOfService ?? "standard");

/** What urgent work waits for is at least as urgent as it. */
export const priorityInversion: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/priority-inversion",
    kind: "heuristic",
    citation: [
      {
        title: "Sha, Rajkumar & Lehoczky (1990), Priority inheritance protocols, IEEE Transactions on Computers 39(9)",
      },
    ],
    needs: ["items.classOfService"],
  },
  ({ row: { id }, before, after }) => {
    const wanted = after.row.classOfService;
    if (wanted !== "expedite" && wanted !== "fixedDate") return undefined;
    if (before.category === "done" || before.category === "dropped") return undefined;
    if (rankOf(before.row) <= rankOf(after.row)) return "pass";
    return {
      outcome: "fail",
      evidence: [
        { table: "dependencies", id },
        { table: "items", id: before.row.id },
        { table: "items", id: after.row.id },
      ],
      facts: {
        predecessor: before.row.title,
        successor: after.row.title,
        class: wanted,
        found: before.row.classOfService ?? "standard",
      },
    };
  },
);
