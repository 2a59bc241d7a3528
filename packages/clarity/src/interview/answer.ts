import type { CommandDraft, OutcomeMeasure } from "@evenkeel/core";
import { type Issue, issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { countsWork } from "../outcome/measure-counts-work.js";
import { measureFaults } from "../outcome/target-not-ahead.js";
import { fillCommand } from "./fill.js";
import type { AnswerField, AnswerOption, Answers, Question } from "./question.js";
import { valueIssue } from "./value-issue.js";

/** The options a field offers, each with whether it was chosen. */
function chosenOf(field: AnswerField, value: Json | undefined): { option: AnswerOption; isChosen: boolean }[] {
  if (value === undefined || (field.kind !== "choice" && field.kind !== "choices")) return [];
  const chosen = Array.isArray(value) ? value : [value];
  return field.options.map((option) => ({ option, isChosen: chosen.includes(option.value) }));
}

/** A measure that comes out of an answer holds together, and counts no work. */
function measureIssue(command: CommandDraft): Issue | undefined {
  if (command.type !== "change" || command["table"] !== "outcomes") return undefined;
  const set = command["set"] as { readonly measure?: OutcomeMeasure } | undefined;
  const measure = set?.measure;
  if (measure === undefined) return undefined;
  const [why] = measure.target === undefined ? [] : measureFaults(measure);
  if (why !== undefined) return issue("clarity/answer-does-not-hold", { path: ["target"], facts: { why } });
  const word = countsWork(measure);
  return word === undefined
    ? undefined
    : issue("clarity/answer-does-not-hold", { path: ["metric"], facts: { why: "countsWork", word } });
}

/**
 * Turns the answer to a question into edit commands, with every value in its place.
 *
 * The commands lack id, instant and person; whoever carries them out adds these. Whether a named person exists is for the edit to say.
 *
 * @param question - from `interview`, or its JSON
 * @param values - by name of field; those of an option only when it is chosen
 * @returns commands in the order they are to be carried out, all or none
 *
 * Issues: clarity/answer-missing, clarity/answer-unknown-field, clarity/answer-wrong-type, clarity/answer-says-nothing, clarity/answer-out-of-range, clarity/answer-not-offered, clarity/answer-does-not-hold.
 * Time O(commands and options), space the same.
 * Source: own.
 *
 * @example
 * import { runChecks } from "@evenkeel/checks";
 * import { workContext } from "@evenkeel/core";
 * const context = workContext({ plan: { formatVersion: 1, items: [{ id: "A", title: "Doors", kind: "task", outcomeIds: ["quiet"] }], outcomes: [{ id: "quiet", title: "Guests sleep" }] }, now: 0 });
 * const found = runChecks(clarityChecks, context, { today: "2026-05-01" }).filter(({ checkId }) => checkId === "clarity/missing-why");
 * orThrow(answer(interview(context, found)[0]!, { why: "They come back when they sleep" })); // => [{ type: "change", table: "outcomes", target: "quiet", set: { why: "They come back when they sleep" } }]
 */
export function answer(question: Question, values: Answers): Result<CommandDraft[]> {
  const issues: Issue[] = [];
  const given = new Map<string, Json>();
  const commands: CommandDraft[] = [...question.commands];
  const open: AnswerField[] = [...question.answers];
  const names = new Set<string>();
  for (const field of open) {
    names.add(field.name);
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    if (value === undefined) {
      if (field.optional !== true)
        issues.push(issue("clarity/answer-missing", { path: [field.name], facts: { field: field.name } }));
      continue;
    }
    const wrong = valueIssue(field, value);
    if (wrong !== undefined) issues.push(wrong);
    else given.set(field.name, value);
    for (const { option, isChosen } of wrong === undefined ? chosenOf(field, value) : []) {
      if (isChosen) open.push(...(option.ask ?? []));
      commands.push(...((isChosen ? option.commands : option.otherwise) ?? []));
    }
  }
  for (const name of Object.keys(values))
    if (!names.has(name)) issues.push(issue("clarity/answer-unknown-field", { path: [name], facts: { field: name } }));
  const filled = issues.length > 0 ? [] : commands.map((command) => fillCommand(command, given));
  issues.push(...filled.flatMap((command) => measureIssue(command) ?? []));
  const [first, ...rest] = issues;
  return first === undefined ? ok(filled) : refuse([first, ...rest]);
}
