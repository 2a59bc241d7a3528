import * as fc from "fast-check";
import { applyEdits } from "../apply-edits.js";
import { type OpenSchedule, openSchedule } from "../open-schedule.js";
import { schedule } from "../schedule.js";
import type { Schedule, ScheduleEdit, ScheduleInput } from "../types.js";
import { anyRichSchedule, anyScheduleEdit } from "./any-rich-schedule.js";
import type { Law } from "./law.js";

/** A schedule as text, whatever the order of its rows. */
function textOf({ activities, ...rest }: Schedule): string {
  const rows = [...activities].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify([rest.start, rest.finish, rows]);
}

interface Walk {
  readonly open: OpenSchedule;
  readonly input: ScheduleInput;
}

/** Opens a plan and edits it; after each edit `check` sees what is open and what a computation from scratch says. */
function walk(
  input: ScheduleInput,
  edits: readonly (readonly ScheduleEdit[])[],
  check: (open: OpenSchedule, scratch: ReturnType<typeof schedule>, before: string) => boolean,
): boolean {
  const opened = openSchedule(input);
  if (!opened.ok) return !schedule(input).ok;
  let now: Walk = { open: opened.value, input };
  return edits.every((batch) => {
    const before = textOf(now.open.schedule());
    const changed = applyEdits(now.input, batch);
    const scratch = changed.ok ? schedule(changed.value.input) : changed;
    const result = now.open.edit(...batch);
    if (result.ok !== scratch.ok) return false;
    if (result.ok && changed.ok) now = { ...now, input: changed.value.input };
    return check(now.open, scratch, before);
  });
}

const batches = fc.array(fc.array(anyScheduleEdit(), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

/** What edits of an open schedule owe. */
export function editLaws(): Law[] {
  return [
    {
      name: "after every edit the dates are those of a computation from scratch; a refused edit changes none",
      statedRuns: 100_000,
      property: fc.property(anyRichSchedule(), batches, (input, edits) =>
        walk(
          input,
          edits,
          (open, scratch, before) => textOf(open.schedule()) === (scratch.ok ? textOf(scratch.value) : before),
        ),
      ),
    },
    {
      name: "single rows are those of the whole; what moved is what differs",
      statedRuns: 10_000,
      property: fc.property(anyRichSchedule(), batches, (input, edits) =>
        walk(input, edits, (open) =>
          open.schedule().activities.every((row) => JSON.stringify(open.activity(row.id)) === JSON.stringify(row)),
        ),
      ),
    },
    {
      name: "undoing all edits gives the first dates back, and a branch leaves its trunk alone",
      statedRuns: 10_000,
      property: fc.property(anyRichSchedule(), batches, (input, edits) => {
        const opened = openSchedule(input);
        if (!opened.ok) return true;
        const trunk = opened.value;
        const first = textOf(trunk.schedule());
        const branch = trunk.branch();
        const done = edits.filter((batch) => branch.edit(...batch).ok).length;
        const isApart = textOf(trunk.schedule()) === first;
        for (let step = 0; step < done; step++) branch.undo();
        return isApart && textOf(branch.schedule()) === first && !branch.undo().ok;
      }),
    },
  ];
}
