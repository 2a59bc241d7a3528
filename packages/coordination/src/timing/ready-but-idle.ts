import type { Check } from "@evenkeel/checks";
import { type ItemNode, lastEvent, onTimeLine, type WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck, millisPerDay } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** When an item was finished: its stamp, else its last change of state. */
function finishedAt({ row }: ItemNode, { history, now }: WorkContext): number | undefined {
  const stamp = row.finishedAt ?? row.schedule?.actualFinish;
  if (stamp !== undefined) return onTimeLine(stamp, true);
  const moved = lastEvent(history.of("items", row.id), ["stateChanged"], now);
  return moved === undefined ? undefined : onTimeLine(moved.at);
}

/** An item whose every input is there is begun within the allowed days: waiting that nobody needs is delay given away. */
export const readyButIdle: Check<CoordinationInput> = /* @__PURE__ */ itemCheck(
  {
    id: "coordination/ready-but-idle",
    kind: "heuristic",
    citation: [sources.goldratt],
    needs: ["dependencies.predecessorId", "items.stateId"],
    params: { allowedDays: 5 },
  },
  (item, context, { allowedDays }) => {
    const { row, category, incoming } = item;
    if ((category !== "proposed" && category !== "waiting") || row.blocked === true) return undefined;
    const links = incoming.filter(({ type }) => type === "FS");
    if (links.length === 0) return undefined;
    let ready = Number.NEGATIVE_INFINITY;
    for (const { predecessorId } of links) {
      const before = context.plan.items.get(predecessorId);
      const done = before?.category === "done" ? finishedAt(before, context) : undefined;
      if (done === undefined) return undefined;
      ready = Math.max(ready, done);
    }
    const days = (context.now - ready) / millisPerDay;
    if (days <= Number(allowedDays)) return "pass";
    const inputs = links.map(({ id }) => id).sort(compareText);
    return {
      outcome: "fail",
      measured: { value: days, unit: "days" },
      threshold: { value: Number(allowedDays), unit: "days" },
      evidence: [{ table: "items", id: row.id }, ...inputs.slice(0, 1).map((id) => ({ table: "dependencies", id }))],
      facts: { title: row.title, days: Math.floor(days) },
    };
  },
);
