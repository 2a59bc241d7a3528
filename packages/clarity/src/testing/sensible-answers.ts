import type { OutcomeMeasure } from "@evenkeel/core";
import type { DatedWork } from "@evenkeel/core/testing";
import type { Json } from "@evenkeel/kernel";
import type { AnswerField, Answers, Question } from "../interview/question.js";

function measureOf({ commands }: Question): { readonly [field: string]: unknown } {
  for (const command of commands) {
    const set = command["set"] as { readonly measure?: OutcomeMeasure } | undefined;
    if (set?.measure !== undefined) return set.measure as unknown as { readonly [field: string]: unknown };
  }
  return {};
}

/** A baseline and a target that fit each other and what is known. */
function numberFor(field: string, question: Question): number {
  const { baseline, target, direction } = measureOf(question);
  const step = direction === "decrease" ? -1 : 1;
  if (field === "target") return (typeof baseline === "number" ? baseline : 10) + step;
  if (field === "baseline") return typeof target === "number" ? target - step : 10;
  return 2;
}

/**
 * Answers a willing person might give: new texts, people who are there, days that fit, an option each.
 *
 * `pick` chooses among options; `serial` makes texts differ from each other.
 */
export function sensibleAnswers(question: Question, { plan }: DatedWork, pick: number, serial: string): Answers {
  const answers: Record<string, Json> = {};
  const open: AnswerField[] = [...question.answers];
  for (const field of open) {
    if (field.optional === true) continue;
    switch (field.kind) {
      case "text":
        answers[field.name] = `said ${serial} of ${field.name.toLowerCase()}`;
        break;
      case "person":
        answers[field.name] = (plan.people ?? []).find(({ id }) => field.except?.includes(id) !== true)?.id ?? "nobody";
        break;
      case "date":
        answers[field.name] = field.notAfter ?? "2031-12-31";
        break;
      case "number":
        answers[field.name] = numberFor(field.name, question);
        break;
      case "choice": {
        const option = field.options[pick % field.options.length];
        answers[field.name] = option?.value ?? "";
        open.push(...(option?.ask ?? []));
        break;
      }
      case "choices":
        answers[field.name] = field.options.slice(0, field.most).map(({ value }) => value);
        break;
    }
  }
  return answers;
}
