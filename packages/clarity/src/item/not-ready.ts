import type { Check } from "@evenkeel/checks";
import { type ItemNode, type PlanIndex, valuesAt, type Workflow } from "@evenkeel/core";
import { sources } from "../citations.js";
import { failIfKnown, itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

function workflowOf(plan: PlanIndex, { row }: ItemNode): Workflow | undefined {
  const board = row.memberships?.[0]?.containerId;
  const id = row.workflowId ?? (board === undefined ? undefined : plan.row("containers", board)?.workflowId);
  return id === undefined ? undefined : plan.row("workflows", id);
}

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** C20: work that was begun met its workflow's definition of ready. */
export const notReady: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/not-ready",
    kind: "guideline",
    citation: [sources.kanban],
    needs: ["workflows.ready", "workflows.states"],
  },
  (item, context) => {
    if (item.category !== "active") return undefined;
    const ready = workflowOf(context.plan, item)?.ready;
    if (ready === undefined) return undefined;
    const absent = ready
      .map(({ field }) => field)
      .filter((field) => !valuesAt(item.row, field).some(({ value }) => isFilled(value)));
    const [first] = absent;
    if (first === undefined) return "pass";
    const facts = { title: item.row.title, absent };
    return failIfKnown(context, "items", item.row.id, first.split(/[.[]/)[0] ?? first, { facts });
  },
);
