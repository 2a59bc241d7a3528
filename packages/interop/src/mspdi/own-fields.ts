import type { Row } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { keepRest } from "../keep-rest.js";
import type { FateRule } from "../tally.js";
import { child, children, childText, type XmlElement } from "../xml-tree.js";

/** A field the owner of a plan added: what people call it, and the values it may be chosen from. */
interface OwnField {
  /** Its name where people gave one, else the tool's, such as `Text1`. */
  readonly label: string;
  /** The tool's name, which tells apart fields people call alike. */
  readonly name: string;
  /** Values to choose from, by their numbers and GUIDs. */
  readonly values: ReadonlyMap<string, string>;
}

/** Fields by the numbers that tasks, resources and assignments name them by. */
type OwnFields = ReadonlyMap<string, OwnField>;

/** Values of a list; one below another is its path, as the tool shows it. */
function valuesOf(definition: XmlElement): Map<string, string> {
  const separator = childText(children(child(definition, "Masks"), "Mask")[0], "Separator") ?? ".";
  const rows = ["Values", "ValueList"].flatMap((list) => children(child(definition, list), "Value"));
  const values = new Map<string, string>();
  for (const row of rows) {
    const own = childText(row, "Value") ?? "";
    const above = values.get(childText(row, "ParentValueID") ?? "0");
    const shown = above === undefined ? own : `${above}${separator}${own}`;
    const ids = [childText(row, "ValueID") ?? childText(row, "ID"), childText(row, "FieldGUID")];
    for (const id of ids) if (id !== undefined && !values.has(id)) values.set(id, shown);
  }
  return values;
}

/** The fields a file defines: extended attributes, and outline codes with their values. */
function ownFieldsOf(root: XmlElement): OwnFields {
  const fields = new Map<string, OwnField>();
  const definitions = [
    ...children(child(root, "ExtendedAttributes"), "ExtendedAttribute"),
    ...children(child(root, "OutlineCodes"), "OutlineCode"),
  ];
  for (const definition of definitions) {
    const name = childText(definition, "FieldName");
    const label = childText(definition, "Alias") ?? name;
    const values = valuesOf(definition);
    for (const id of [childText(definition, "FieldID"), childText(definition, "SecondaryPID")]) {
      if (id === undefined || id === "0") continue;
      const before = fields.get(id);
      // A list of values may be defined apart from the field it belongs to.
      if (before !== undefined) fields.set(id, { ...before, values: new Map([...before.values, ...values]) });
      else if (label !== undefined) fields.set(id, { label, name: name ?? label, values });
    }
  }
  return fields;
}

/** What of an element has no place in the model. */
export type KeptOf = (element: XmlElement, place: string) => Row["customFields"];

/**
 * What stays of an element, and before it the values of its own fields by the names people see.
 *
 * A label that is an element of the format too, or that two fields have, is followed by the tool's name of the field.
 */
function withOwnFields(fields: OwnFields, element: XmlElement, rest: Row["customFields"]): Row["customFields"] {
  // Without what has no place in the model nothing is kept.
  if (fields.size === 0 || rest === undefined) return rest;
  const named = new Map<string, Json>();
  for (const each of element.children) {
    if (each.name !== "ExtendedAttribute" && each.name !== "OutlineCode") continue;
    const field = fields.get(childText(each, "FieldID") ?? "");
    const chosen = childText(each, "ValueGUID") ?? childText(each, "ValueID") ?? "";
    const value = childText(each, "Value") ?? field?.values.get(chosen);
    if (field === undefined || value === undefined) continue;
    const isTaken = Object.hasOwn(rest, field.label) || named.has(field.label);
    named.set(isTaken ? `${field.label} (${field.name})` : field.label, value);
  }
  return named.size === 0 ? rest : { ...Object.fromEntries(named), ...rest };
}

/** Keeps what has no place in the model, in files with this root. */
export function keeperOf(root: XmlElement, fateOf: (source: string) => Omit<FateRule, "source">): KeptOf {
  const fields = ownFieldsOf(root);
  return (element, place) => withOwnFields(fields, element, keepRest(element, place, fateOf) as Row["customFields"]);
}
