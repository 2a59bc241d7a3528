import type { LoggedEffort } from "@evenkeel/core";
import { defined } from "../draft.js";
import { listAt, member } from "../json-text.js";
import { toolTime } from "../trackers/times.js";
import { either } from "../trackers/values.js";
import { type Cell, idOf, type MondayContext, type Pulse, personOf } from "./context.js";

const millisecondsAMinute = 60_000;

/** Adds the sessions of a time tracking column as logged effort, and says whether there were any; one still running has no length yet. */
export function addSessions(context: MondayContext, pulse: Pulse, cell: Cell): boolean {
  const stated = listAt(cell.record, "history");
  const sessions = stated.length > 0 ? stated : listAt(cell.value, "additional_value");
  const rows = sessions.flatMap((session, index): LoggedEffort[] => {
    const time = (name: string) =>
      toolTime(context.draft, member(session, name), [...pulse.path, cell.column.id, index, name], [pulse.id]);
    const [from, to] = [time("started_at"), time("ended_at")];
    if (from === undefined || to === undefined) return [];
    const minutes = (Date.parse(to) - Date.parse(from)) / millisecondsAMinute;
    if (!(minutes >= 0)) return [];
    const id = `${pulse.id}:${idOf(session) ?? `${cell.column.id}:${index}`}`;
    const personId = personOf(context, either(session, "started_user_id"));
    return [defined<LoggedEffort>({ id, itemId: pulse.id, on: from, minutes, personId })];
  });
  context.draft.loggedEffort.push(...rows);
  return rows.length > 0;
}
