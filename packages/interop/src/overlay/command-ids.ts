import type { Row, TableName } from "@evenkeel/core";
import type { Command } from "@evenkeel/edit";
import { type IdMap, mapFields, mapRow, mapSubject } from "../map-ids.js";

const [party, people] = [["people", "teams"], ["people"]] as const;

/** Fields of commands that hold one id of a row. */
const fields: { readonly [field: string]: readonly TableName[] } = {
  item: ["items"],
  parent: ["items"],
  into: ["items"],
  predecessor: ["items"],
  successor: ["items"],
  container: ["containers"],
  dependency: ["dependencies"],
  assignment: ["assignments"],
  commitment: ["commitments"],
  decision: ["decisions"],
  outcome: ["outcomes"],
  person: people,
  byId: party,
  toId: party,
};

type Template = Extract<Command, { readonly type: "template" }>["template"];

/** A template with the ids of the plan's rows mapped; those of its own rows are its own. */
function mapTemplate(template: Template, map: IdMap): Template {
  const own = new Set(Object.entries(template).flatMap(([table, rows]) => rows.map(({ id }) => `${table} ${id}`)));
  const outside: IdMap = (id, tables) => (tables.some((table) => own.has(`${table} ${id}`)) ? id : map(id, tables));
  return Object.fromEntries(
    Object.entries(template).map(([table, rows]) => [
      table,
      rows.map((row) => mapFields(table as TableName, row, outside)),
    ]),
  );
}

/** The command with every id of a row mapped; ids of states stay. */
export function mapCommand(command: Command, map: IdMap): Command {
  const own = Object.entries(command).map(([field, value]): [string, unknown] => {
    const tables = field === "by" ? people : Object.hasOwn(fields, field) ? fields[field] : undefined;
    return [field, tables !== undefined && typeof value === "string" ? map(value, tables) : value];
  });
  const mapped = Object.fromEntries(own) as unknown as Command;
  switch (mapped.type) {
    case "add":
      return { ...mapped, row: mapRow(mapped.table, mapped.row as Row, map) } as Command;
    case "change": {
      const { table, target, set } = mapped;
      return {
        ...mapped,
        target: map(target, [table]),
        ...(set === undefined ? {} : { set: mapFields(table, set, map) }),
      };
    }
    case "remove":
      return { ...mapped, target: map(mapped.target, [mapped.table]) };
    case "split":
      return { ...mapped, parts: mapped.parts.map((part) => mapRow("items", part as typeof part & Row, map)) };
    case "merge":
      return { ...mapped, items: mapped.items.map((id) => map(id, ["items"])) };
    case "acknowledge":
    case "question":
    case "clarify":
      return { ...mapped, subject: mapSubject(mapped.subject, map) };
    case "template":
      return {
        ...mapped,
        template: mapTemplate(mapped.template, map),
        ...(mapped.set === undefined ? {} : { set: mapFields("items", mapped.set, map) }),
      };
    default:
      return mapped;
  }
}
