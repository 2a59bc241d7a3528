import type { Row, TableName } from "@evenkeel/core";
import type { Issue } from "@evenkeel/kernel";
import { rowShapes, sources } from "./row-shapes.js";
import { type Fields, objectIssues, type Path, partsBy, type Shape, shapeIssues, strange, wrong } from "./shape.js";
import type { Command } from "./types.js";

const ofEvery: Fields = { id: "id", "sources?": sources, "customFields?": "json", "extensions?": "json" };
const rowFields = new Map<TableName, Fields>();

/** The fields of the rows of a table. */
function fieldsOf(table: TableName): Fields {
  const known = rowFields.get(table) ?? { ...ofEvery, ...rowShapes[table] };
  rowFields.set(table, known);
  return known;
}

let partFields: Fields | undefined;
/** The fields of a part of a split: those of an item, less what the split says, and its share. */
function fieldsOfPart(): Fields {
  if (partFields !== undefined) return partFields;
  const { kind, "parentId?": _parent, ...rest } = fieldsOf("items");
  partFields = { ...rest, "kind?": kind as Shape, "share?": "number" };
  return partFields;
}

const setIssues = (table: TableName, set: object, path: Path): Issue[] =>
  Object.entries(set).flatMap(([field, value]) => {
    const part = field === "id" ? undefined : partsBy(fieldsOf(table)).get(field);
    return part === undefined ? strange(path, field) : shapeIssues(value, part.shape, [...path, field]);
  });

const unsetIssues = (table: TableName, unset: readonly string[], path: Path): Issue[] =>
  unset.flatMap((field, at) => {
    const part = field === "id" ? undefined : partsBy(fieldsOf(table)).get(field);
    if (part === undefined) return strange([...path, at], field);
    return part.isRequired ? wrong([...path, at], "a field rows can be without") : [];
  });

function templateIssues({ template, set = {} }: Extract<Command, { readonly type: "template" }>): Issue[] {
  const tables = Object.entries(template) as [TableName, readonly Row[]][];
  return [
    ...setIssues("items", set, ["set"]),
    ...tables.flatMap(([table, rows]) =>
      rows.flatMap((row, at) =>
        objectIssues(table === "items" ? { ...row, ...set, id: row.id } : row, fieldsOf(table), [
          "template",
          table,
          at,
        ]),
      ),
    ),
  ];
}

/**
 * Whether the rows and fields a command brings have the shape the schema of plans gives them, so that a plan that was edited
 * can always be read again, and no algorithm meets a value it does not know.
 *
 * @param command - its own fields are of the right kind
 */
export function rowIssues(command: Command): Issue[] {
  switch (command.type) {
    case "add":
      return objectIssues(command.row, fieldsOf(command.table), ["row"]);
    case "change":
      return [
        ...setIssues(command.table, command.set ?? {}, ["set"]),
        ...unsetIssues(command.table, command.unset ?? [], ["unset"]),
      ];
    case "split":
      return command.parts.flatMap((part, at) => objectIssues(part, fieldsOfPart(), ["parts", at]));
    case "link":
      return command.lag === undefined ? [] : setIssues("dependencies", { lag: command.lag }, []);
    case "template":
      return templateIssues(command);
    default:
      return [];
  }
}
