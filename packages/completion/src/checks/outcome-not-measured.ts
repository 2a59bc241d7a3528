import { type Check, subjectCheck } from "@evenkeel/checks";
import { onTimeLine, overOutcomes } from "@evenkeel/core";
import { isMeasured } from "../outcome-facts.js";
import type { CompletionInput } from "../types.js";
import { millisPerDay, within } from "./rules.js";

/** An outcome is measured once its date has come or all that serves it is done: work is finished when its effect is known. */
export const outcomeNotMeasured: Check<CompletionInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "completion/outcome-not-measured",
    kind: "guideline",
    citation: [
      { title: "ISO 21502:2020 Guidance on project management", article: "benefits: measured after delivery" },
    ],
    needs: ["outcomes.measure", "items.outcomeIds"],
    params: { allowedDays: 0 },
  },
  {
    ...overOutcomes,
    judge: (context, id, { allowedDays }) => {
      const outcome = context.plan.outcomes.get(id);
      const measure = outcome?.row.measure;
      if (outcome === undefined || measure === undefined || outcome.children.length > 0) return undefined;
      if (isMeasured(context, outcome)) return "pass";
      const due = measure.by === undefined ? undefined : onTimeLine(measure.by, true);
      const { title } = outcome.row;
      if (due !== undefined && due <= context.now)
        return within((context.now - due) / millisPerDay, Number(allowedDays), { title, why: "due" });
      const over = outcome.items.length > 0 && outcome.items.every(({ category }) => category === "done");
      return over ? { outcome: "fail", facts: { title, why: "done", days: 0 } } : undefined;
    },
  },
);
