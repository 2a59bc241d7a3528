import { type Issue, issue } from "@evenkeel/kernel";

/**
 * What a value of a document looks like: a kind of text, number or flag; `json` for what the model has no word for; one of
 * some values; a list; an object; one of several objects, told apart by `kind`.
 */
export type Shape =
  | "text"
  | "id"
  | "number"
  | "flag"
  | "json"
  | readonly (string | number)[]
  | { readonly list: Shape }
  | { readonly fields: Fields }
  | { readonly kinds: readonly Fields[] };

/** Shapes by field; a question mark marks a field an object can do without. */
export interface Fields {
  readonly [name: string]: Shape;
}

/** Where a value stands in what the caller gave. */
export type Path = readonly (string | number)[];
/** An object of unknown content. */
export type Unknown = Readonly<Record<string, unknown>>;

/** The issue of a value that is not what is expected at its place. */
export const wrong = (path: Path, expected: string): Issue[] => [
  issue("edit/invalid-command", { path, facts: { expected } }),
];
/** The issue of a field that means nothing where it stands. */
export const strange = (path: Path, field: string): Issue[] => [
  issue("edit/unknown-field", { path: [...path, field], facts: { field } }),
];
/** Whether a value is an object with fields, and no list. */
export const isObject = (value: unknown): value is Unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** A field an object has itself; what every object inherits is none. */
export const own = (value: Unknown, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

interface Part {
  readonly shape: Shape;
  readonly isRequired: boolean;
}

const partsOf = new WeakMap<Fields, ReadonlyMap<string, Part>>();

/** The parts of an object by the name of their field. */
export function partsBy(fields: Fields): ReadonlyMap<string, Part> {
  const known = partsOf.get(fields);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(fields).map(([name, shape]): [string, Part] =>
      name.endsWith("?") ? [name.slice(0, -1), { shape, isRequired: false }] : [name, { shape, isRequired: true }],
    ),
  );
  partsOf.set(fields, made);
  return made;
}

const mostDepth = 64;

/** Plain JSON: no NaN, no undefined, no cycles, no depth that no document has. */
function jsonIssues(value: unknown, path: Path): Issue[] {
  const open: { readonly value: unknown; readonly path: Path }[] = [{ value, path }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.path.length - path.length > mostDepth) return wrong(path, `JSON at most ${mostDepth} deep`);
    if (Array.isArray(at.value)) {
      for (const [index, entry] of at.value.entries()) open.push({ value: entry, path: [...at.path, index] });
    } else if (isObject(at.value)) {
      for (const [key, member] of Object.entries(at.value)) open.push({ value: member, path: [...at.path, key] });
    } else if (typeof at.value === "number" ? !Number.isFinite(at.value) : !isPlain(at.value))
      return wrong(at.path, "JSON");
  }
  return [];
}
const isPlain = (value: unknown): boolean => value === null || ["string", "boolean"].includes(typeof value);

/** What keeps a value from having a shape. Recursion follows the shape, so it ends however deep the value is. */
export function shapeIssues(value: unknown, shape: Shape, path: Path): Issue[] {
  switch (shape) {
    case "text":
      return typeof value === "string" ? [] : wrong(path, "a text");
    case "id":
      return typeof value === "string" && value !== "" ? [] : wrong(path, "an id");
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? [] : wrong(path, "a finite number");
    case "flag":
      return typeof value === "boolean" ? [] : wrong(path, "true or false");
    case "json":
      return isObject(value) ? jsonIssues(value, path) : wrong(path, "fields with their values");
    default:
  }
  if ("list" in shape)
    return Array.isArray(value)
      ? value.flatMap((entry: unknown, at) => shapeIssues(entry, shape.list, [...path, at]))
      : wrong(path, "a list");
  if ("fields" in shape) return objectIssues(value, shape.fields, path);
  if ("kinds" in shape) {
    const kind = isObject(value) ? own(value, "kind") : undefined;
    const fields = shape.kinds.find(({ kind: allowed }) => Array.isArray(allowed) && allowed.includes(kind));
    return fields === undefined ? wrong([...path, "kind"], "a kind there is") : objectIssues(value, fields, path);
  }
  return (shape as readonly unknown[]).includes(value) ? [] : wrong(path, shape.join(", "));
}

/** What keeps a value from being an object of some fields, all required ones there and no other. */
export function objectIssues(value: unknown, fields: Fields, path: Path): Issue[] {
  if (!isObject(value)) return wrong(path, "an object");
  const parts = partsBy(fields);
  const issues: Issue[] = [];
  for (const [name, { shape, isRequired }] of parts) {
    if (Object.hasOwn(value, name))
      for (const found of shapeIssues(value[name], shape, [...path, name])) issues.push(found);
    else if (isRequired) issues.push(...wrong([...path, name], "this field"));
  }
  for (const name of Object.keys(value)) if (!parts.has(name)) issues.push(...strange(path, name));
  return issues;
}
