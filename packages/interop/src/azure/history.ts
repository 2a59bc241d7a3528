import { compareText, type Json } from "@evenkeel/kernel";
import { addEvent, note, warn } from "../draft.js";
import { isObject, type JsonObject, listAt, member, numberAt, textAt } from "../json-text.js";
import type { Move } from "../trackers/flow.js";
import { sortable, toolTime } from "../trackers/times.js";
import { eitherValue } from "../trackers/values.js";
import { type AzureContext, fieldOf, personOf, type WorkItemRecord } from "./context.js";
import { dayAtMidnight, dueFields } from "./items.js";

interface Change {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly field: string;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

/** Fields every revision changes, which say nothing of the work. */
const bookkeeping =
  /^System\.(Rev|Watermark|ChangedDate|ChangedBy|AuthorizedDate|AuthorizedAs|RevisedDate|PersonId|Id|CommentCount|CreatedDate|CreatedBy|AreaId|IterationId|NodeName|(Area|Iteration)Level\d|BoardLane.*)$|^WEF_|StateChangeDate$/;

/** Fields whose changes move a date of the item. */
const dated = new Map([
  ...dueFields.map((name) => [`Microsoft.VSTS.Scheduling.${name}`, "dueDate"] as const),
  ["Microsoft.VSTS.Scheduling.StartDate", "startDate"],
]);

function changesOfUpdate(context: AzureContext, record: WorkItemRecord, update: JsonObject, index: number): Change[] {
  const fields = member(update, "fields");
  const changed = member(fields, "System.ChangedDate", "newValue");
  const revised = textAt(update, "revisedDate") ?? "";
  const path = [...record.path, "updates", index, "revisedDate"];
  const isOpen = revised.startsWith("9999");
  if (isOpen && changed === undefined) {
    note(context.draft, "azure-open-revision", path, [record.id], {
      item: record.id,
      rev: numberAt(update, "rev") ?? index,
    });
  }
  const at = toolTime(context.draft, changed ?? (isOpen ? undefined : revised), path, [record.id]);
  if (at === undefined) {
    context.draft.lost.set(update, "no time");
    return [];
  }
  const actor =
    personOf(context, member(update, "revisedBy")) ?? personOf(context, member(fields, "System.ChangedBy", "newValue"));
  const id = `${record.id}:${String(numberAt(update, "id") ?? index).padStart(6, "0")}`;
  const own = isObject(fields)
    ? Object.keys(fields).map(
        (field): Change => ({
          id: `${id}:${field}`,
          at,
          actor,
          field,
          from: member(fields, field, "oldValue"),
          to: member(fields, field, "newValue"),
        }),
      )
    : [];
  const links = (["added", "removed"] as const).flatMap((what) =>
    listAt(update, "relations", what).map((link, place): Change => {
      const reference = `${textAt(link, "rel") ?? ""} ${/\d+$/.exec(textAt(link, "url") ?? "")?.[0] ?? ""}`;
      return {
        id: `${id}:${what}:${place}`,
        at,
        actor,
        field: "relations",
        from: what === "removed" ? reference : undefined,
        to: what === "added" ? reference : undefined,
      };
    }),
  );
  return [...own, ...links];
}

/** What each revision changed against the one before it. */
function changesOfRevisions(context: AzureContext, record: WorkItemRecord): Change[] {
  return record.revisions.flatMap((revision, index) => {
    const before = record.revisions[index - 1];
    const at = toolTime(
      context.draft,
      fieldOf(revision, "System.ChangedDate"),
      [...record.path, "fields", "System.ChangedDate"],
      [record.id],
    );
    if (before === undefined || at === undefined) return [];
    const actor = personOf(context, fieldOf(revision, "System.ChangedBy"));
    const [old, now] = [member(before, "fields"), member(revision, "fields")];
    const names = new Set([...Object.keys((old ?? {}) as object), ...Object.keys((now ?? {}) as object)]);
    return [...names].flatMap((field): Change[] => {
      const [from, to] = [member(old, field), member(now, field)];
      if (JSON.stringify(from) === JSON.stringify(to)) return [];
      const id = `${record.id}:r${String(numberAt(revision, "rev") ?? index).padStart(6, "0")}:${field}`;
      return [{ id, at, actor, field, from, to }];
    });
  });
}

function addChange(context: AzureContext, itemId: string, change: Change): void {
  const { id, at, actor, field, from, to } = change;
  const base = { id, at, actor, subject: { table: "items", id: itemId }, source: "exact" } as const;
  const { draft } = context;
  if (field === "System.AssignedTo") {
    for (const [type, identity] of [
      ["unassigned", from],
      ["assigned", to],
    ] as const) {
      const assigneeId = personOf(context, identity);
      if (assigneeId !== undefined)
        addEvent<"assigned" | "unassigned">(draft, {
          ...base,
          id: `${id}:${type}`,
          type,
          assigneeId,
          role: "responsible",
        });
    }
  } else if (field === "relations") {
    const [kind = "", otherId = ""] = String(to ?? from ?? "").split(" ");
    if (otherId !== "")
      addEvent<"linkChanged">(draft, {
        ...base,
        type: "linkChanged",
        otherId,
        kind,
        change: to === undefined ? "removed" : "added",
      });
  } else if (/\.(StoryPoints|Effort|Size)$/.test(field) && typeof to === "number") {
    addEvent<"estimated">(draft, {
      ...base,
      type: "estimated",
      of: "points",
      from: typeof from === "number" ? from : undefined,
      to,
    });
  } else if (dated.has(field)) {
    const day = (value: Json | undefined) => dayAtMidnight(toolTime(draft, value, [itemId, field], [itemId]));
    addEvent<"dateChanged">(draft, {
      ...base,
      type: "dateChanged",
      field: dated.get(field) as string,
      from: day(from),
      to: day(to),
    });
  } else addEvent<"changed">(draft, { ...base, type: "changed", field, from, to });
}

/** What the history of a work item amounts to. */
export interface ItemFlow {
  readonly has: boolean;
  readonly isCut: boolean;
  readonly initial: string | undefined;
  readonly moves: readonly Move[];
}

/** Adds the events of a work item, oldest first: every change of state as a move with its instant. */
export function addHistory(context: AzureContext, record: WorkItemRecord, createdAt: string | undefined): ItemFlow {
  const { draft } = context;
  const fromUpdates = record.updates.length > 0;
  const all = fromUpdates
    ? record.updates.flatMap((update, index) => changesOfUpdate(context, record, update, index))
    : changesOfRevisions(context, record);
  const changes = all
    .filter((change) => !bookkeeping.test(change.field))
    .sort((a, b) => compareText(sortable(a.at), sortable(b.at)) || compareText(a.id, b.id));
  const has = fromUpdates || record.revisions.length > 1;
  const rev = numberAt(record.value, "rev");
  const known = (fromUpdates ? record.updates : record.revisions).map(
    (each) => numberAt(each, "rev") ?? numberAt(each, "id") ?? 0,
  );
  const isCut = has && (Math.min(...known) > 1 || (rev !== undefined && Math.max(...known) < rev));
  if (isCut)
    warn(draft, "azure-history-cut", record.path, [record.id], {
      item: record.id,
      found: known.length,
      revisions: rev ?? "not told",
    });
  const states = changes.filter((change) => change.field === "System.State");
  const text = (value: Json | undefined) => (typeof value === "string" && value !== "" ? value : undefined);
  const made = states.find((change) => text(change.from) === undefined);
  const now = text(fieldOf(record.value, "System.State"));
  const initial = fromUpdates || states.length > 0 ? (text(made?.to) ?? text(states[0]?.from) ?? now) : now;
  for (const state of [initial, ...states.flatMap((change) => [text(change.from), text(change.to)])])
    if (state !== undefined) context.states.add(state);
  if (has && createdAt !== undefined) {
    const actor = personOf(context, eitherValue(member(record.value, "fields"), "System.CreatedBy"));
    addEvent<"created">(draft, {
      id: `${record.id}:+created`,
      at: createdAt,
      subject: { table: "items", id: record.id },
      actor,
      source: "exact",
      type: "created",
      stateId: isCut ? undefined : initial,
    });
  }
  const moves: Move[] = [];
  for (const change of changes) {
    const to = text(change.to);
    if (change.field !== "System.State" || to === undefined) addChange(context, record.id, change);
    else if (change !== made) {
      const { id, at, actor } = change;
      addEvent<"stateChanged">(draft, {
        id,
        at,
        actor,
        subject: { table: "items", id: record.id },
        source: "exact",
        type: "stateChanged",
        from: text(change.from),
        to,
      });
      moves.push({ at, to });
    }
  }
  return { has, isCut, initial, moves };
}
