import type { TableName, WorkRecords } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";

/** Id and type of the object by which a log says that it holds our documents. */
export const marker = "evenkeel";
/** Version of this way to write them. */
export const dialectVersion = "1";
/** Time of the first value of an attribute, as the format has it. */
export const beginning = "1970-01-01T00:00:00Z";

/** Tables of records, whose rows are objects as those of the plan are. */
export const recordTables: readonly (keyof WorkRecords)[] = [
  "workIntervals",
  "loggedEffort",
  "onCallShifts",
  "incidents",
  "contactEvents",
  "leave",
  "optOuts",
  "surveys",
];

/** Objects that hold what stands beside the tables of a document. */
export const headers = ["plan", "history", "records"] as const;

const suffix = ":json";

/** Types of values that are written as they read. */
export type ScalarType = "string" | "float" | "boolean";

function scalarType(value: unknown): ScalarType | undefined {
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "float";
  return typeof value === "boolean" ? "boolean" : undefined;
}

function scalarText(value: unknown): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Types of the attributes of one type of object or event, in the order they were met. */
export type Declarations = Map<string, ScalarType>;

/** Fields as attributes: scalars as texts with a declared type; lists, objects and the odd type out as JSON under `name:json`. */
export function encodeFields(
  fields: readonly (readonly [string, unknown])[],
  declared: Declarations,
): [string, string][] {
  const written: [string, string][] = [];
  for (const [name, value] of fields) {
    if (value === undefined) continue;
    const type = name.endsWith(suffix) ? undefined : scalarType(value);
    const before = declared.get(name);
    if (type !== undefined && (before === undefined || before === type)) {
      declared.set(name, type);
      written.push([name, scalarText(value)]);
    } else {
      declared.set(name + suffix, "string");
      written.push([name + suffix, JSON.stringify(value)]);
    }
  }
  return written;
}

/** The field and value of an attribute; undefined where the text does not fit. */
export function decodeField(
  name: string,
  text: Json,
  type: string | undefined,
  parse: (text: string) => Json | undefined,
): readonly [string, Json] | undefined {
  if (typeof text !== "string") return undefined;
  if (name.endsWith(suffix)) {
    const value = parse(text);
    return value === undefined ? undefined : [name.slice(0, -suffix.length), value];
  }
  if (type === "boolean") return text === "true" || text === "false" ? [name, text === "true"] : undefined;
  if (type !== "float") return [name, text];
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? [name, number] : undefined;
}

/** Tables the reference of a field may point into. */
const targets = new Map<string, readonly TableName[]>([
  ["actor", ["people"]],
  ["assigneeId", ["people", "teams"]],
  ["byId", ["people", "teams"]],
  ["calendarId", ["calendars"]],
  ["deciderId", ["people"]],
  ["fromId", ["items"]],
  ["itemId", ["items"]],
  ["itemIds", ["items"]],
  ["outcomeIds", ["outcomes"]],
  ["ownerId", ["people", "teams"]],
  ["personId", ["people"]],
  ["predecessorId", ["items"]],
  ["projectId", ["projects"]],
  ["resourceId", ["resources"]],
  ["successorId", ["items"]],
  ["teamId", ["teams"]],
  ["toId", ["items", "people", "teams"]],
  ["workflowId", ["workflows"]],
]);

/** Id of the object of a row. */
export const objectId = (table: string, id: string): string => `${table}/${id}`;

/** The references among the fields of a row that are objects of the log; they repeat the fields for tools that draw them. */
export function referencesOf(
  table: string,
  fields: readonly (readonly [string, unknown])[],
  known: ReadonlySet<string>,
): { readonly objectId: string; readonly qualifier: string }[] {
  return fields.flatMap(([name, value]) => {
    const tables = name === "parentId" ? [table] : (targets.get(name) ?? []);
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === "string");
    return ids.flatMap((id) => {
      const found = tables.map((each) => objectId(each, id)).find((each) => known.has(each));
      return found === undefined ? [] : [{ objectId: found, qualifier: name }];
    });
  });
}
