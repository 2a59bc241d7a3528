import type { Person } from "@evenkeel/core";
import { type Draft, defined, sourceOf, table } from "./draft.js";

/** Notes a person and gives the id; the first spelling of a name holds, more is added, nothing replaced. */
export function notePerson(
  draft: Draft,
  tool: string,
  person: {
    readonly id: string;
    readonly name?: string | undefined;
    readonly email?: string | undefined;
    readonly zone?: string | undefined;
  },
): string {
  const people = table(draft, "people");
  const before = people.get(person.id);
  const row = defined<Person>({
    id: person.id,
    // An id stands for a name only until somewhere the name is told.
    name: before === undefined || before.name === before.id ? (person.name ?? person.id) : before.name,
    email: before?.email ?? person.email,
    zone: before?.zone ?? person.zone,
    sources: before?.sources ?? [sourceOf(draft, tool, person.id)],
  });
  people.set(person.id, row);
  return person.id;
}
