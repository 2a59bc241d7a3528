import { tableNames } from "@evenkeel/core";
import { type Issue, issue, ok, parseInstant, type Result, refuse } from "@evenkeel/kernel";
import { rowIssues } from "./row-issues.js";
import { rowShapes } from "./row-shapes.js";
import { isObject, own, type Path, type Shape, shapeIssues, strange, type Unknown, wrong } from "./shape.js";
import type { Command, CommandBase, CommandType } from "./types.js";

/** What a field may hold: nothing is said where it is right. */
type Judge = (value: unknown, path: Path) => Issue[];

const kind =
  (shape: Shape): Judge =>
  (value, path) =>
    shapeIssues(value, shape, path);
const [text, id, number, flag] = [kind("text"), kind("id"), kind("number"), kind("flag")];
const oneOf = (...allowed: readonly string[]): Judge => kind(allowed);
const table: Judge = oneOf(...tableNames);
const listOf =
  (judge: Judge, least = 0): Judge =>
  (value, path) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((entry: unknown, at) => judge(entry, [...path, at]))
      : wrong(path, `a list of at least ${least}`);

/** A row, part or set of fields; its own fields are looked at once the command's are right. */
const fields: Judge = (value, path) => (isObject(value) ? [] : wrong(path, "fields with their values"));
const row: Judge = (value, path) => (isObject(value) ? id(own(value, "id"), [...path, "id"]) : wrong(path, "a row"));
const subject: Judge = kind({ fields: { table: tableNames, id: "id" } });
const tablesOf =
  (judge: Judge): Judge =>
  (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, member]) => [
          ...table(name, [...path, name]),
          ...judge(member, [...path, name]),
        ])
      : wrong(path, "tables");
const idMap: Judge = (value, path) =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, member]) => id(member, [...path, key]))
    : wrong(path, "ids by id");

/** The fields of each command; a question mark marks those it can do without. */
const shapes: { readonly [Type in CommandType]: Readonly<Record<string, Judge>> } = {
  add: { table, row },
  change: { table, target: id, "set?": fields, "unset?": listOf(text) },
  remove: { table, target: id, references: oneOf("refuse", "clear") },
  move: { item: id, "parent?": id, "state?": id, "container?": id, "rank?": number },
  split: { item: id, as: oneOf("children", "siblings"), parts: listOf(row, 1), "chain?": flag },
  merge: { items: listOf(id, 1), into: id },
  link: {
    dependency: id,
    predecessor: id,
    successor: id,
    "linkType?": kind(rowShapes.dependencies["type"] ?? "text"),
    "lag?": fields,
  },
  unlink: { dependency: id },
  assign: {
    assignment: id,
    item: id,
    person: id,
    role: kind(rowShapes.assignments["role"] ?? "text"),
    "effortMinutes?": number,
  },
  unassign: { assignment: id },
  block: { item: id, "reason?": text },
  unblock: { item: id },
  accept: { item: id },
  reopen: { item: id, "state?": id, "reason?": text },
  commit: { commitment: id, due: text, "what?": text, "byId?": id, "toId?": id, "item?": id, "probability?": number },
  renegotiate: { commitment: id, due: text, "reason?": text },
  withdraw: { commitment: id, "reason?": text },
  resolve: { commitment: id, state: oneOf("met", "missed"), "note?": text },
  handoff: { dependency: id, change: oneOf("offer", "accept", "return"), "reason?": text },
  acknowledge: { subject, "person?": id },
  question: { subject, "question?": text, "person?": id },
  clarify: { subject, "note?": text },
  decide: { decision: id, result: text },
  read: { outcome: id, value: number },
  template: { template: tablesOf(listOf(row)), ids: tablesOf(idMap), "set?": fields },
};

/** The types of commands there are. */
export const commandTypes: readonly CommandType[] = Object.keys(shapes) as CommandType[];

function fieldIssues(command: Unknown, shape: Readonly<Record<string, Judge>>): Issue[] {
  const known = new Set(["id", "at", "by", "type", ...Object.keys(shape).map((name) => name.replace("?", ""))]);
  const unknown = Object.keys(command).filter((key) => !known.has(key));
  return [
    ...Object.entries(shape).flatMap(([name, judge]) => {
      const field = name.replace("?", "");
      const value = own(command, field);
      return value === undefined && name.endsWith("?") ? [] : judge(value, [field]);
    }),
    ...unknown.flatMap((field) => strange([], field)),
  ];
}

function stampIssues(value: Unknown): Issue[] {
  const [at, by] = [own(value, "at"), own(value, "by")];
  return [
    ...id(own(value, "id"), ["id"]),
    ...(typeof at === "string" ? parseInstant(at, ["at"]).issues : wrong(["at"], "an instant")),
    ...(by === undefined ? [] : id(by, ["by"])),
  ];
}

/** Reads the stamp of an undo or redo: what events need of a command. */
export function parseStamp(value: unknown): Result<CommandBase> {
  if (!isObject(value)) return refuse([issue("edit/invalid-command", { facts: { expected: "a stamp" } })]);
  const [first, ...rest] = stampIssues(value);
  return first === undefined ? ok(value as unknown as CommandBase) : refuse([first, ...rest]);
}

/** Rules that tie fields together. */
function ties(command: Command): Issue[] {
  if (command.type === "split") {
    const shares = command.parts.flatMap(({ share }) => share ?? []);
    if (shares.some((share) => !(share >= 0 && share <= 1))) return wrong(["parts"], "shares of 0 to 1");
    const sum = shares.reduce((total, share) => total + share, 0);
    const most = 1 + 1e-9;
    const mustBeWhole = command.as === "children" && shares.length > 0;
    if (sum > most || (mustBeWhole && sum < 2 - most))
      return wrong(["parts"], mustBeWhole ? "shares that add up to 1" : "shares of at most 1 in all");
  }
  if (command.type === "merge" && command.items.every((item) => item === command.into))
    return wrong(["items"], "another item");
  return [];
}

/**
 * Reads a command from JSON of unknown shape.
 *
 * Every field is checked for its kind, also those of rows it brings; a field nobody knows is refused by name, so that a
 * misspelt one is not passed over. Whether rows exist is the plan's to say: `applyCommand`.
 *
 * @param value - anything
 * @returns the command, or every fault with its path
 *
 * Issues: edit/invalid-command, edit/unknown-command, edit/unknown-field, kernel/invalid-time-text, kernel/impossible-date.
 * Time O(size), space O(size).
 * Source: own.
 *
 * @example
 * parseCommand({ id: "c", at: "2026-05-01T08:00:00Z", type: "unlink" }).issues.map((found) => [found.code, ...found.path]); // => [["edit/invalid-command", "dependency"]]
 */
export function parseCommand(value: unknown): Result<Command> {
  if (!isObject(value)) return refuse([issue("edit/invalid-command", { facts: { expected: "a command" } })]);
  const type = own(value, "type");
  const shape = typeof type === "string" && Object.hasOwn(shapes, type) ? shapes[type as CommandType] : undefined;
  if (shape === undefined)
    return refuse([
      issue("edit/unknown-command", {
        path: ["type"],
        facts: { found: typeof type === "string" ? type.slice(0, 80) : typeof type, expected: [...commandTypes] },
      }),
    ]);
  const [first, ...rest] = [...stampIssues(value), ...fieldIssues(value, shape)];
  if (first !== undefined) return refuse([first, ...rest]);
  const command = value as unknown as Command;
  const inner = rowIssues(command);
  const [tie, ...more] = inner.length > 0 ? inner : ties(command);
  return tie === undefined ? ok(value as unknown as Command) : refuse([tie, ...more]);
}
