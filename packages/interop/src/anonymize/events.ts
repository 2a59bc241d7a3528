import { onTimeLine, type WorkEvent, type WorkHistory } from "@evenkeel/core";
import { compareText, type Json } from "@evenkeel/kernel";
import type { SchemaNode } from "./vocabulary.js";
import { type Walk, walked, walkedFields } from "./walk.js";

type Fields = { readonly [name: string]: Json };

const rowSchema = ({ vocabulary }: Walk, table: string): SchemaNode => vocabulary.plan.properties?.[table]?.items ?? {};

/** A row or a value of a field that an event holds, by the schema of its table. */
function heldOf(walk: Walk, event: WorkEvent): Fields {
  const { table } = event.subject;
  const row = rowSchema(walk, table);
  if (event.type === "created" && event.row !== undefined)
    return { row: walkedFields(walk, row, event.row as Fields, table) };
  if (event.type !== "changed") return {};
  const { field, from, to } = event;
  const sides = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return Object.fromEntries(
    Object.entries(sides).flatMap(([side, value]): [string, Json][] => {
      const next = walkedFields(walk, row, { [field]: value }, table)[field];
      return next === undefined ? [] : [[side, next]];
    }),
  );
}

function intervalOf(walk: Walk, { extensions }: WorkEvent): Fields {
  const interval = extensions?.["interval"] as Fields | undefined;
  if (interval === undefined) return {};
  const { notBefore, notAfter } = interval;
  if (typeof notBefore !== "string" || typeof notAfter !== "string") return {};
  const { time } = walk.pseudonyms;
  return { extensions: { interval: { notBefore: time(notBefore), notAfter: time(notAfter) } } };
}

const digits = 9;

/** Events in reading order, with ids that keep it: those of one instant are told apart by their ids. */
export function walkedEvents(walk: Walk, history: WorkHistory): Fields[] {
  const at = (text: string | undefined, other: string): number => onTimeLine(text ?? other) ?? 0;
  const sorted = [...history.events].sort(
    (a, b) =>
      at(a.at, a.at) - at(b.at, b.at) || at(a.recordedAt, a.at) - at(b.recordedAt, b.at) || compareText(a.id, b.id),
  );
  const ids = new Map(sorted.map(({ id }, index) => [id, `event-${String(index).padStart(digits, "0")}`]));
  const node = walk.vocabulary.history.properties?.["events"]?.items ?? {};
  return sorted.map((event): Fields => {
    const plain = Object.fromEntries(
      Object.entries(event).filter(
        ([name]) =>
          !["row", "extensions"].includes(name) && !(event.type === "changed" && ["from", "to"].includes(name)),
      ),
    ) as Fields;
    return {
      ...(walked(walk, node, plain, event.subject.table, "events") as Fields),
      ...heldOf(walk, event),
      ...intervalOf(walk, event),
      id: ids.get(event.id) ?? "",
      ...(event.corrects === undefined
        ? {}
        : { corrects: ids.get(event.corrects) ?? walk.pseudonyms.id(event.corrects) }),
    };
  });
}
