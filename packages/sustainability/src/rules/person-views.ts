import type { Reference } from "@evenkeel/checks";
import type { PersonWork } from "../working-time/person-work.js";
import { beyondRecords, type Judged, type WorkingTime } from "../working-time/working-time.js";

/** What rule after rule asks of a person, made once. */
export interface PersonView {
  readonly person: Judged;
  readonly subject: Reference;
  /** Their work with the time in which windows reach beyond the records. */
  readonly beyond: PersonWork | undefined;
}

const viewed = new WeakMap<WorkingTime, readonly PersonView[]>();

const beyond = (work: PersonWork): PersonWork => ({
  ...work,
  from: work.from - beyondRecords,
  to: work.to + beyondRecords,
  anchor: work.from,
});

/** The views of all people, in their order. */
export function viewsOf(time: WorkingTime): readonly PersonView[] {
  const known = viewed.get(time);
  if (known !== undefined) return known;
  const views = time.people.map((person) => ({
    person,
    subject: { table: "people", id: person.id },
    beyond: person.work === undefined ? undefined : beyond(person.work),
  }));
  viewed.set(time, views);
  return views;
}
