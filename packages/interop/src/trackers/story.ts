import type { EventFacts, StateCategory, Subject, WorkEvent } from "@evenkeel/core";
import { compareText, type Json } from "@evenkeel/kernel";
import { addEvent, type Draft, table, warn } from "../draft.js";
import { type Move, spanOfMoves } from "./flow.js";
import type { TrackerRecord } from "./records.js";
import { sortable } from "./times.js";

/** What a recorded change says, in the words of the documents. */
export type Told = { readonly [T in keyof EventFacts]: { readonly type: T } & EventFacts[T] }[keyof EventFacts];

/** A recorded change of an item. */
export interface Step {
  readonly id: string;
  readonly at: string;
  readonly actor?: string | undefined;
  /** Absent = exact. */
  readonly source?: "inferred";
  /** Absent = the item. */
  readonly subject?: Subject;
  readonly told: Told;
}

/** How an item came to be. */
export interface Beginning {
  readonly at: string | undefined;
  readonly actor?: string | undefined;
  readonly source: "exact" | "inferred";
  /** The state it stands in now: that of its first day where nothing moved it since. */
  readonly current: string | undefined;
  /** Older changes are missing: the first state is not known. */
  readonly isCut?: boolean;
}

/** What the history of an item amounts to. */
export interface Story {
  readonly initial: string | undefined;
  readonly moves: readonly Move[];
  /** The state after the last move. */
  readonly last: string | undefined;
}

/** A change of one field, with the members that are there. */
export const changed = (field: string, from: Json | undefined, to: Json | undefined): Told => ({
  type: "changed",
  field,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** A date that was put elsewhere: `dueDate` and `startDate` are what measures ask for, whatever the tool calls them. */
export const dateMoved = (field: string, from: string | undefined, to: string | undefined): Told => ({
  type: "dateChanged",
  field,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** A move into a state. */
export const moved = (to: string, from?: string): Told => ({
  type: "stateChanged",
  to,
  ...(from === undefined ? {} : { from }),
});

/** Adds the events of an item, oldest first whatever the order given; a move from where nobody said begins where the last one ended. */
export function addStory(draft: Draft, itemId: string, beginning: Beginning, steps: readonly Step[]): Story {
  const item: Subject = { table: "items", id: itemId };
  const sorted = [...steps].sort((a, b) => compareText(sortable(a.at), sortable(b.at)) || compareText(a.id, b.id));
  const first = sorted.map((step) => step.told).find((told) => told.type === "stateChanged");
  const initial =
    first?.type === "stateChanged" ? first.from : beginning.isCut === true ? undefined : beginning.current;
  if (beginning.at !== undefined) {
    addEvent<"created">(draft, {
      id: `${itemId}:+created`,
      at: beginning.at,
      subject: item,
      actor: beginning.actor,
      source: beginning.source,
      type: "created",
      stateId: beginning.isCut === true ? undefined : initial,
    });
  }
  const moves: Move[] = [];
  let state = initial;
  for (const { id, at, actor, source, subject, told } of sorted) {
    const base = {
      id,
      at,
      ...(actor === undefined ? {} : { actor }),
      subject: subject ?? item,
      source: source ?? "exact",
    };
    if (told.type !== "stateChanged") draft.events.push({ ...base, ...told } as WorkEvent);
    else if (told.to === state) draft.events.push({ ...base, ...changed("state", told.from, told.to) } as WorkEvent);
    else {
      const from = told.from ?? state;
      draft.events.push({ ...base, ...told, ...(from === undefined ? {} : { from }) } as WorkEvent);
      moves.push({ at, to: told.to });
      state = told.to;
    }
  }
  return { initial, moves, last: state };
}

/** How a recorded history is set against what the tool says now. */
export interface StoryEnd {
  /** Code where the history ends in another state than the item stands in, and it is not known to be cut. */
  readonly trap: string;
  readonly say?: typeof warn;
  /** The state the item stands in now; undefined where the history cannot tell it. */
  readonly current: string | undefined;
  readonly isCut?: boolean;
  /** What the tool itself says of its end. */
  readonly ended?: string | undefined;
}

/** Settles an item whose history is recorded: whether any of it is missing, and its dates of work. */
export function settleStory(
  draft: Draft,
  { id, path }: Pick<TrackerRecord, "id" | "path">,
  story: Story,
  categoryOf: (stateId: string) => StateCategory | undefined,
  { trap, say = warn, current, isCut: isKnownCut = false, ended }: StoryEnd,
): void {
  const isGap = current !== undefined && story.last !== current;
  if (isGap && !isKnownCut) say(draft, trap, path, [id], { item: id, found: story.last ?? "", expected: current });
  const isCut = isKnownCut || isGap;
  if (isCut) draft.truncated.push({ table: "items", id });
  draft.quality[isCut ? "truncated" : "exact"]++;
  settleDates(draft, id, story, categoryOf, { isCut, ended });
}

/** Puts the dates of work on an item whose moves are recorded; `ended` is what the tool itself says of its end. */
export function settleDates(
  draft: Draft,
  itemId: string,
  story: Story,
  categoryOf: (stateId: string) => StateCategory | undefined,
  { isCut = false, ended }: { readonly isCut?: boolean; readonly ended?: string | undefined } = {},
): void {
  const items = table(draft, "items");
  const item = items.get(itemId);
  if (item === undefined) return;
  const start = { stateId: isCut ? undefined : story.initial, at: item.createdAt };
  const span = spanOfMoves(start, story.moves, categoryOf);
  const isDone = item.stateId !== undefined && categoryOf(item.stateId) === "done";
  const finishedAt = isDone ? (ended ?? span.finishedAt) : undefined;
  items.set(itemId, {
    ...item,
    ...(isCut || span.startedAt === undefined ? {} : { startedAt: span.startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  });
}
