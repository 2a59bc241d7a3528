import { itemCategories, onTimeLine, openItems, replayItems, type Span, type WorkItem } from "@evenkeel/core";
import type { CompletionInput } from "./types.js";

/** A started, unfinished item with its age. */
export interface StartedItem {
  readonly item: WorkItem;
  /** Milliseconds UTC; absent when nothing tells when it started. */
  readonly startedAt?: number;
  /** The span in which it is blocked now; `from` is absent when only the plan says so. */
  readonly blocked?: { readonly from?: number };
}

function blockedNow(item: WorkItem, spans: readonly Span[], now: number): StartedItem["blocked"] {
  const open = spans.find(({ from, to }) => from <= now && (to === undefined || to > now));
  if (open !== undefined) return { from: open.from };
  return item.blocked === true ? {} : undefined;
}

/**
 * Items in an active or waiting state, or blocked, with when they started and since when they are blocked.
 *
 * The history decides where there is one; the plan's own stamps otherwise.
 *
 * @param input - plan, history, instant
 * @returns in the order of the plan
 *
 * Issues: none.
 * Time O(items + events log events), space O(items).
 * Source: work in progress after the Kanban Guide (2020).
 *
 * @example
 * workInProgress({ plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", startedAt: "1970-01-02" }] }, now: 0 }).map((started) => started.startedAt); // => [86400000]
 */
export function workInProgress({ plan, history, now }: CompletionInput): StartedItem[] {
  const replays = new Map(
    history === undefined ? [] : replayItems(plan, history, now).map((replay) => [replay.id, replay]),
  );
  const categories = itemCategories(plan);
  return openItems(plan).flatMap((item): StartedItem[] => {
    const replay = replays.get(item.id);
    const category = replay?.changes.at(-1)?.category ?? categories.get(item.id);
    if (category === "done" || category === "dropped") return [];
    const blocked = blockedNow(item, replay?.blocked ?? [], now);
    const stamp = item.startedAt ?? item.schedule?.actualStart;
    const startedAt = replay?.startedAt ?? (stamp === undefined ? undefined : onTimeLine(stamp));
    if (category !== "active" && startedAt === undefined && blocked === undefined) return [];
    return [{ item, ...(startedAt === undefined ? {} : { startedAt }), ...(blocked === undefined ? {} : { blocked }) }];
  });
}
