import type { Json } from "@evenkeel/kernel";
import { compareText } from "@evenkeel/kernel";
import { parseForeignTime } from "../foreign-time.js";
import { isObject, type JsonObject, member, numberAt, textAt } from "../json-text.js";
import { addStory, changed, dateMoved, moved, type Step, type Story } from "../trackers/story.js";
import { sortable, toolTime } from "../trackers/times.js";
import { either, eitherValue } from "../trackers/values.js";
import { actorOf, type GitlabContext, noteText, personOf, type Ticket } from "./context.js";
import { noteTimebox } from "./issues.js";
import { currentStanding, isStatusLabel, labelState, type Standing, stateOf, statusState } from "./states.js";

interface Change {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly value: JsonObject;
  readonly isInferred?: boolean;
}

const labelName = (value: Json): string | undefined =>
  textAt(value, "label", "name") ?? textAt(value, "label", "title");
const isGone = (value: Json): boolean => either(value, "action") === "remove";

/** The word of a state event, also as a note of the tool says it. */
function endOf(value: JsonObject): "closed" | "opened" | "merged" | undefined {
  const state = either(value, "state")?.toLowerCase();
  if (state === "closed" || state === "merged") return state;
  if (state === "reopened" || state === "opened") return "opened";
  if (member(value, "system") !== true) return undefined;
  const body = noteText(value) ?? "";
  if (/^(status changed to )?closed\b/i.test(body)) return "closed";
  if (/^(status changed to )?reopened\b/i.test(body)) return "opened";
  return /^(status changed to )?merged\b/i.test(body) ? "merged" : undefined;
}

const isNote = (value: JsonObject): boolean =>
  noteText(value) !== undefined && either(value, "resource_type") === undefined;

/** The changes of an issue, oldest first; what the tool's own events say is not read a second time from its notes. */
function changesOf(context: GitlabContext, ticket: Ticket): Change[] {
  const seen = new Set<string>();
  const all = ticket.events.flatMap(({ value, path }, index): Change[] => {
    const when = eitherValue(value, "created_at", "createdAt");
    const at = toolTime(context.draft, when, [...path, "created_at"], [ticket.id]);
    const kind = isNote(value)
      ? "note"
      : labelName(value) !== undefined
        ? "label"
        : member(value, "milestone") === undefined
          ? "state"
          : "milestone";
    const id = `${ticket.id}:${kind}:${either(value, "id") ?? index}`;
    if (at === undefined || seen.has(id)) {
      context.draft.lost.set(value, at === undefined ? "no time" : "the same event again");
      return [];
    }
    seen.add(id);
    return [{ id, at, actor: actorOf(context.draft, value), value }];
  });
  const hasStates = all.some(({ value }) => !isNote(value) && endOf(value) !== undefined);
  const found = all.filter(({ value }) => {
    const isCopy = hasStates && isNote(value) && endOf(value) !== undefined;
    if (isCopy) context.draft.lost.set(value, "said by an event of the tool");
    return !isCopy;
  });
  // At one instant a label is taken off before another one is put on.
  return found.sort(
    (a, b) =>
      compareText(sortable(a.at), sortable(b.at)) ||
      Number(isGone(b.value)) - Number(isGone(a.value)) ||
      compareText(a.id, b.id),
  );
}

/** A label that says how far the issue is, unless another one replaces it at the same instant. */
function isReplaced(changes: readonly Change[], at: number): boolean {
  const now = changes[at] as Change;
  return changes.some(
    (other, index) =>
      index > at && other.at === now.at && !isGone(other.value) && isStatusLabel(labelName(other.value) ?? ""),
  );
}

function after(context: GitlabContext, standing: Standing, changes: readonly Change[], at: number): Standing {
  const { value } = changes[at] as Change;
  const label = labelName(value);
  if (label !== undefined && isStatusLabel(label)) {
    if (!isGone(value)) return { ...standing, status: labelState(context, label) };
    const isOn = standing.status === `label:${label}` && !isReplaced(changes, at);
    return isOn ? { ...standing, status: undefined } : standing;
  }
  const end = endOf(value);
  if (end !== undefined) return { ...standing, end: end === "opened" ? undefined : end };
  const status =
    member(value, "system") === true
      ? /^(?:set|changed) (?:the )?status (?:to|from \*\*.+?\*\* to) \*\*(.+?)\*\*/i.exec(noteText(value) ?? "")
      : null;
  return status === null ? standing : { ...standing, status: statusState(context, status[1]) };
}

/** The label or status an issue had before its first change. */
function initialStatus(
  context: GitlabContext,
  changes: readonly Change[],
  now: Standing | undefined,
): string | undefined {
  const first = changes.find(({ value }) => isStatusLabel(labelName(value) ?? ""));
  if (first !== undefined)
    return isGone(first.value) ? labelState(context, labelName(first.value) as string) : undefined;
  const noted = changes.some(
    ({ value }) => member(value, "system") === true && /^(set|changed) (the )?status/i.test(noteText(value) ?? ""),
  );
  return noted ? undefined : now?.status;
}

