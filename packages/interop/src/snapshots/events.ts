import { onTimeLine, type Row, type TableName, tableNames, times, type WorkEvent, type WorkPlan } from "@evenkeel/core";
import { tellChanges } from "@evenkeel/edit";
import { compareText, type Json } from "@evenkeel/kernel";

/** Fields that change without anything having happened to the work: place in the file, stamps of change, what has no word. */
const silent: ReadonlySet<string> = new Set(["rank", "updatedAt", "sources", "customFields", "extensions"]);
const dated = new Set(times.flatMap(({ table, field }) => (/[.[]/.test(field) ? [] : [`${table}.${field}`])));

function spoken(row: Row): Row {
  const entries = Object.entries(row).flatMap(([field, value]): [string, unknown][] => {
    if (silent.has(field)) return [];
    if (field !== "memberships") return [[field, value]];
    return [[field, (value as readonly object[]).map((each) => ({ ...each, rank: undefined }))]];
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as Row;
}

/** The plan as far as its changes are events; stored schedules are left out, they change as a whole with every computation. */
export function spokenPlan(plan: WorkPlan): WorkPlan {
  const tables = tableNames.flatMap((table) => {
    const rows = table === "schedules" ? [] : ((plan[table] ?? []) as readonly Row[]);
    return rows.length === 0 ? [] : [[table, rows.map(spoken).sort((a, b) => compareText(a.id, b.id))]];
  });
  return { formatVersion: 1, ...Object.fromEntries(tables) };
}

type Facts = Readonly<Record<string, Json | undefined>>;
const factsOf = (event: WorkEvent): Facts => event as unknown as Facts;

const resolved = new Map([
  ["met", "commitmentMet"],
  ["missed", "commitmentMissed"],
  ["withdrawn", "commitmentWithdrawn"],
]);

/** A change of a field in the word histories have for it. */
function worded(event: WorkEvent): WorkEvent {
  if (event.type !== "changed") return event;
  const { field, from, to, type: _type, ...base } = event;
  const { table } = event.subject;
  if (table === "commitments" && field === "due" && typeof to === "string")
    return { ...base, type: "commitmentRenegotiated", due: to };
  const verb = table === "commitments" && field === "state" ? resolved.get(String(to)) : undefined;
  if (verb !== undefined) return { ...base, type: verb } as WorkEvent;
  if (!dated.has(`${table}.${field}`)) return event;
  return {
    ...base,
    type: "dateChanged",
    field,
    ...(typeof from === "string" ? { from } : {}),
    ...(typeof to === "string" ? { to } : {}),
  };
}

/** What an event is about, so that a recorded one is known to tell the same. */
export function matterOf(event: WorkEvent): string {
  const { table, id } = event.subject;
  const facts = factsOf(event);
  const what =
    event.type === "changed" || event.type === "dateChanged"
      ? ["field", event.field]
      : event.type === "estimated"
        ? ["field", "estimates"]
        : event.type === "unblocked"
          ? ["blocked"]
          : event.type === "unassigned"
            ? ["assigned", event.assigneeId]
            : [event.type, facts["containerId"] ?? facts["assigneeId"] ?? ""];
  return JSON.stringify([table, id, ...what]);
}

const idOf = ({ at, subject, type }: WorkEvent, index: number): string =>
  ["inferred", at, String(index).padStart(6, "0"), subject.table, subject.id, type].join(" ");

/** What happened to whom between two exports; dated not before the first, not after the second. */
export function eventsBetween(
  before: { readonly at: string; readonly plan: WorkPlan },
  after: { readonly at: string; readonly plan: WorkPlan },
): WorkEvent[] {
  const interval = { notBefore: before.at, notAfter: after.at };
  return tellChanges(before.plan, after.plan, { id: "inferred", at: after.at }).map((event, index) => {
    const said = worded(event);
    return { ...said, id: idOf(said, index), source: "inferred", extensions: { interval } };
  });
}

const dayMillis = 86_400_000;

/** Whether a time, a day as the whole of it, can lie within (from, to]. */
export function isWithin(at: string, from: number, to: number): boolean {
  const start = onTimeLine(at);
  if (start === undefined) return false;
  const end = at.length === 10 ? start + dayMillis - 1 : start;
  return end > from && start <= to;
}

/** The times an inferred event lies between. */
export function intervalOf({ at, extensions }: WorkEvent): readonly [number, number] {
  const interval = (extensions?.["interval"] ?? {}) as { readonly notBefore?: string; readonly notAfter?: string };
  return [onTimeLine(interval.notBefore ?? at) ?? 0, onTimeLine(interval.notAfter ?? at) ?? 0];
}

/** The table and id of what an event is about. */
export const placeOf = ({ subject }: WorkEvent): `${TableName} ${string}` => `${subject.table} ${subject.id}`;
