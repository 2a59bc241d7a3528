import type { Json } from "@evenkeel/kernel";
import { member, textAt } from "../json-text.js";
import { addStory, changed, moved, type Step, type Story } from "../trackers/story.js";
import { sortable, toolTime } from "../trackers/times.js";
import { either } from "../trackers/values.js";
import { fieldName } from "./collect.js";
import { type Bug, type BugzillaContext, personOf, stateOf } from "./context.js";

interface Change {
  readonly field: string;
  readonly removed: string;
  readonly added: string;
}

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly changes: readonly Change[];
}

/** Fields whose several values stand in one text. */
const several = /^(depends_on|blocks|cc|keywords|see_also|flagtypes\.name|groups|regressed_by|regressions|alias)$/;

const idWidth = 6;

function entriesOf(context: BugzillaContext, bug: Bug): Entry[] {
  const seen = new Set<string>();
  const found = bug.history.flatMap(({ value, path }, index): Entry[] => {
    const at = toolTime(context.draft, member(value, "when"), [...path, "when"], [bug.id]);
    const who = either(value, "who");
    const changes = (member(value, "changes") as readonly Json[]).map((change) => ({
      field: fieldName(change),
      removed: textAt(change, "removed") ?? "",
      added: textAt(change, "added") ?? "",
    }));
    const key = JSON.stringify([at, who, changes]);
    if (at === undefined || seen.has(key)) {
      context.draft.lost.set(value, at === undefined ? "no time" : "the same change again");
      return [];
    }
    seen.add(key);
    const id = `${bug.id}:${String(index).padStart(idWidth, "0")}`;
    return [{ id, at, actor: personOf(context, who), changes }];
  });
  return found.sort((a, b) =>
    sortable(a.at) < sortable(b.at) ? -1 : sortable(a.at) > sortable(b.at) ? 1 : a.id < b.id ? -1 : 1,
  );
}

const partsOf = (text: string): string[] => text.split(",").flatMap((part) => part.trim() || []);

function hoursOf(text: string): number | undefined {
  const hours = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(hours) ? hours * 60 : undefined;
}

function plainTold(context: BugzillaContext, { field, removed, added }: Change): Step["told"][] {
  if (field === "assigned_to") {
    const [off, on] = [personOf(context, removed), personOf(context, added)];
    const told: Step["told"][] = [];
    if (off !== undefined) told.push({ type: "unassigned", assigneeId: off, role: "responsible" });
    if (on !== undefined) told.push({ type: "assigned", assigneeId: on, role: "responsible" });
    if (told.length > 0) return told;
  }
  if (several.test(field)) {
    const sides = [
      ["removed", partsOf(removed)],
      ["added", partsOf(added)],
    ] as const;
    if (sides.some(([, parts]) => parts.length > 1)) context.joined++;
    return sides.flatMap(([change, parts]) =>
      parts.map((part): Step["told"] =>
        field === "depends_on" || field === "blocks"
          ? { type: "linkChanged", otherId: part, kind: field === "blocks" ? "blocks" : "blocked by", change }
          : change === "added"
            ? changed(field, undefined, part)
            : changed(field, part, undefined),
      ),
    );
  }
  const minutes = /^(estimated|remaining)_time$/.test(field) ? hoursOf(added) : undefined;
  if (minutes !== undefined) {
    const from = hoursOf(removed);
    return [{ type: "estimated", of: "effort", to: minutes, ...(from === undefined ? {} : { from }) }];
  }
  if (field === "deadline") {
    const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
    const [from, to] = [day(removed), day(added)];
    return [
      {
        type: "dateChanged",
        field: "dueDate",
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ];
  }
  return [changed(field === "summary" ? "title" : field, removed || undefined, added || undefined)];
}

/** Adds the events of a bug: each change of status or resolution as one move with its instant. */
export function addHistory(context: BugzillaContext, bug: Bug, createdAt: string | undefined): Story {
  const entries = entriesOf(context, bug);
  const removed = (field: string) =>
    entries.flatMap((entry) => entry.changes).find((change) => change.field === field)?.removed;
  let status = removed("status") || either(bug.value, "status", "bug_status");
  let resolution =
    removed("resolution") ?? (removed("status") === undefined ? either(bug.value, "resolution") : undefined);
  const now = () => (status === undefined ? undefined : stateOf(context, status, resolution));
  const initial = now();
  let state = initial;
  const steps = entries.flatMap(({ id, at, actor, changes }): Step[] => {
    for (const { field, added } of changes) {
      if (field === "status" && added !== "") status = added;
      if (field === "resolution") resolution = added;
    }
    const next = now();
    const rest = changes.filter(({ field }) => field !== "status" && field !== "resolution");
    const told = rest.flatMap((change) => plainTold(context, change));
    if (next !== undefined && next !== state) told.unshift(moved(next, state));
    state = next;
    return told.map((each, index) => ({ id: `${id}:${String(index).padStart(3, "0")}`, at, actor, told: each }));
  });
  const actor = personOf(context, either(bug.value, "creator", "reporter"), member(bug.value, "creator_detail"));
  return addStory(context.draft, bug.id, { at: createdAt, actor, source: "exact", current: initial }, steps);
}
