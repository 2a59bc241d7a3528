import type { Assignment, Dependency, Estimate, Row, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { adding, between, setting } from "../patches.js";
import type { Rows } from "../rows.js";
import type { Command, Patch, SplitPart } from "../types.js";

type Split = Extract<Command, { readonly type: "split" }>;

const inherited = [
  "projectId",
  "outcomeIds",
  "workflowId",
  "stateId",
  "calendarId",
  "classOfService",
  "skills",
  "labels",
] as const;

/** A share of an estimate: numbers are multiplied, labels cannot be divided. */
function shareOf(estimate: Estimate, share: number): Estimate[] {
  const { value } = estimate;
  if (value.kind === "single") return [{ ...estimate, value: { ...value, amount: value.amount * share } }];
  if (value.kind !== "threePoint") return [];
  const { optimistic, mostLikely, pessimistic } = value;
  const scaled = { optimistic: optimistic * share, mostLikely: mostLikely * share, pessimistic: pessimistic * share };
  return [{ ...estimate, value: { ...value, ...scaled } }];
}

/** An item's size multiplied by a share. */
function sized({ estimates, schedule }: WorkItem, share: number): Partial<WorkItem> {
  const shares = (estimates ?? []).flatMap((estimate) => shareOf(estimate, share));
  const { durationMinutes } = schedule ?? {};
  return {
    ...(shares.length === 0 ? {} : { estimates: shares }),
    ...(schedule === undefined || durationMinutes === undefined
      ? {}
      : { schedule: { ...schedule, durationMinutes: durationMinutes * share } }),
  };
}

function partOf(item: WorkItem, { share, ...given }: SplitPart, as: Split["as"]): WorkItem {
  const taken = Object.fromEntries(
    inherited.flatMap((field) => (item[field] === undefined ? [] : [[field, item[field]]])),
  );
  const parentId = as === "children" ? item.id : item.parentId;
  const size = share === undefined ? {} : sized(item, share);
  return { kind: item.kind, ...taken, ...size, ...given, ...(parentId === undefined ? {} : { parentId }) };
}

/** Each part's assignments: copies with its share of the effort, under ids that begin with the command's. */
function assignmentPatches(rows: Rows, { id: command, as, parts }: Split, item: WorkItem): Patch[] {
  const own = [...rows.naming("items", item.id)].flatMap(({ table, row }) =>
    table === "assignments" ? [row as Assignment] : [],
  );
  const left = 1 - parts.reduce((sum, { share }) => sum + (share ?? 0), 0);
  return own.flatMap((assignment) => {
    const { effortMinutes } = assignment;
    const copies = parts.flatMap(({ id: itemId, share }) => {
      const effort = effortMinutes === undefined ? undefined : effortMinutes * (share ?? 0);
      return adding("assignments", {
        ...assignment,
        id: `${command}/${assignment.id}/${itemId}`,
        itemId,
        effortMinutes: effort,
      });
    });
    const moves = as === "children" && assignment.role === "responsible";
    if (moves) return [...copies, { op: "remove" as const, table: "assignments" as const, id: assignment.id }];
    const rest = effortMinutes === undefined ? {} : { effortMinutes: as === "children" ? 0 : effortMinutes * left };
    return [...copies, ...setting("assignments", assignment.id, rest)];
  });
}

/** Links of the parts; those of a whole with children stay with it. */
function linkPatches(rows: Rows, { id: command, as, parts, chain }: Split, item: WorkItem): Patch[] {
  const links = [...rows.naming("items", item.id)].flatMap(({ table, row }) =>
    table === "dependencies" ? [row as Dependency] : [],
  );
  const line = as === "children" ? parts.map(({ id }) => id) : [item.id, ...parts.map(({ id }) => id)];
  const chained =
    chain === true
      ? line.slice(1).flatMap((successorId, at) => {
          const link = { id: `${command}/chain/${at}`, predecessorId: line[at] ?? item.id, successorId, type: "FS" };
          return adding("dependencies", link);
        })
      : [];
  if (as === "children") return chained;
  const [incoming, outgoing] = [
    links.filter((row) => row.successorId === item.id),
    links.filter((row) => row.predecessorId === item.id),
  ];
  const last = line.at(-1) ?? item.id;
  if (chain === true)
    return [...chained, ...outgoing.flatMap(({ id }) => setting("dependencies", id, { predecessorId: last }))];
  const copied = (link: Dependency, part: string, end: "predecessorId" | "successorId"): Patch[] =>
    adding("dependencies", { ...link, id: `${command}/${link.id}/${part}`, [end]: part });
  return parts.flatMap(({ id }) => [
    ...incoming.flatMap((link) => copied(link, id, "successorId")),
    ...outgoing.flatMap((link) => copied(link, id, "predecessorId")),
  ]);
}

/** Splits an item; see the command. */
export function splitting(rows: Rows, command: Split): Patch[] {
  const item = rows.row("items", command.item) as WorkItem | undefined;
  if (item === undefined) return [{ op: "remove", table: "items", id: command.item }];
  const { as, parts } = command;
  const shared = parts.some(({ share }) => share !== undefined);
  const left = 1 - parts.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const { estimates: _estimates, ...unsized } = item;
  const whole: Row = !shared
    ? item
    : as === "children"
      ? unsized
      : ({ ...item, ...sized(item, left) } as unknown as Row);
  return [
    ...between("items", item, whole),
    ...parts.flatMap((part) => adding("items", partOf(item, part, as) as WorkItem & Json)),
    ...assignmentPatches(rows, command, item),
    ...linkPatches(rows, command, item),
  ];
}
