import type { Person, Resource } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf } from "../draft.js";
import { childText, type XmlElement } from "../xml-tree.js";
import type { KeptOf } from "./own-fields.js";
import { flagOf, numberOf } from "./values.js";

const resourcePlace = "Project/Resources/Resource";

function kindOf(draft: Draft, element: XmlElement): "person" | Resource["kind"] {
  const type = numberOf(draft, element, "Type") ?? 1;
  if (type === 2 || flagOf(element, "IsCostResource") === true) return "cost";
  if (type === 0) return "material";
  return flagOf(element, "IsGeneric") === true ? "placeholder" : "person";
}

/** Reads a resource into a person, or into a resource when it is material, cost or generic. */
export function readResource(draft: Draft, element: XmlElement, id: string, keptOf: KeptOf): boolean {
  const kind = kindOf(draft, element);
  const calendarId = childText(element, "CalendarUID");
  const shared = {
    id,
    name: childText(element, "Name") ?? `#${id}`,
    calendarId: calendarId === undefined || calendarId.startsWith("-") ? undefined : calendarId,
    sources: [sourceOf(draft, "mspdi", id, childText(element, "ID"))],
    customFields: keptOf(element, resourcePlace),
  };
  if (kind === "person") {
    const active = flagOf(element, "IsInactive") === true ? false : undefined;
    const person = defined<Person>({ ...shared, email: childText(element, "EmailAddress"), active });
    return addRow(draft, "people", person, [element.line, "Resource"]);
  }
  const resource = defined<Resource>({ ...shared, kind, unit: childText(element, "MaterialLabel") });
  return addRow(draft, "resources", resource, [element.line, "Resource"]);
}
