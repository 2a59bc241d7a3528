import { acceptUnlessError, type Issue, issue, parseTimeText, type Result, refuse } from "@evenkeel/kernel";
import type { Subject } from "./common.js";
import type { EventBase, EventType, WorkEvent, WorkHistory } from "./history.js";
import { idTable } from "./id-table.js";
import { formatVersion, tableNames, type WorkPlan } from "./plan.js";
import { shown } from "./shown.js";
import { plainForm } from "./time-line.js";

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

/** What keeps something from being an event at all; undefined where it can be looked at closer. */
function missing(event: unknown): string | undefined {
  if (typeof event !== "object" || event === null) return "an event";
  const { at, recordedAt, subject } = event as { readonly [Field in keyof EventBase]?: unknown };
  if (typeof at !== "string" || (recordedAt !== undefined && typeof recordedAt !== "string")) return "texts of time";
  if (typeof subject !== "object" || subject === null) return "a subject";
  const { table, id } = subject as { readonly [Field in keyof Subject]?: unknown };
  return (tableNames as readonly unknown[]).includes(table) && typeof id === "string" ? undefined : "a table and an id";
}

/** Whether a table of a plan has a row with an id. */
type HasRow = (id: string) => boolean;

/** Looks rows up where the one before was found or next to it: histories often go through the rows in their order. */
function rowFinder(plan: WorkPlan, table: string): HasRow {
  const list: unknown = Object.hasOwn(plan, table) ? plan[table as keyof WorkPlan] : undefined;
  const rows = (Array.isArray(list) ? list : []) as readonly { readonly id: string }[];
  let ids: ReturnType<typeof idTable> | undefined;
  let at = 0;
  return (id) => {
    if (rows[at]?.id === id) return true;
    if (rows[at + 1]?.id === id) {
      at++;
      return true;
    }
    if (ids === undefined) {
      ids = idTable(rows);
      for (let row = 0; row < rows.length; row++) if (typeof rows[row]?.id === "string") ids.add(row);
    }
    const found = ids.find(id);
    if (found >= 0) at = found;
    return found >= 0;
  };
}

/** Whether a plan has the subject of an event; without a plan any. */
function subjectFinder(plan: WorkPlan | undefined): (subject: Subject) => boolean {
  if (plan === undefined) return () => true;
  const finders = new Map<string, HasRow>();
  let last: HasRow | undefined;
  let lastTable = "";
  return ({ table, id }) => {
    if (last === undefined || table !== lastTable) {
      last = finders.get(table) ?? rowFinder(plan, table);
      finders.set(table, last);
      lastTable = table;
    }
    return last(id);
  };
}

/** What the events of a history are judged by. */
interface Judge {
  readonly isKnown: (subject: Subject) => boolean;
  /** What the history says was removed, as table/id: it need not be there any more. */
  readonly removed: ReadonlySet<string>;
  /** Ids of all events, where some correct others. */
  readonly ids: ReadonlySet<string>;
  /** Whether an event before had the id of this one. */
  readonly isRepeated: (index: number) => boolean;
}

const types: ReadonlySet<string> = /* @__PURE__ */ new Set<string>(eventTypes);

function judgeTime(event: WorkEvent, index: number, field: "at" | "recordedAt", issues: Issue[]): void {
  const text = event[field];
  if (text === undefined || plainForm(text) !== undefined) return;
  const parsed = parseTimeText(text, ["events", index, field]);
  if (!parsed.ok) for (const found of parsed.issues) issues.push({ ...found, subject: [event.id] });
}

function judgeEvent(judge: Judge, event: WorkEvent, index: number, issues: Issue[]): void {
  const { id, type, subject, corrects } = event;
  if (typeof id !== "string" || id === "")
    issues.push(issue("core/missing-id", { path: ["events", index, "id"], facts: { table: "events" } }));
  else if (judge.isRepeated(index))
    issues.push(
      issue("core/duplicate-id", { path: ["events", index, "id"], subject: [id], facts: { table: "events", id } }),
    );
  if (!types.has(type)) {
    const facts = { id, found: shown(type) };
    issues.push(issue("core/unknown-event-type", { path: ["events", index, "type"], subject: [id], facts }));
  }
  judgeTime(event, index, "at", issues);
  judgeTime(event, index, "recordedAt", issues);
  if (!judge.isKnown(subject) && !judge.removed.has(`${subject.table}/${subject.id}`)) {
    const facts = { table: "events", id, field: "subject", found: subject.id, targets: [subject.table] };
    issues.push(issue("core/dangling-reference", { path: ["events", index, "subject"], subject: [id], facts }));
  }
  if (corrects !== undefined && !judge.ids.has(corrects)) {
    const facts = { table: "events", id, field: "corrects", found: corrects, targets: ["events"] };
    issues.push(issue("core/dangling-reference", { path: ["events", index, "corrects"], subject: [id], facts }));
  }
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
  const before = issues.length;
  const removed = new Set<string>();
  let isCorrecting = false;
  events.forEach((event, index) => {
    const expected = missing(event);
    if (expected !== undefined) {
      issues.push(issue("core/invalid-event", { path: ["events", index], facts: { at: index, expected } }));
      return;
    }
    const { type, subject, corrects } = event as WorkEvent;
    if (type === "removed") removed.add(`${subject.table}/${subject.id}`);
    isCorrecting ||= corrects !== undefined;
  });
  if (issues.length > before) return acceptUnlessError(history, issues);
  const seen = idTable(history.events);
  const judge: Judge = {
    isKnown: subjectFinder(plan),
    removed,
    ids: new Set(isCorrecting ? history.events.map(({ id }) => id) : []),
    isRepeated: (index) => seen.add(index) >= 0,
  };
  history.events.forEach((event, index) => {
    judgeEvent(judge, event, index, issues);
  });
  return acceptUnlessError(history, issues);
}
