import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { LinkInput, ProjectInput, ScheduleEdit, ScheduleInput } from "./types.js";

interface Edited {
  readonly input: ScheduleInput;
  /** Takes the edits back, in order. */
  readonly inverse: readonly ScheduleEdit[];
}

const missing = (target: string): Result<never> =>
  refuse([issue("scheduling/unknown-edit-target", { subject: [target], facts: { target } })]);

/** Puts a row in the place of the one that `isSame`, else at the end. */
function put<T>(
  rows: readonly T[],
  row: T,
  isSame: (other: T) => boolean,
): { readonly rows: readonly T[]; readonly old: T | undefined } {
  const at = rows.findIndex(isSame);
  return at === -1 ? { rows: [...rows, row], old: undefined } : { rows: rows.with(at, row), old: rows[at] };
}

/** Whether a link is the one of this type between these two. */
export function isLinkOf({ predecessor, successor, type = "FS" }: LinkInput): (other: LinkInput) => boolean {
  return (other) => other.predecessor === predecessor && other.successor === successor && (other.type ?? "FS") === type;
}

const isTiedTo =
  (id: string) =>
  ({ predecessor, successor }: LinkInput): boolean =>
    predecessor === id || successor === id;
const putting = (link: LinkInput): ScheduleEdit => ({ kind: "putLink", link });

const projectOf = ({
  calendars: _calendars,
  activities: _activities,
  links: _links,
  ...project
}: ScheduleInput): ProjectInput => project;

function edited(input: ScheduleInput, edit: ScheduleEdit): Result<Edited> {
  const { activities, links = [], calendars = [] } = input;
  if (edit.kind === "putActivity") {
    const { activity } = edit;
    const { rows, old } = put(activities, activity, ({ id }) => id === activity.id);
    // Links put before the activity they tie go with it when it is removed: they have edits of their own to take them back.
    const inverse: ScheduleEdit[] =
      old === undefined
        ? [{ kind: "removeActivity", id: activity.id }, ...links.filter(isTiedTo(activity.id)).map(putting)]
        : [{ kind: "putActivity", activity: old }];
    return ok({ input: { ...input, activities: rows }, inverse });
  }
  if (edit.kind === "removeActivity") {
    const old = activities.find(({ id }) => id === edit.id);
    if (old === undefined) return missing(edit.id);
    const isTied = isTiedTo(edit.id);
    const inverse: ScheduleEdit[] = [{ kind: "putActivity", activity: old }, ...links.filter(isTied).map(putting)];
    const left = { activities: activities.filter((row) => row !== old), links: links.filter((link) => !isTied(link)) };
    return ok({ input: { ...input, ...left }, inverse });
  }
  if (edit.kind === "putLink") {
    const { link } = edit;
    const { rows, old } = put(links, link, isLinkOf(link));
    const { predecessor, successor, type = "FS" } = link;
    const inverse: ScheduleEdit =
      old === undefined ? { kind: "removeLink", predecessor, successor, type } : { kind: "putLink", link: old };
    return ok({ input: { ...input, links: rows }, inverse: [inverse] });
  }
  if (edit.kind === "removeLink") {
    const { kind: _kind, ...target } = edit;
    const old = links.find(isLinkOf(target));
    if (old === undefined) return missing(`${edit.predecessor} ${edit.type ?? "FS"} ${edit.successor}`);
    return ok({
      input: { ...input, links: links.filter((link) => link !== old) },
      inverse: [{ kind: "putLink", link: old }],
    });
  }
  if (edit.kind === "putCalendar") {
    const { calendar } = edit;
    const { rows, old } = put(calendars, calendar, ({ id }) => id === calendar.id);
    const inverse: ScheduleEdit =
      old === undefined ? { kind: "removeCalendar", id: calendar.id } : { kind: "putCalendar", calendar: old };
    return ok({ input: { ...input, calendars: rows }, inverse: [inverse] });
  }
  if (edit.kind === "removeCalendar") {
    const old = calendars.find(({ id }) => id === edit.id);
    if (old === undefined) return missing(edit.id);
    const left = calendars.filter((calendar) => calendar !== old);
    return ok({ input: { ...input, calendars: left }, inverse: [{ kind: "putCalendar", calendar: old }] });
  }
  const inverse: ScheduleEdit = { kind: "putProject", project: projectOf(input) };
  return ok({ input: { ...edit.project, calendars, activities, links }, inverse: [inverse] });
}

/** The plan after edits, and what takes them back; refused with the first whose target is not there. */
export function applyEdits(input: ScheduleInput, edits: readonly ScheduleEdit[]): Result<Edited> {
  let now = input;
  let inverse: readonly ScheduleEdit[] = [];
  for (const edit of edits) {
    const result = edited(now, edit);
    if (!result.ok) return result;
    now = result.value.input;
    inverse = [...result.value.inverse, ...inverse];
  }
  return ok({ input: now, inverse });
}
