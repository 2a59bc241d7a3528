import type { AcceptanceCriterion, Assignment, Membership, Row, Subject, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { adding, setting } from "./patches.js";
import type { Rows } from "./rows.js";
import type { Command, Patch } from "./types.js";
import { merging } from "./verbs/merge.js";
import { removal } from "./verbs/remove.js";
import { splitting } from "./verbs/split.js";
import { templating } from "./verbs/template.js";

type Of<Type extends Command["type"]> = Extract<Command, { readonly type: Type }>;
type Fields = Readonly<Record<string, Json>>;

const unset = (table: "items", id: string, row: Row | undefined, field: string): Patch[] =>
  row !== undefined && Object.hasOwn(row, field) ? [{ op: "unset", table, id, field }] : [];

/** An object field of a row with some members anew. */
function within(row: Row | undefined, field: string, members: Fields): Json {
  const held = row !== undefined && Object.hasOwn(row, field) ? (row as unknown as Fields)[field] : undefined;
  return { ...(typeof held === "object" && !Array.isArray(held) ? held : {}), ...members };
}

function move(rows: Rows, { item, parent, state, container, rank }: Of<"move">): Patch[] {
  if (container === undefined) return setting("items", item, { parentId: parent, stateId: state, rank });
  const row = rows.row("items", item) as WorkItem | undefined;
  const held = row?.memberships ?? [];
  const place: Membership = {
    ...held.find(({ containerId }) => containerId === container),
    containerId: container,
    ...(state === undefined ? {} : { stateId: state }),
    ...(rank === undefined ? {} : { rank }),
  };
  const others = held.filter(({ containerId }) => containerId !== container);
  return setting("items", item, { parentId: parent, memberships: [...others, place] as unknown as Json });
}

/** What was taken on: the person's assignments to the item are accepted on that day. */
function acknowledge(rows: Rows, { subject, person, by, at }: Of<"acknowledge">): Patch[] {
  const who = person ?? by;
  if (subject.table !== "items" || who === undefined) return touch(rows, subject);
  const held = [...rows.naming("items", subject.id)].flatMap(({ table, row }) =>
    table === "assignments" ? [row as Assignment] : [],
  );
  const open = held.filter(({ personId, acceptedOn }) => personId === who && acceptedOn === undefined);
  return [
    ...touch(rows, subject),
    ...open.flatMap(({ id }) => setting("assignments", id, { acceptedOn: at.slice(0, 10) })),
  ];
}

/** No patch, unless the subject is missing: removing what is not there is refused by name. */
const touch = (rows: Rows, { table, id }: Subject): Patch[] =>
  rows.row(table, id) === undefined ? [{ op: "remove", table, id }] : [];

function accept(rows: Rows, { item }: Of<"accept">): Patch[] {
  const row = rows.row("items", item) as { readonly acceptanceCriteria?: readonly AcceptanceCriterion[] } | undefined;
  const criteria = row?.acceptanceCriteria;
  if (criteria === undefined || criteria.every(({ met }) => met === true))
    return touch(rows, { table: "items", id: item });
  const met = criteria.map((criterion) => ({ ...criterion, met: true }));
  return setting("items", item, { acceptanceCriteria: met as unknown as Json });
}

/**
 * The patches a command stands for, before any check.
 *
 * A command about a row that is not there stands for a patch that cannot be applied, so that it is refused by name.
 */
export function commandPatches(rows: Rows, command: Command): Patch[] {
  const { at } = command;
  switch (command.type) {
    case "add":
      return adding(command.table, command.row);
    case "change":
      return [
        ...setting(command.table, command.target, command.set ?? {}),
        ...(command.unset ?? []).map(
          (field): Patch => ({ op: "unset", table: command.table, id: command.target, field }),
        ),
      ];
    case "remove":
      return removal(rows, command.table, command.target, command.references);
    case "move":
      return move(rows, command);
    case "split":
      return splitting(rows, command);
    case "merge":
      return merging(rows, command.items, command.into);
    case "template":
      return templating(command);
    case "link": {
      const {
        dependency: id,
        predecessor: predecessorId,
        successor: successorId,
        linkType: type = "FS",
        lag,
      } = command;
      return adding("dependencies", { id, predecessorId, successorId, type, lag });
    }
    case "unlink":
      return [{ op: "remove", table: "dependencies", id: command.dependency }];
    case "assign": {
      const { assignment: id, item: itemId, person: personId, role, effortMinutes } = command;
      return adding("assignments", { id, itemId, personId, role, effortMinutes });
    }
    case "unassign":
      return [{ op: "remove", table: "assignments", id: command.assignment }];
    case "block": {
      const { item, reason } = command;
      const stale = reason === undefined ? unset("items", item, rows.row("items", item), "blockedReason") : [];
      return [...setting("items", item, { blocked: true, blockedReason: reason }), ...stale];
    }
    case "unblock":
      return [
        ...setting("items", command.item, { blocked: false }),
        ...unset("items", command.item, rows.row("items", command.item), "blockedReason"),
      ];
    case "accept":
      return accept(rows, command);
    case "reopen": {
      const { item, state } = command;
      const subject = { table: "items" as const, id: item };
      const patches = [
        ...setting("items", item, { stateId: state }),
        ...unset("items", item, rows.row("items", item), "finishedAt"),
      ];
      return patches.length > 0 ? patches : touch(rows, subject);
    }
    case "commit": {
      const { commitment: id, due, what, byId, toId, item, probability } = command;
      const subject = item === undefined ? undefined : { table: "items", id: item };
      const made = adding("commitments", {
        id,
        due,
        what,
        byId,
        toId,
        subject,
        probability,
        madeAt: at,
        state: "open",
      });
      return item === undefined ? made : [...touch(rows, { table: "items", id: item }), ...made];
    }
    case "renegotiate":
      return setting("commitments", command.commitment, { due: command.due });
    case "withdraw":
      return setting("commitments", command.commitment, { state: "withdrawn", resolvedAt: at });
    case "resolve":
      return setting("commitments", command.commitment, { state: command.state, resolvedAt: at });
    case "handoff": {
      const row = rows.row("dependencies", command.dependency);
      const state = { offer: "offered", accept: "accepted", return: "returned" }[command.change];
      return setting("dependencies", command.dependency, { handoff: within(row, "handoff", { state }) });
    }
    case "acknowledge":
      return acknowledge(rows, command);
    case "question":
      return touch(rows, command.subject);
    case "clarify":
      return command.subject.table === "items"
        ? setting("items", command.subject.id, { clarifiedAt: at })
        : touch(rows, command.subject);
    case "decide":
      return setting("decisions", command.decision, { result: command.result, decidedAt: at });
    case "read":
      return setting("outcomes", command.outcome, {
        measure: within(rows.row("outcomes", command.outcome), "measure", { current: command.value }),
      });
  }
}
