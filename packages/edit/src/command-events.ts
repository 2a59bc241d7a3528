import { eventEffect, type Row, type WorkEvent } from "@evenkeel/core";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import { about, type Happening } from "./happenings.js";
import type { Rows } from "./rows.js";
import { toldBy } from "./telling-patches.js";
import type { Command, CommandBase, Patch } from "./types.js";

/** What a command's own verb says happened. */
function verbOf(command: Command): Happening[] {
  const { by } = command;
  switch (command.type) {
    case "move":
      return command.state === undefined || command.container !== undefined
        ? []
        : [about("items", command.item, "stateChanged", { to: command.state })];
    case "block":
      return [about("items", command.item, "blocked", { reason: command.reason })];
    case "unblock":
      return [about("items", command.item, "unblocked")];
    case "accept":
      return [about("items", command.item, "accepted", { by })];
    case "reopen": {
      const moved =
        command.state === undefined ? [] : [about("items", command.item, "stateChanged", { to: command.state })];
      return [...moved, about("items", command.item, "reopened", { reason: command.reason })];
    }
    case "commit":
      return [
        about("commitments", command.commitment, "commitmentMade", {
          due: command.due,
          probability: command.probability,
        }),
      ];
    case "renegotiate":
      return [
        about("commitments", command.commitment, "commitmentRenegotiated", {
          due: command.due,
          reason: command.reason,
        }),
      ];
    case "withdraw":
      return [about("commitments", command.commitment, "commitmentWithdrawn", { reason: command.reason })];
    case "resolve": {
      const type = command.state === "met" ? "commitmentMet" : "commitmentMissed";
      return [about("commitments", command.commitment, type, { note: command.note })];
    }
    case "handoff": {
      const { dependency, reason } = command;
      if (command.change === "offer") return [about("dependencies", dependency, "handoffOffered")];
      if (command.change === "accept") return [about("dependencies", dependency, "handoffAccepted", { by })];
      return [about("dependencies", dependency, "handoffReturned", { by, reason })];
    }
    case "acknowledge": {
      const { table, id } = command.subject;
      return [about(table, id, "expectationAcknowledged", { by: command.person ?? by })];
    }
    case "question": {
      const { table, id } = command.subject;
      return [about(table, id, "expectationQuestioned", { by: command.person ?? by, question: command.question })];
    }
    case "clarify":
      return [about(command.subject.table, command.subject.id, "expectationClarified", { note: command.note })];
    case "decide":
      return [about("decisions", command.decision, "decisionMade", { result: command.result })];
    case "read":
      return [about("outcomes", command.outcome, "outcomeRead", { value: command.value })];
    default:
      return [];
  }
}

/** A row by its place, as one text. */
const placeOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}/${id}`;

/** What a happening is about: a state in one container is another than the item's own. */
const keyOf = ({ subject, type, facts }: Happening): string =>
  JSON.stringify([subject.table, subject.id, type, facts["containerId"] ?? ""]);

const fieldOf = (row: Row | undefined, field: string): Json | undefined =>
  row !== undefined && Object.hasOwn(row, field) ? (row as unknown as Record<string, Json>)[field] : undefined;

/** What a patch says happened, in the general words. */
function patchHappening(rows: Rows, patch: Patch): Happening {
  const { table, id } = patch;
  if (patch.op === "add") {
    const stateId = table === "items" ? (patch.value as { readonly stateId?: string }).stateId : undefined;
    return about(table, id, "created", { stateId, row: patch.value, before: patch.before });
  }
  if (patch.op === "remove") return about(table, id, "removed", { leaves: patch.leaves });
  const from = fieldOf(rows.row(table, id), patch.field);
  return about(table, id, "changed", { field: patch.field, from, to: patch.op === "set" ? patch.value : undefined });
}

function eventOf(command: CommandBase, { subject, type, facts }: Happening, index: number): WorkEvent {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  return {
    id: `${command.id}/${index}`,
    at: command.at,
    subject,
    ...(command.by === undefined ? {} : { actor: command.by }),
    source: "exact",
    type,
    ...Object.fromEntries(given),
  } as WorkEvent;
}

/** Whether an event by its type alone already says what a patch does to its row. */
function isSaid(event: WorkEvent, row: Row | undefined, patch: Patch): boolean {
  if (patch.op === "add" || patch.op === "remove") return false;
  const value = patch.op === "set" ? patch.value : undefined;
  return eventEffect(event, (row ?? {}) as unknown as Readonly<Record<string, Json>>).some(
    (effect) => effect.field === patch.field && canonicalJson(effect.value) === canonicalJson(value),
  );
}

/**
 * What happened when patches were applied: the command's own verb where it has one, what the patches tell engines, and one
 * event more for each patch that those do not say, so that `planAt` finds the plan again and no field is set by two events.
 *
 * @param rows - the plan before
 */
export function commandEvents(rows: Rows, command: Command | CommandBase, patches: readonly Patch[]): WorkEvent[] {
  const own = ("type" in command ? verbOf(command) : []).map((verb) => {
    const from =
      verb.type === "stateChanged" ? fieldOf(rows.row(verb.subject.table, verb.subject.id), "stateId") : undefined;
    return from === undefined ? verb : { ...verb, facts: { from, ...verb.facts } };
  });
  const said = new Set(own.map(keyOf));
  const verbs = [
    ...own,
    ...patches.flatMap((patch) => toldBy(rows, patch)).filter((happening) => !said.has(keyOf(happening))),
  ];
  const told = new Map<string, WorkEvent[]>();
  for (const [index, verb] of verbs.entries()) {
    const key = placeOf(verb.subject);
    told.set(key, [...(told.get(key) ?? []), eventOf(command, verb, index)]);
  }
  const rest = patches.filter((patch) => {
    const events = told.get(placeOf(patch)) ?? [];
    const row = events.length === 0 ? undefined : rows.row(patch.table, patch.id);
    return !events.some((event) => isSaid(event, row, patch));
  });
  const isWhole = ({ op }: Patch): boolean => op === "add" || op === "remove";
  const happen = (patch: Patch): Happening => patchHappening(rows, patch);
  // A row is there before anything else is said of it; a field's own event has the last word on it.
  const all = [...rest.filter(isWhole).map(happen), ...verbs, ...rest.filter((patch) => !isWhole(patch)).map(happen)];
  return all.map((happening, index) => eventOf(command, happening, index));
}
