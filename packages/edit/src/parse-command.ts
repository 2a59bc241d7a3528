import { tableNames } from "@evenkeel/core";
import { type Issue, issue, ok, parseInstant, type Result, refuse } from "@evenkeel/kernel";
import type { Command, CommandBase, CommandType } from "./types.js";

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
/** What a field may hold: nothing is said where it is right. */
type Judge = (value: unknown, path: Path) => Issue[];

const wrong = (path: Path, expected: string): Issue[] => [issue("edit/invalid-command", { path, facts: { expected } })];
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const own = (value: Fields, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

const text: Judge = (value, path) => (typeof value === "string" ? [] : wrong(path, "a text"));
const id: Judge = (value, path) => (typeof value === "string" && value !== "" ? [] : wrong(path, "an id"));
const number: Judge = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? [] : wrong(path, "a finite number");
const flag: Judge = (value, path) => (typeof value === "boolean" ? [] : wrong(path, "true or false"));
const oneOf =
  (...allowed: readonly string[]): Judge =>
  (value, path) =>
    typeof value === "string" && allowed.includes(value) ? [] : wrong(path, allowed.join(", "));
const table: Judge = oneOf(...tableNames);
const listOf =
  (judge: Judge, least = 0): Judge =>
  (value, path) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((entry: unknown, at) => judge(entry, [...path, at]))
      : wrong(path, `a list of at least ${least}`);

const mostDepth = 64;

/** Plain JSON: no NaN, no undefined, no cycles, no depth that no document has. */
const json: Judge = (value, path) => {
  const open: { readonly value: unknown; readonly path: Path }[] = [{ value, path }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.path.length - path.length > mostDepth) return wrong(path, `JSON at most ${mostDepth} deep`);
    if (Array.isArray(at.value)) {
      for (const [index, entry] of at.value.entries()) open.push({ value: entry, path: [...at.path, index] });
    } else if (isFields(at.value)) {
      for (const [key, member] of Object.entries(at.value)) open.push({ value: member, path: [...at.path, key] });
    } else if (
      typeof at.value === "number" ? !Number.isFinite(at.value) : !["string", "boolean"].includes(typeof at.value)
    )
      return wrong(at.path, "JSON without null");
  }
  return [];
};

const fieldName: Judge = (value, path) =>
  typeof value === "string" && /^[a-z][A-Za-z0-9]{0,63}$/.test(value) && value !== "id"
    ? []
    : wrong(path, "a field other than id");
const row: Judge = (value, path) => {
  if (!isFields(value)) return wrong(path, "a row");
  const names = Object.keys(value).filter((key) => key !== "id");
  return [
    ...id(own(value, "id"), [...path, "id"]),
    ...names.flatMap((key) => fieldName(key, [...path, key])),
    ...json(value, path),
  ];
};
const fields: Judge = (value, path) =>
  isFields(value)
    ? Object.entries(value).flatMap(([key, member]) => [
        ...fieldName(key, [...path, key]),
        ...json(member, [...path, key]),
      ])
    : wrong(path, "fields with their values");
const subject: Judge = (value, path) =>
  isFields(value)
    ? [...table(own(value, "table"), [...path, "table"]), ...id(own(value, "id"), [...path, "id"])]
    : wrong(path, "a table and an id");
const part: Judge = (value, path) => {
  if (!isFields(value)) return wrong(path, "a part");
  const { share, ...rest } = value;
  const isShare = share === undefined || (typeof share === "number" && share >= 0 && share <= 1);
  return [
    ...row(rest, path),
    ...text(own(value, "title"), [...path, "title"]),
    ...(isShare ? [] : wrong([...path, "share"], "0 to 1")),
  ];
};
const tablesOf =
  (judge: Judge): Judge =>
  (value, path) =>
    isFields(value)
      ? Object.entries(value).flatMap(([name, member]) => [
          ...table(name, [...path, name]),
          ...judge(member, [...path, name]),
        ])
      : wrong(path, "tables");
