import type { Assignment, Person } from "@evenkeel/core";
import { attributeOf } from "../attribute-values.js";
import { addRow, defined, sourceOf, table, warn } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import { readRecords } from "../xml-records.js";
import { child, children, type XmlElement } from "../xml-tree.js";
import { dayOf, type GanttReading } from "./tasks.js";

function readResource({ draft, fateOf }: GanttReading, element: XmlElement): boolean {
  const id = attributeOf(element, "id");
  if (id === undefined) warn(draft, "gan-missing-id", [element.line], [], { element: "resource" });
  if (id === undefined) return false;
  const contacts = attributeOf(element, "contacts");
  const row = defined<Person>({
    id,
    name: attributeOf(element, "name") ?? id,
    email: contacts,
    sources: [sourceOf(draft, "ganttproject", id)],
    customFields: keepRest(element, "project/resources/resource", fateOf) as Person["customFields"],
  });
  return addRow(draft, "people", row, [element.line, "resource"]);
}

function readAllocation({ draft, values, fateOf }: GanttReading, element: XmlElement): boolean {
  const [itemId, personId] = [attributeOf(element, "task-id") ?? "", attributeOf(element, "resource-id") ?? ""];
  const isItem = table(draft, "items").has(itemId);
  if (!isItem || !table(draft, "people").has(personId)) {
    const [field, reference] = isItem ? ["resource-id", personId] : ["task-id", itemId];
    warn(draft, "any-dangling-reference", [element.line, "allocation"], [itemId, personId], {
      item: itemId,
      reference,
      field,
    });
    return false;
  }
  const base = `${itemId}:${personId}`;
  const load = values.number(element, "load");
  const row = defined<Assignment>({
    id: table(draft, "assignments").has(base) ? `${base}:${element.line}` : base,
    itemId,
    personId,
    role: values.text(element, "responsible") === "true" ? "accountable" : "responsible",
    units: load === undefined ? undefined : load / 100,
    customFields: keepRest(element, "project/allocations/allocation", fateOf) as Assignment["customFields"],
  });
  return addRow(draft, "assignments", row, [element.line, "allocation"]);
}

function readVacation(reading: GanttReading, element: XmlElement): boolean {
  const people = table(reading.draft, "people");
  const id = attributeOf(element, "resourceid") ?? "";
  const [from, to] = [dayOf(reading, element, "start"), dayOf(reading, element, "end")];
  const person = people.get(id);
  if (person === undefined || from === undefined || to === undefined || to < from) {
    reading.values.refuse(element, person === undefined ? "resourceid" : "end", "a resource, and days in order");
    return false;
  }
  people.set(id, { ...person, away: [...(person.away ?? []), { from, to }] });
  return true;
}

/** Reads resources as people, then who works on what and who is away. */
export function readGanttResources(reading: GanttReading, root: XmlElement): void {
  const all = [
    ...children(child(root, "resources"), "resource").map((element) => [element, readResource] as const),
    ...children(child(root, "allocations"), "allocation").map((element) => [element, readAllocation] as const),
    ...children(child(root, "vacations"), "vacation").map((element) => [element, readVacation] as const),
  ];
  readRecords(reading, all);
}
