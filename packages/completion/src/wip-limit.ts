import type { Check, Verdict } from "@evenkeel/checks";
import { openItems } from "@evenkeel/core";
import type { CompletionInput } from "./types.js";

/** No state of a workflow holds more items than its own limit. */
export const wipLimit: Check<CompletionInput> = {
  id: "completion/wip-limit",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "The Kanban Guide (2020)", article: "controlling work in progress" }],
  needs: ["workflows.states", "items.stateId"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan }) => {
    const flowOf = new Map((plan.containers ?? []).map((row) => [row.id, row.workflowId]));
    const count = new Map<string, string[]>();
    for (const item of openItems(plan)) {
      const places = new Set([
        ...(item.stateId === undefined ? [] : [`${item.workflowId ?? ""}\n${item.stateId}`]),
        ...(item.memberships ?? []).flatMap(({ containerId, stateId }) =>
          stateId === undefined ? [] : [`${flowOf.get(containerId) ?? item.workflowId ?? ""}\n${stateId}`],
        ),
      ]);
      for (const place of places) count.set(place, [...(count.get(place) ?? []), item.id]);
    }
    return (plan.workflows ?? []).flatMap((flow) =>
      flow.states.flatMap((state): Verdict[] => {
        if (state.wipLimit === undefined) return [];
        const held = [...(count.get(`${flow.id}\n${state.id}`) ?? [])].sort();
        return [
          {
            outcome: held.length > state.wipLimit ? "fail" : "pass",
            subject: { table: "workflows", id: `${flow.id}/${state.id}` },
            measured: { value: held.length, unit: "items" },
            threshold: { value: state.wipLimit, unit: "items" },
            evidence:
              held.length > state.wipLimit
                ? held.slice(0, state.wipLimit + 1).map((id) => ({ table: "items", id }))
                : [{ table: "workflows", id: flow.id }],
            facts: { state: state.name, count: held.length, limit: state.wipLimit },
          },
        ];
      }),
    );
  },
};