const idMap: Judge = (value, path) =>
  isFields(value)
    ? Object.entries(value).flatMap(([key, member]) => id(member, [...path, key]))
    : wrong(path, "ids by id");

const roles = [
  "accountable",
  "responsible",
  "consulted",
  "informed",
  "driver",
  "approver",
  "recommender",
  "agreer",
  "decider",
];

/** The fields of each command; a question mark marks those it can do without. */
const shapes: { readonly [Type in CommandType]: Readonly<Record<string, Judge>> } = {
  add: { table, row },
  change: { table, target: id, "set?": fields, "unset?": listOf(fieldName) },
  remove: { table, target: id, references: oneOf("refuse", "clear") },
  move: { item: id, "parent?": id, "state?": id, "container?": id, "rank?": number },
  split: { item: id, as: oneOf("children", "siblings"), parts: listOf(part, 1), "chain?": flag },
  merge: { items: listOf(id, 1), into: id },
  link: { dependency: id, predecessor: id, successor: id, "linkType?": oneOf("FS", "SS", "FF", "SF"), "lag?": fields },
  unlink: { dependency: id },
  assign: { assignment: id, item: id, person: id, role: oneOf(...roles), "effortMinutes?": number },
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

function shapeIssues(command: Fields, shape: Readonly<Record<string, Judge>>): Issue[] {
  const known = new Set(["id", "at", "by", "type", ...Object.keys(shape).map((name) => name.replace("?", ""))]);
  const strange = Object.keys(command).filter((key) => !known.has(key));
  return [
    ...Object.entries(shape).flatMap(([name, judge]) => {
      const field = name.replace("?", "");
      const value = own(command, field);
      return value === undefined && name.endsWith("?") ? [] : judge(value, [field]);
    }),
    ...strange.map((field) => issue("edit/unknown-field", { path: [field], facts: { field } })),
  ];
}

function stampIssues(value: Fields): Issue[] {
  const [at, by] = [own(value, "at"), own(value, "by")];
  return [
    ...id(own(value, "id"), ["id"]),
    ...(typeof at === "string" ? parseInstant(at, ["at"]).issues : wrong(["at"], "an instant")),
    ...(by === undefined ? [] : id(by, ["by"])),
  ];
}

/** Reads the stamp of an undo or redo: what events need of a command. */
export function parseStamp(value: unknown): Result<CommandBase> {
  if (!isFields(value)) return refuse([issue("edit/invalid-command", { facts: { expected: "a stamp" } })]);
  const [first, ...rest] = stampIssues(value);
  return first === undefined ? ok(value as unknown as CommandBase) : refuse([first, ...rest]);
}

/** Rules that tie fields together. */
function ties(command: Command): Issue[] {
  if (command.type === "split") {
    const sum = command.parts.reduce((total, { share }) => total + (share ?? 0), 0);
    const most = 1 + 1e-9;
    const mustBeWhole = command.as === "children" && command.parts.some(({ share }) => share !== undefined);
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
 * Every field is checked for its kind; a field it does not know is refused by name, so that a misspelt one is not passed
 * over. Whether rows exist is the plan's to say: `applyCommand`.
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
  if (!isFields(value)) return refuse([issue("edit/invalid-command", { facts: { expected: "a command" } })]);
  const type = own(value, "type");
  const shape = typeof type === "string" && Object.hasOwn(shapes, type) ? shapes[type as CommandType] : undefined;
  if (shape === undefined)
    return refuse([
      issue("edit/unknown-command", {
        path: ["type"],
        facts: { found: typeof type === "string" ? type.slice(0, 80) : typeof type, expected: [...commandTypes] },
      }),
    ]);
  const [first, ...rest] = [...stampIssues(value), ...shapeIssues(value, shape)];
  if (first !== undefined) return refuse([first, ...rest]);
  const [tie, ...more] = ties(value as unknown as Command);
  return tie === undefined ? ok(value as unknown as Command) : refuse([tie, ...more]);
}
