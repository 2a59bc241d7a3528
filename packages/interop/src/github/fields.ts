import type { DateConstraint, Estimate, Timebox } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { defined, table } from "../draft.js";
import { isObject, member, numberAt, textAt } from "../json-text.js";
import { shiftDay } from "../shift-day.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import { toolTime } from "../trackers/times.js";
import { either, plainText } from "../trackers/values.js";
import { type FieldRole, type GithubContext, nodesOf, type Ticket } from "./context.js";

const roles: readonly (readonly [FieldRole, readonly string[]])[] = [
  ["due", ["target date", "due date", "end date", "due", "deadline", "target"]],
  ["start", ["start date", "start"]],
  ["estimate", ["story points", "points", "estimate", "size"]],
  ["iteration", ["iteration", "sprint", "cycle"]],
];

/** A field of a project item: a value of GraphQL or REST, or a member of the command line's listing. */
interface Field {
  readonly name: string;
  readonly value: Json;
  /** The record that holds it; absent where it is a member of the item itself. */
  readonly record: Json | undefined;
}

const valueNames = ["date", "number", "text", "name", "value"];

function fieldsOf(holder: Json): Field[] {
  if (!isObject(holder)) return [];
  const records = [...nodesOf(member(holder, "fieldValues")), ...nodesOf(member(holder, "fields"))];
  const told = records.flatMap((record): Field[] => {
    const name =
      textAt(record, "field", "name") ?? (member(record, "value") === undefined ? undefined : either(record, "name"));
    if (name === undefined) return [];
    const found = valueNames.map((key) => member(record, key)).find((each) => each !== undefined && each !== name);
    return [{ name, value: member(record, "startDate") === undefined ? (found ?? null) : record, record }];
  });
  const plain = Object.keys(holder).map((name): Field => ({ name, value: holder[name] as Json, record: undefined }));
  return [...told, ...plain];
}

/** Which field has which meaning in all of the input: the first of the names known, so that no value is read twice. */
export function findRoles(context: GithubContext): void {
  const names = new Set(
    [...context.holders.values()].flat().flatMap((holder) => fieldsOf(holder).map(({ name }) => name)),
  );
  for (const [role, known] of roles) {
    const all = [...names];
    const name = known
      .map((word) => all.find((each) => each.toLowerCase() === word))
      .find((each) => each !== undefined);
    if (name !== undefined) context.roles.set(name, role);
  }
}

function addIteration(context: GithubContext, value: Json, ticket: Ticket): void {
  const title = plainText(value) ?? either(value, "title");
  if (title === undefined || title === "") return;
  const id = `iteration:${title}`;
  const rows = table(context.draft, "timeboxes");
  const from = toolTime(context.draft, member(value, "startDate"), [...ticket.path, "startDate"], [ticket.id]);
  const days = numberAt(value, "duration") ?? 0;
  const isKnown = from?.length === 10 && Number.isInteger(days) && days >= 1 && days <= 3660;
  const interval = isKnown ? { from, to: shiftDay(from, days - 1) } : undefined;
  const before = rows.get(id);
  rows.set(id, before ?? defined<Timebox>({ id, name: title, kind: "iteration", interval }));
  joinTimebox(context.draft, id, ticket.id);
}

/** What the fields of its projects say of an issue. */
export interface ProjectFacts {
  readonly dueDate?: string | undefined;
  readonly constraints?: DateConstraint[] | undefined;
  readonly estimates?: Estimate[] | undefined;
}

/** Reads the fields that have a meaning from the project items that hold an issue; all others stay as they are. */
export function readFields(context: GithubContext, ticket: Ticket, holders: readonly Json[]): ProjectFacts {
  const facts: { dueDate?: string | undefined; start?: string | undefined; estimate?: Estimate } = {};
  for (const { name, value, record } of holders.flatMap(fieldsOf)) {
    const role = /^status$/i.test(name) && isObject(record) ? "status" : context.roles.get(name);
    if (role === undefined) continue;
    if (isObject(record)) context.places.set(record, "projectField");
    const time = () => toolTime(context.draft, value, [...ticket.path, name], [ticket.id]);
    if (role === "due") facts.dueDate ??= time();
    else if (role === "start") facts.start ??= time();
    else if (role === "iteration") addIteration(context, value, ticket);
    else if (role === "estimate") {
      const [amount, label] = [numberAt({ value }, "value"), plainText(value)];
      if (amount !== undefined)
        facts.estimate ??= { of: "points", basis: "original", value: { kind: "single", amount } };
      else if (label !== undefined && label !== "")
        facts.estimate ??= { of: "size", basis: "original", value: { kind: "label", label } };
    }
  }
  return {
    dueDate: facts.dueDate,
    constraints: facts.start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: facts.start }],
    estimates: facts.estimate === undefined ? undefined : [facts.estimate],
  };
}
