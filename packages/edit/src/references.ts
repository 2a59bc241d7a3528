import {
  type ReferenceRule,
  type Row,
  references,
  type Subject,
  type TableName,
  tableNames,
  valuesAt,
} from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";

type Fields = Readonly<Record<string, unknown>>;

/** References a row cannot be without: where one goes, the row goes. */
const required: ReadonlySet<string> = new Set([
  "dependencies.predecessorId",
  "dependencies.successorId",
  "relations.fromId",
  "relations.toId",
  "assignments.itemId",
  "assignments.personId",
  "assignments.teamId",
  "assignments.resourceId",
]);

/** A rule with its way cut into steps; a row without the first one is passed over at once. */
interface Way extends ReferenceRule {
  readonly steps: readonly string[];
  readonly key: string;
  readonly isRequired: boolean;
}

const byTable = new Map<TableName, readonly Way[]>();
function rulesOf(table: TableName): readonly Way[] {
  const known = byTable.get(table);
  if (known !== undefined) return known;
  const made = references.flatMap((rule): Way[] => {
    const steps = rule.field.split(".");
    const key = steps[0]?.replace("[]", "") ?? "";
    return rule.table === table ? [{ ...rule, steps, key, isRequired: required.has(`${table}.${rule.field}`) }] : [];
  });
  byTable.set(table, made);
  return made;
}

/** The ids a row names by one rule. */
function idsAt(row: Row, { field, steps, key }: Way): readonly string[] {
  if (!Object.hasOwn(row, key)) return none;
  if (steps.length > 1 || field !== key)
    return valuesAt(row, field).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const value = (row as unknown as Fields)[key];
  return typeof value === "string" ? [value] : none;
}
const none: readonly string[] = [];
const subjectOf = (table: TableName, row: Row): Subject | undefined =>
  table === "commitments" ? (row as { readonly subject?: Subject }).subject : undefined;

/** Every id a row names, with the tables it may be of. */
export function namedBy(table: TableName, row: Row): { readonly to: readonly TableName[]; readonly id: string }[] {
  const subject = subjectOf(table, row);
  const found: { readonly to: readonly TableName[]; readonly id: string }[] =
    subject === undefined ? [] : [{ to: [subject.table], id: subject.id }];
  for (const rule of rulesOf(table)) {
    for (const id of idsAt(row, rule)) found.push({ to: rule.to, id });
  }
  return found;
}

/** Whether a field of a table's rows may hold ids of rows. */
export const mayName = (table: TableName, field: string): boolean =>
  (table === "commitments" && field === "subject") || rulesOf(table).some(({ key }) => key === field);

/** A table whose rows may name rows of another. */
export interface Owner {
  readonly table: TableName;
  readonly names: (row: Row, id: string) => boolean;
}

const owners = new Map<TableName, readonly Owner[]>();

/** The tables whose rows may name rows of a table. */
export function namesIn(target: TableName): readonly Owner[] {
  const known = owners.get(target);
  if (known !== undefined) return known;
  const naming = new Set<TableName>(references.filter(({ to }) => to.includes(target)).map(({ table }) => table));
  naming.add("commitments");
  const made = tableNames
    .filter((table) => naming.has(table))
    .map((table) => ({
      table,
      names: (row: Row, id: string) => namedBy(table, row).some((name) => name.id === id && name.to.includes(target)),
    }));
  owners.set(target, made);
  return made;
}

/** What becomes of an id that a row names: another id, `null` for none, or itself. */
export type Renaming = (to: readonly TableName[], id: string) => string | null;

const withMember = (value: Fields, key: string, member: unknown): Fields => {
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(member === undefined ? others : [...others, [key, member]]);
};
const onceEach = (list: readonly unknown[]): unknown[] => [...new Set(list)];

/** A value with the ids at a path renamed; an entry of a list goes with the id it named, a field of an object alone. */
function renamedAt(
  value: unknown,
  steps: readonly string[],
  isEntry: boolean,
  rename: (id: string) => string | null,
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === "string" ? (rename(value) ?? undefined) : value;
  const isList = step.endsWith("[]");
  const key = isList ? step.slice(0, -2) : step;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
  const member = (value as Fields)[key];
  if (isList) {
    if (!Array.isArray(member)) return value;
    const kept = member.flatMap((entry: unknown) => renamedAt(entry, rest, true, rename) ?? []);
    return withMember(value as Fields, key, onceEach(kept));
  }
  const next = renamedAt(member, rest, false, rename);
  return next === undefined && isEntry ? undefined : withMember(value as Fields, key, next);
}

/**
 * The row with the ids it names renamed; the same row when nothing changes, undefined when it cannot be without one.
 */
export function renamed(table: TableName, row: Row, rename: Renaming): Row | undefined {
  let next: unknown = row;
  for (const rule of rulesOf(table)) {
    const { to, steps, isRequired } = rule;
    const names = idsAt(next as Row, rule);
    if (names.every((id) => rename(to, id) === id)) continue;
    if (isRequired && names.some((id) => rename(to, id) === null)) return undefined;
    next = renamedAt(next, steps, false, (id) => rename(to, id));
  }
  const subject = subjectOf(table, row);
  if (subject !== undefined) {
    const id = rename([subject.table], subject.id);
    if (id !== subject.id) {
      const { subject: _old, ...others } = next as Fields;
      next = id === null ? others : { ...others, subject: { ...subject, id } };
    }
  }
  return next as Row;
}

/** A row as JSON, without members that are undefined. */
export const jsonOf = (row: object): Json =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Json;
