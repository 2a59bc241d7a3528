import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { handoffStanding } from "../handoff/handoff-log.js";
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
  ({ row: { id, type, handoff, discretionary }, before, after }, context) => {
    if (type !== "FS" || discretionary === true || after.category !== "active" || before.category === undefined)
      return undefined;
    const ends = { predecessor: before.row.title, successor: after.row.title };
    const evidence = [
      { table: "dependencies", id },
      { table: "items", id: before.row.id },
      { table: "items", id: after.row.id },
    ];
    if (before.category !== "done" && before.category !== "dropped")
      return { outcome: "fail", evidence, facts: { ...ends, why: "open" } };
    const standing = handoff === undefined ? undefined : handoffStanding(context, id);
    if (standing?.state === "returned") return { outcome: "fail", evidence, facts: { ...ends, why: "returned" } };
    return "pass";
  },
);
