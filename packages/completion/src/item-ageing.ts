import type { Check, Verdict } from "@evenkeel/checks";
import type { CompletionInput } from "./types.js";
import { workInProgress } from "./work-in-progress.js";

const millisPerDay = 86_400_000;

/** No item in progress is older than the team's own service level expectation. */
export const itemAgeing: Check<CompletionInput> = {
  id: "completion/item-ageing",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "The Kanban Guide (2020)", article: "work item age against the service level expectation" }],
  needs: ["items.startedAt"],
  dataClass: "planFact",
  params: {},
  evaluate: (input) => {
    const { expectedDays } = input;
    const started = workInProgress(input);
    if (expectedDays === undefined) {
      return started.length === 0
        ? []
        : [
            {
              outcome: "unknown",
              subject: { table: "document", id: "completion/item-ageing" },
              missing: ["service level expectation"],
            },
          ];
    }
    return started.map(({ item, startedAt }): Verdict => {
      const subject = { table: "items", id: item.id };
      if (startedAt === undefined)
        return { outcome: "unknown", subject, missing: ["items.startedAt"], facts: { title: item.title } };
      const days = (input.now - startedAt) / millisPerDay;
      return {
        outcome: days > expectedDays ? "fail" : "pass",
        subject,
        measured: { value: days, unit: "days" },
        threshold: { value: expectedDays, unit: "days" },
        facts: { title: item.title, days: Math.floor(days), expected: Math.round(expectedDays) },
      };
    });
  },
};
