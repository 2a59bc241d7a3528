import type { Assignment, Person, Resource } from "@evenkeel/core";
import { attributeOf } from "../attribute-values.js";
import { addRow, defined, sourceOf, table, warn } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import { readRecords } from "../xml-records.js";
import { child, children, type XmlElement } from "../xml-tree.js";
import type { PlannerReading } from "./values.js";

/** Type 2 is material, all others work. */
function readResource({ draft, fateOf }: PlannerReading, element: XmlElement): boolean {
  const id = attributeOf(element, "id");
  if (id === undefined) warn(draft, "planner-missing-id", [element.line], [], { element: "resource" });
  if (id === undefined || table(draft, "people").has(id) || table(draft, "resources").has(id)) return false;
  const calendar = attributeOf(element, "calendar");
  const shared = {
    id,
    name: attributeOf(element, "name") ?? id,
    calendarId: calendar !== undefined && table(draft, "calendars").has(calendar) ? calendar : undefined,
    sources: [sourceOf(draft, "planner", id)],
    customFields: keepRest(element, "project/resources/resource", fateOf) as Person["customFields"],
  };
  const path = [element.line, "resource"];
  if (attributeOf(element, "type") === "2")
    return addRow(draft, "resources", defined<Resource>({ ...shared, kind: "material" }), path);
  return addRow(draft, "people", defined<Person>({ ...shared, email: attributeOf(element, "email") }), path);
}

function readAllocation({ draft, values, fateOf }: PlannerReading, element: XmlElement): boolean {
  const [itemId, workerId] = [attributeOf(element, "task-id") ?? "", attributeOf(element, "resource-id") ?? ""];
  const isItem = table(draft, "items").has(itemId);
  const isPerson = table(draft, "people").has(workerId);
  if (!isItem || !(isPerson || table(draft, "resources").has(workerId))) {
    const [field, reference] = isItem ? ["resource-id", workerId] : ["task-id", itemId];
    warn(draft, "any-dangling-reference", [element.line, "allocation"], [itemId, workerId], {
      item: itemId,
      reference,
      field,
    });
    return false;
  }
  const units = values.number(element, "units");
  const base = `${itemId}:${workerId}`;
  const row = defined<Assignment>({
    id: table(draft, "assignments").has(base) ? `${base}:${element.line}` : base,
    itemId,
    personId: isPerson ? workerId : undefined,
    resourceId: isPerson ? undefined : workerId,
    role: "responsible",
    units: units === undefined ? undefined : units / 100,
    customFields: keepRest(element, "project/allocations/allocation", fateOf) as Assignment["customFields"],
  });
  return addRow(draft, "assignments", row, [element.line, "allocation"]);
}

/** Reads resources, then who works on what. */
export function readPlannerResources(reading: PlannerReading, root: XmlElement): void {
  const all = [
    ...children(child(root, "resources"), "resource").map((element) => [element, readResource] as const),
    ...children(child(root, "allocations"), "allocation").map((element) => [element, readAllocation] as const),
  ];
  readRecords(reading, all);
}
