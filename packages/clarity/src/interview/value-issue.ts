import { onTimeLine, titleKey } from "@evenkeel/core";
import { type Issue, issue, type Json } from "@evenkeel/kernel";
import type { AnswerField } from "./question.js";

type FieldOf<Kind extends AnswerField["kind"]> = Extract<AnswerField, { readonly kind: Kind }>;

const wrongType = ({ name, kind }: AnswerField): Issue =>
  issue("clarity/answer-wrong-type", { path: [name], facts: { field: name, expected: kind } });
const saysNothing = ({ name }: AnswerField): Issue =>
  issue("clarity/answer-says-nothing", { path: [name], facts: { field: name } });
const outOfRange = ({ name }: AnswerField, found: string | number, bound: string): Issue =>
  issue("clarity/answer-out-of-range", { path: [name], facts: { field: name, found, bound } });
const notOffered = ({ name }: AnswerField, found: string): Issue =>
  issue("clarity/answer-not-offered", { path: [name], facts: { field: name, found } });

const plain = (text: string): string => titleKey(text) || text.trim();

function textIssue(field: FieldOf<"text">, value: string): Issue | undefined {
  const said = plain(value);
  return said === "" || (field.unlike ?? []).some((text) => plain(text) === said) ? saysNothing(field) : undefined;
}

function personIssue(field: FieldOf<"person">, value: string): Issue | undefined {
  if (value.trim() === "") return saysNothing(field);
  return field.except?.includes(value) === true ? notOffered(field, value) : undefined;
}

function dateIssue(field: FieldOf<"date">, value: string): Issue | undefined {
  const at = onTimeLine(value, true);
  if (at === undefined) return wrongType(field);
  const [after, most] = [onTimeLine(field.after ?? "", true), onTimeLine(field.notAfter ?? "", true)];
  if (after !== undefined && at <= after) return outOfRange(field, value, `> ${field.after}`);
  return most !== undefined && at > most ? outOfRange(field, value, `<= ${field.notAfter}`) : undefined;
}

function numberIssue(field: FieldOf<"number">, value: Json): Issue | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return wrongType(field);
  return field.least !== undefined && value < field.least ? outOfRange(field, value, `>= ${field.least}`) : undefined;
}

function choicesIssue(field: FieldOf<"choices">, value: Json): Issue | undefined {
  if (!Array.isArray(value) || value.some((each) => typeof each !== "string")) return wrongType(field);
  const chosen = new Set(value as string[]);
  const strange = [...chosen].find((each) => !field.options.some((option) => option.value === each));
  if (strange !== undefined) return notOffered(field, strange);
  return chosen.size > field.most ? outOfRange(field, chosen.size, `<= ${field.most}`) : undefined;
}

/** What is wrong with one value for one field; undefined when it fits. */
export function valueIssue(field: AnswerField, value: Json): Issue | undefined {
  if (field.kind === "number") return numberIssue(field, value);
  if (field.kind === "choices") return choicesIssue(field, value);
  if (typeof value !== "string") return wrongType(field);
  switch (field.kind) {
    case "text":
      return textIssue(field, value);
    case "person":
      return personIssue(field, value);
    case "date":
      return dateIssue(field, value);
    case "choice":
      return field.options.some((option) => option.value === value) ? undefined : notOffered(field, value);
  }
}
