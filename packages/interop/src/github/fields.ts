import type { DateConstraint, Estimate, Timebox } from "@evenkeel/core";
import { canonicalJson, type Json } from "@evenkeel/kernel";
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

/** What one field says, as its role has it. */
function factOf(
  context: GithubContext,
  ticket: Ticket,
  { name, value }: Field,
  role: FieldRole,
): string | Estimate | undefined {
  if (role === "due" || role === "start") return toolTime(context.draft, value, [...ticket.path, name], [ticket.id]);
  const [amount, label] = [numberAt({ value }, "value"), plainText(value)];
  if (amount !== undefined) return { of: "points", basis: "original", value: { kind: "single", amount } };
  if (label === undefined || label === "") return undefined;
  return { of: "size", basis: "original", value: { kind: "label", label } };
}

/**
 * Reads the fields that have a meaning from the project items that hold an issue; all others stay as they are, and so does what
 * a second project says otherwise than the first.
 */
export function readFields(context: GithubContext, ticket: Ticket, holders: readonly Json[]): ProjectFacts {
  const facts = new Map<FieldRole, string | Estimate>();
  for (const field of holders.flatMap(fieldsOf)) {
    const { name, value, record } = field;
    const isStatus = /^status$/i.test(name) && isObject(record);
    const role = context.roles.get(name);
    if (!isStatus && role === undefined) continue;
    if (!isStatus && role === "iteration") addIteration(context, value, ticket);
    else if (!isStatus && role !== undefined) {
      const found = factOf(context, ticket, field, role);
      const known = facts.get(role);
      if (known !== undefined && found !== undefined && canonicalJson(known) !== canonicalJson(found)) continue;
      if (found !== undefined) facts.set(role, known ?? found);
    }
    if (isObject(record)) context.places.set(record, "projectField");
  }
  const day = (role: "due" | "start"): string | undefined => facts.get(role) as string | undefined;
  const estimate = facts.get("estimate") as Estimate | undefined;
  const at = day("start");
  return {
    dueDate: day("due"),
    constraints: at === undefined ? undefined : [{ kind: "startNoEarlierThan", at }],
    estimates: estimate === undefined ? undefined : [estimate],
  };
}
