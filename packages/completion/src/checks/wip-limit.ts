import type { Check, Verdict } from "@evenkeel/checks";
import { placeOf, statesHeld } from "../states-held.js";
import type { CompletionInput } from "../types.js";

/** No state of a workflow holds more items than its own limit. */
export const wipLimit: Check<CompletionInput> = {
  id: "completion/wip-limit",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "The Kanban Guide (2020)", article: "controlling work in progress" }],
  needs: ["workflows.states", "items.stateId"],
  dataClass: "planFact",
  params: {},
  evaluate: (context) => {
    const limited = [...context.plan.rows("workflows").values()].flatMap((flow) =>
      flow.states.flatMap((state) => (state.wipLimit === undefined ? [] : [{ flow, state, limit: state.wipLimit }])),
    );
    if (limited.length === 0) return [];
    const holding = statesHeld(context);
    return limited.map(({ flow, state, limit }): Verdict => {
      const held = [...(holding.get(placeOf(flow.id, state.id)) ?? [])].sort();
      const isOver = held.length > limit;
      const subject = { table: "workflows", id: `${flow.id}/${state.id}` };
      // Items that may stand here as well: in the workflow without a state, or in the state without a workflow.
      const perhaps =
        (holding.get(placeOf(flow.id, "")) ?? []).length + (holding.get(placeOf("", state.id)) ?? []).length;
      if (!isOver && held.length + perhaps > limit)
        return {
          outcome: "unknown",
          subject,
          missing: ["items.stateId"],
          facts: { state: state.name, count: perhaps },
        };
      return {
        outcome: isOver ? "fail" : "pass",
        subject,
        measured: { value: held.length, unit: "items" },
        threshold: { value: limit, unit: "items" },
        evidence: isOver
          ? held.slice(0, limit + 1).map((id) => ({ table: "items", id }))
          : [{ table: "workflows", id: flow.id }],
        facts: { state: state.name, count: held.length, limit },
      };
    });
  },
};
