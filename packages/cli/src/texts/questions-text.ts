import { inertText } from "@evenkeel/kernel";
import { describe, type Question } from "evenkeel";
import { allTexts } from "../print-issues.js";

const fieldText = (field: Question["answers"][number]): string => {
  const optional = field.optional === true ? ", may be left out" : "";
  const options =
    field.kind === "choice" || field.kind === "choices"
      ? `: ${field.options.map(({ value }) => value).join(", ")}`
      : "";
  return `${field.name} (${field.kind}${field.kind === "number" && field.unit !== undefined ? `, ${field.unit}` : ""}${options}${optional})`;
};

/** Questions as a person reads them: to whom, what, what is asked for, and the id an answer names. */
export function questionsText(questions: readonly Question[], people: Readonly<Record<string, string>>): string {
  if (questions.length === 0) return "Nothing has to be asked: the work is clear.\n";
  return questions
    .map((question, at) => {
      const who = question.to === undefined ? "Anyone who knows" : (people[question.to] ?? question.to);
      const fields = question.answers.length === 0 ? "a yes" : question.answers.map(fieldText).join("; ");
      const settles = question.clears.length === 1 ? "1 finding" : `${question.clears.length} findings`;
      return `${at + 1}. ${inertText(who)}: ${describe(question, allTexts).message}\n   asks for ${inertText(fields)}; settles ${settles}\n   id ${inertText(question.id)}\n`;
    })
    .join("");
}