const account = /@([\w.-]*[\w-])/g;

/** Dates the tool tells in English prose alone: `changed due date to March 10, 2026`. */
const dateNote =
  /\b(?:changed|set|removed) (due|start) date(?: (?:from .{1,40}? )?to ([A-Z][a-z]{2,8} \d{1,2}, \d{4}))?/g;

function datesTold(body: string): Step["told"][] {
  return [...body.matchAll(dateNote)].flatMap(([, which, shown]) => {
    const time = shown === undefined ? undefined : parseForeignTime(shown);
    if (time !== undefined && !time.ok) return [];
    return dateMoved(which === "due" ? "dueDate" : "startDate", undefined, time?.text);
  });
}

function noteSteps(context: GitlabContext, change: Change): Step[] {
  const { id, at, actor, value } = change;
  const body = noteText(value) ?? "";
  const step = (told: Step["told"], suffix = ""): Step => ({ id: `${id}${suffix}`, at, actor, told });
  if (member(value, "system") !== true) return [step(changed("comment", undefined, body))];
  const parts = [...body.matchAll(/\b(un)?assigned (?:to )?((?:@[\w.-]+(?:,? and |, )?)+)/g)];
  const people = parts.flatMap((part) =>
    [...(part[2] ?? "").matchAll(account)].map((name) => [part[1] === "un", name[1] as string] as const),
  );
  if (people.length > 0)
    return people.map(([isOff, name], index) =>
      step(
        {
          type: isOff ? "unassigned" : "assigned",
          assigneeId: personOf(context.draft, name) as string,
          role: "responsible",
        },
        `:${index}`,
      ),
    );
  const dates = datesTold(body);
  return dates.length > 0
    ? dates.map((told, index) => step(told, index === 0 ? "" : `:${index}`))
    : [step(changed("note", undefined, body))];
}

function plainSteps(context: GitlabContext, ticket: Ticket, change: Change): Step[] {
  const { id, at, actor, value } = change;
  const step = (told: Step["told"], subject?: Step["subject"]): Step => ({
    id,
    at,
    actor,
    told,
    ...(subject === undefined ? {} : { subject }),
  });
  const label = labelName(value);
  if (label !== undefined)
    return [step(isGone(value) ? changed("labels", label, undefined) : changed("labels", undefined, label))];
  const box = eitherValue(value, "milestone", "iteration");
  if (isObject(box)) {
    const kind = member(value, "milestone") === undefined ? "iteration" : "release";
    const timebox = noteTimebox(context, box, undefined, kind);
    if (timebox !== undefined)
      return [
        step(
          { type: "scopeChanged", itemId: ticket.id, change: isGone(value) ? "removed" : "added" },
          { table: "timeboxes", id: timebox },
        ),
      ];
  }
  const weight = numberAt(value, "weight");
  if (weight !== undefined) return [step({ type: "estimated", of: "points", to: weight })];
  if (isNote(value)) return noteSteps(context, change);
  // A label that was deleted since has no name any more.
  const isOfLabel = isObject(value) && Object.hasOwn(value, "label");
  const field = isOfLabel ? "labels" : (either(value, "action") ?? "state");
  return [step(changed(field, undefined, either(value, "state", "action")))];
}

/** Adds the events of an issue: every close, reopening and change of the label that says how far it is, with its instant. */
export function addHistory(context: GitlabContext, ticket: Ticket, createdAt: string | undefined): Story {
  const { draft } = context;
  const now = currentStanding(context, ticket);
  const changes = changesOf(context, ticket);
  const closedAt = toolTime(
    draft,
    eitherValue(ticket.seen, "closed_at", "closedAt"),
    [...ticket.path, "closed_at"],
    [ticket.id],
  );
  const tellsEnd = changes.some(({ value }) => endOf(value) !== undefined);
  if (!tellsEnd && now?.end !== undefined && closedAt !== undefined)
    changes.push({
      id: `${ticket.id}:+closed`,
      at: closedAt,
      actor: undefined,
      value: { state: now.end },
      isInferred: true,
    });
  let standing: Standing = { end: undefined, status: initialStatus(context, changes, now) };
  const first = stateOf(context, ticket, standing);
  let state = first;
  const steps = changes.flatMap((change, index): Step[] => {
    standing = after(context, standing, changes, index);
    const next = stateOf(context, ticket, standing);
    if (next === state) return change.isInferred === true ? [] : plainSteps(context, ticket, change);
    const from = state;
    state = next;
    const { id, at, actor } = change;
    return [
      {
        id,
        at,
        actor,
        told: moved(next, from),
        ...(change.isInferred === true ? { source: "inferred" as const } : {}),
      },
    ];
  });
  const made = { at: createdAt, actor: personOf(draft, member(ticket.seen, "author")), source: "exact" as const };
  return addStory(draft, ticket.id, { ...made, current: first, isCut: ticket.isCut }, steps);
}
