import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { standingOf } from "../handoff/handoff-log.js";
import { linkCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** Nobody begins before what they wait for is done, and accepted where it is handed over. */
export const startedBeforeInput: Check<CoordinationInput> = /* @__PURE__ */ linkCheck(
  {
    id: "coordination/started-before-input",
    kind: "heuristic",
    citation: [sources.goldratt],
    needs: ["dependencies.predecessorId", "items.stateId"],
  },
  ({ row, before, after }, context) => {
    if (row.type !== "FS" || row.discretionary === true || after.category !== "active" || before.category === undefined)
      return undefined;
    const isOpen = before.category !== "done" && before.category !== "dropped";
    if (!isOpen && standingOf(context, row)?.state !== "returned") return "pass";
    return {
      outcome: "fail",
      evidence: [
        { table: "dependencies", id: row.id },
        { table: "items", id: before.row.id },
        { table: "items", id: after.row.id },
      ],
      facts: {
        predecessor: before.row.title,
        successor: after.row.title,
        why: isOpen ? "open" : "returned",
      },
    };
  },
);
