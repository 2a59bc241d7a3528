import type { Reference } from "@evenkeel/checks";
import type { PersonWork } from "../working-time/person-work.js";
import { beyondRecords, type Judged, type WorkingTime } from "../working-time/working-time.js";

/** What rule after rule asks of a person, made once. */
export interface PersonView {
  readonly person: Judged;
  readonly subject: Reference;
  /** What a verdict rests on that names no rows. */
  readonly alone: readonly Reference[];
  /** Their work with the time in which windows reach beyond the records. */
  readonly beyond: PersonWork | undefined;
}

const viewed = new WeakMap<WorkingTime, readonly PersonView[]>();

function beyond({ sheet, person, from, to, clock, leave, incidents }: PersonWork): PersonWork {
  return {
    sheet,
    person,
    from: from - beyondRecords,
    to: to + beyondRecords,
    anchor: from,
    clock,
    leave,
    incidents,
  };
}

/** The views of all people, in their order. */
export function viewsOf(time: WorkingTime): readonly PersonView[] {
  const known = viewed.get(time);
  if (known !== undefined) return known;
  const views = time.people.map((person): PersonView => {
    const subject = { table: "people", id: person.id };
    return { person, subject, alone: [subject], beyond: person.work === undefined ? undefined : beyond(person.work) };
  });
  viewed.set(time, views);
  return views;
}
