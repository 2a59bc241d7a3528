import type { EventBase, StateCategory, WorkEvent, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, type Draft, defined, sourceOf, table } from "../draft.js";
import { notePerson } from "../people.js";
import { answeredCategory } from "../state-answers.js";
import { attribute, meet, type XesEvent, type XesReading } from "./events.js";
import { attributesJson, nodeJson, type XesNode } from "./nodes.js";

/** States of the log in the making: activities, and activities that are over while the next has not begun. */
export type XesStates = Map<string, { readonly id: string; readonly name: string; readonly category: StateCategory }>;

/** The id of a state; one text for all events, so that the text of the log is not held. */
function stateFor(draft: Draft, states: XesStates, activity: string, isOver: boolean): string {
  const id = isOver ? `${activity} (complete)` : activity;
  const before = states.get(id);
  if (before !== undefined) return before.id;
  states.set(id, { id, name: id, category: answeredCategory(draft, id) ?? (isOver ? "waiting" : "active") });
  return id;
}

/** In order of time; events of one time stay as the file has them. */
function inOrder(events: XesEvent[]): readonly XesEvent[] {
  const isSorted = events.every((event, index) => index === 0 || (events[index - 1]?.order ?? 0) <= event.order);
  return isSorted ? events : events.sort((a, b) => a.order - b.order);
}

function isSame(a: XesEvent | undefined, b: XesEvent): boolean {
  return (
    a !== undefined &&
    a.order === b.order &&
    a.activity === b.activity &&
    a.transition === b.transition &&
    a.resource === b.resource
  );
}

/** The person of a resource; one row and one text for all its events. */
function actorOf(reading: XesReading, resource: string): string {
  const before = reading.actors.get(resource);
  if (before !== undefined) return before;
  const id = notePerson(reading.draft, "xes", { id: resource, name: resource });
  reading.actors.set(resource, id);
  return id;
}

/** What all events of a trace say alike. */
type Common = Pick<EventBase, "id" | "at" | "subject" | "source">;

/** A move, written out in each of its forms: of these there are as many as events in the log, and they stay in memory. */
function moved(
  { id, at, subject, source }: Common,
  actor: string | undefined,
  from: string | undefined,
  to: string,
): WorkEvent {
  const type = "stateChanged";
  if (actor === undefined)
    return from === undefined ? { id, at, subject, source, type, to } : { id, at, subject, source, type, from, to };
  return from === undefined
    ? { id, at, subject, source, actor, type, to }
    : { id, at, subject, source, actor, type, from, to };
}

/** An event of an activity that is neither begun nor complete by it. */
function otherEvent(base: EventBase, { activity, transition = "" }: XesEvent): WorkEvent {
  if (transition === "suspend") return { ...base, type: "blocked", reason: activity };
  if (transition === "resume") return { ...base, type: "unblocked", reason: activity };
  return { ...base, type: "changed", field: "lifecycle:transition", to: { activity, transition } };
}

/** Digits of an event's number, so that events of one time are read in the order of the file. */
const idLength = 8;

/** Adds the events of a trace to the history and gives the state it ends in. */
function addEvents(reading: XesReading, states: XesStates, itemId: string, events: readonly XesEvent[], line: number) {
  const subject = { table: "items", id: itemId } as const;
  const begun = new Set<string>();
  let state: string | undefined;
  for (const [index, event] of events.entries()) {
    if (isSame(events[index - 1], event)) meet(reading, "xes-identical-events", line, event.activity);
    const { activity, transition = "complete" } = event;
    const id = String(event.number).padStart(idLength, "0");
    const common: Common = { id, at: event.at, subject, source: "exact" };
    const actor = event.resource === undefined ? undefined : actorOf(reading, event.resource);
    const extensions = event.rest === undefined ? undefined : { extensions: event.rest };
    if (transition === "start" || transition === "complete") {
      const isOver = transition === "complete" && begun.delete(activity);
      if (transition === "start") begun.add(activity);
      const to = stateFor(reading.draft, states, activity, isOver);
      const move = moved(common, actor, state, to);
      state = to;
      reading.draft.events.push(extensions === undefined ? move : { ...move, ...extensions });
    } else {
      const base = { ...common, ...(actor === undefined ? {} : { actor }), ...extensions };
      reading.draft.events.push(otherEvent(base, event));
    }
  }
  return state;
}

/** The id of a trace: its name, told apart where another has it. */
function caseId(reading: XesReading, node: XesNode, name: string | undefined): string {
  const items = table(reading.draft, "items");
  const stated = name ?? `trace-${items.size + 1}`;
  if (!items.has(stated)) return stated;
  meet(reading, "xes-repeated-case", node.line, stated);
  let count = 2;
  while (items.has(`${stated} #${count}`)) count++;
  return `${stated} #${count}`;
}

/** Reads a trace, its events read before, into an item. */
export function readTrace(
  reading: XesReading,
  node: XesNode,
  found: { readonly events: XesEvent[]; readonly refused: readonly XesNode[] },
  states: XesStates,
): void {
  const { draft, account, kept, mapped } = reading;
  const name = attribute(node, "concept:name");
  const id = caseId(reading, node, name);
  account.addTag("log/trace", "", node, mapped["trace"] as typeof kept);
  const rest: XesNode[] = [];
  let isNamed = false;
  for (const each of node.children) {
    const key = each.attributes["key"] ?? each.tag;
    const isName: boolean = key === "concept:name" && !isNamed && each.children.length === 0;
    isNamed ||= isName;
    if (!isName) rest.push(each);
    account.add("log/trace", key, each, isName ? (mapped["case"] as typeof kept) : kept);
  }
  for (const each of found.refused) account.add("log/trace", "event", each, kept);
  const events = inOrder(found.events);
  const stateId = addEvents(reading, states, id, events, node.line);
  const isKept = kept.fate === "kept-raw";
  const refused: { [key: string]: Json } =
    isKept && found.refused.length > 0 ? { unreadEvents: found.refused.map(nodeJson) } : {};
  const fields = { ...(isKept ? attributesJson(rest) : {}), ...refused };
  const item = defined<WorkItem>({
    id,
    title: name ?? id,
    kind: "task",
    workflowId: stateId === undefined ? undefined : "log",
    stateId,
    startedAt: events[0]?.at,
    sources: [sourceOf(draft, "xes", name ?? id)],
    customFields: Object.keys(fields).length > 0 ? fields : undefined,
  });
  addRow(draft, "items", item, [node.line]);
  draft.counts.imported++;
  draft.quality[events.length > 0 ? "exact" : "unavailable"]++;
}
