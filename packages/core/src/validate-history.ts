import { acceptUnlessError, type Issue, issue, parseTimeText, type Result, refuse } from "@evenkeel/kernel";
import type { Subject } from "./common.js";
import type { EventBase, EventType, WorkHistory } from "./history.js";
import { formatVersion, tableNames, type WorkPlan } from "./plan.js";
import { onTimeLine } from "./time-line.js";

/** The types of events, as data. */
export const eventTypes: readonly EventType[] = [
  "created",
  "removed",
  "stateChanged",
  "membershipChanged",
  "assigned",
  "unassigned",
  "blocked",
  "unblocked",
  "estimated",
  "commitmentMade",
  "commitmentRenegotiated",
  "commitmentWithdrawn",
  "commitmentMet",
  "commitmentMissed",
  "handoffOffered",
  "handoffAccepted",
  "handoffReturned",
  "expectationClarified",
  "expectationAcknowledged",
  "expectationQuestioned",
  "decisionMade",
  "accepted",
  "reopened",
  "outcomeRead",
  "scopeChanged",
  "linkChanged",
  "dateChanged",
  "changed",
];

/** A value as a text that cannot fail: objects of strangers may not turn into one. */
const shown = (value: unknown): string => (typeof value === "object" ? typeof value : String(value));

/** What keeps something from being an event at all; undefined where it can be looked at closer. */
function missing(event: unknown): string | undefined {
  if (typeof event !== "object" || event === null) return "an event";
  const { at, recordedAt, subject } = event as { readonly [Field in keyof EventBase]?: unknown };
  if (typeof at !== "string" || (recordedAt !== undefined && typeof recordedAt !== "string")) return "texts of time";
  if (typeof subject !== "object" || subject === null) return "a subject";
  const { table, id } = subject as { readonly [Field in keyof Subject]?: unknown };
  return (tableNames as readonly unknown[]).includes(table) && typeof id === "string" ? undefined : "a table and an id";
}

/** Whether an id was asked about before. As long as ids rise none was, and a list of them takes a fraction of the memory of a set. */
function repeats(): (id: string) => boolean {
  const rising: string[] = [];
  let seen: Set<string> | undefined;
  return (id) => {
    const last = rising.at(-1);
    if (seen === undefined && (last === undefined || last < id)) {
      rising.push(id);
      return false;
    }
    seen ??= new Set(rising);
    if (seen.has(id)) return true;
    seen.add(id);
    return false;
  };
}

/**
 * Checks every invariant of a history and reports all faults at once; repairs nothing.
 *
 * @param history - a history as read from anywhere
 * @param plan - when given, each event's subject must be a row of it
 * @returns the same history, or all issues in the order of the events
 *
 * Issues: core/format-version, core/invalid-event (alone: the rest is looked at once all are events), core/missing-id, core/duplicate-id, core/dangling-reference, core/unknown-event-type,
 * kernel/invalid-time-text, kernel/impossible-date.
 * Time O(events), space O(events).
 * Source: own.
 *
 * @example
 * validateHistory({ formatVersion: 1, events: [] }).ok; // => true
 */
export function validateHistory(history: WorkHistory, plan?: WorkPlan): Result<WorkHistory> {
  const issues: Issue[] = [];
  if (typeof history !== "object" || history === null)
    return refuse([issue("core/format-version", { facts: { found: typeof history, expected: formatVersion } })]);
  if (history.formatVersion !== formatVersion) {
    issues.push(
      issue("core/format-version", {
        path: ["formatVersion"],
        facts: { found: shown(history.formatVersion), expected: formatVersion },
      }),
    );
  }
  const events: readonly unknown[] = Array.isArray(history.events) ? history.events : [undefined];
  events.forEach((event, index) => {
    const expected = missing(event);
    if (expected !== undefined)
      issues.push(issue("core/invalid-event", { path: ["events", index], facts: { at: index, expected } }));
  });
  if (issues.some(({ code }) => code === "core/invalid-event")) return acceptUnlessError(history, issues);
  // What a history says was removed need not be there any more.
  const removed = new Set(
    history.events.flatMap(({ type, subject }) => (type === "removed" ? [`${subject.table}/${subject.id}`] : [])),
  );
  const types = new Set<string>(eventTypes);
  const isCorrecting = history.events.some(({ corrects }) => corrects !== undefined);
  const ids = new Set(isCorrecting ? history.events.map(({ id }) => id) : []);
  const isRepeated = repeats();
  const rows = new Map<string, Set<string>>();
  let [lastTable, lastId] = ["", ""];
  const known = (table: string, id: string): boolean => {
    // The events of one row often follow each other.
    if (plan === undefined || (id === lastId && table === lastTable)) return true;
    let held = rows.get(table);
    if (held === undefined) {
      const list = Object.hasOwn(plan, table) ? plan[table as keyof WorkPlan] : undefined;
      held = new Set(Array.isArray(list) ? list.map((row: { id: string }) => row.id) : []);
      rows.set(table, held);
    }
    if (!held.has(id)) return false;
    [lastTable, lastId] = [table, id];
    return true;
  };
  history.events.forEach((event, index) => {
    const at = (field: string): (string | number)[] => ["events", index, field];
    if (typeof event.id !== "string" || event.id === "")
      issues.push(issue("core/missing-id", { path: at("id"), facts: { table: "events" } }));
    else if (isRepeated(event.id)) {
      issues.push(
        issue("core/duplicate-id", { path: at("id"), subject: [event.id], facts: { table: "events", id: event.id } }),
      );
    }
    if (!types.has(event.type)) {
      issues.push(
        issue("core/unknown-event-type", {
          path: at("type"),
          subject: [event.id],
          facts: { id: event.id, found: shown(event.type) },
        }),
      );
    }
    for (const field of ["at", "recordedAt"] as const) {
      const text = event[field];
      const isRead = text === undefined || onTimeLine(text) !== undefined;
      const parsed = isRead ? undefined : parseTimeText(text, at(field));
      if (parsed !== undefined && !parsed.ok)
        issues.push(...parsed.issues.map((found) => ({ ...found, subject: [event.id] })));
    }
    const { table, id } = event.subject;
    if (!known(table, id) && !removed.has(`${table}/${id}`)) {
      const facts = { table: "events", id: event.id, field: "subject", found: id, targets: [table] };
      issues.push(issue("core/dangling-reference", { path: at("subject"), subject: [event.id], facts }));
    }
    if (event.corrects !== undefined && !ids.has(event.corrects)) {
      const facts = { table: "events", id: event.id, field: "corrects", found: event.corrects, targets: ["events"] };
      issues.push(issue("core/dangling-reference", { path: at("corrects"), subject: [event.id], facts }));
    }
  });
  return acceptUnlessError(history, issues);
}
