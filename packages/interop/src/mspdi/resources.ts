import type { Assignment, Period, Person, Resource } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import type { FateRule } from "../tally.js";
import { childText, type XmlElement } from "../xml-tree.js";
import { flagOf, minutesOf, numberOf, timeOf } from "./values.js";

type FateOf = (source: string) => Omit<FateRule, "source">;

const resourcePlace = "Project/Resources/Resource";
const assignmentPlace = "Project/Assignments/Assignment";

function kindOf(draft: Draft, element: XmlElement): "person" | Resource["kind"] {
  const type = numberOf(draft, element, "Type") ?? 1;
  if (type === 2 || flagOf(element, "IsCostResource") === true) return "cost";
  if (type === 0) return "material";
  return flagOf(element, "IsGeneric") === true ? "placeholder" : "person";
}

/** Reads a resource into a person, or into a resource when it is material, cost or generic. */
export function readResource(draft: Draft, element: XmlElement, id: string, fateOf: FateOf): boolean {
  const kind = kindOf(draft, element);
  const calendarId = childText(element, "CalendarUID");
  const shared = {
    id,
    name: childText(element, "Name") ?? `#${id}`,
    calendarId: calendarId === undefined || calendarId.startsWith("-") ? undefined : calendarId,
    sources: [sourceOf(draft, "mspdi", id, childText(element, "ID"))],
    customFields: keepRest(element, resourcePlace, fateOf) as Person["customFields"],
  };
  if (kind === "person") {
    const active = flagOf(element, "IsInactive") === true ? false : undefined;
    const person = defined<Person>({ ...shared, email: childText(element, "EmailAddress"), active });
    return addRow(draft, "people", person, [element.line, "Resource"]);
  }
  const resource = defined<Resource>({ ...shared, kind, unit: childText(element, "MaterialLabel") });
  return addRow(draft, "resources", resource, [element.line, "Resource"]);
}

/** Reads an assignment; one without a known task or resource is left out with an issue. */
export function readAssignment(draft: Draft, element: XmlElement, fateOf: FateOf): boolean {
  const path = [element.line, "Assignment"];
  const itemId = childText(element, "TaskUID") ?? "";
  const resourceId = childText(element, "ResourceUID") ?? "";
  const isPerson = table(draft, "people").has(resourceId);
  const isKnown = isPerson || table(draft, "resources").has(resourceId);
  const id = childText(element, "UID") ?? `${itemId}:${resourceId}`;
  if (!table(draft, "items").has(itemId) || !isKnown) {
    const isItem = table(draft, "items").has(itemId);
    const [field, reference] = isItem ? ["ResourceUID", resourceId] : ["TaskUID", itemId];
    warn(draft, "any-dangling-reference", path, [id, reference], { item: id, reference, field });
    return false;
  }
  const [from, to] = [timeOf(draft, element, "Start"), timeOf(draft, element, "Finish")];
  const row = defined<Assignment>({
    id,
    itemId,
    personId: isPerson ? resourceId : undefined,
    resourceId: isPerson ? undefined : resourceId,
    role: "responsible",
    effortMinutes: minutesOf(draft, element, "Work"),
    remainingEffortMinutes: minutesOf(draft, element, "RemainingWork"),
    actualEffortMinutes: minutesOf(draft, element, "ActualWork"),
    overtimeEffortMinutes: minutesOf(draft, element, "OvertimeWork"),
    units: numberOf(draft, element, "Units"),
    during: from === undefined && to === undefined ? undefined : defined<Period>({ from, to }),
    sources: [sourceOf(draft, "mspdi", id)],
    customFields: keepRest(element, assignmentPlace, fateOf) as Assignment["customFields"],
  });
  return addRow(draft, "assignments", row, path);
}
