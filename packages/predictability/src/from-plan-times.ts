import { type AnyTimeText, onTimeLine, orderEvents, type WorkEvent, type WorkHistory } from "@evenkeel/core";
import { groupBy } from "./ledger-group.js";

/** What an adapter may be told. */
export interface FromPlanOptions {
  /** Integer milliseconds; what is dated later is not seen. Default: everything is. */
  readonly until?: number;
}

/** Milliseconds of a time text; a day as an end is its last millisecond. */
export function millisOf(text: AnyTimeText | undefined, end: boolean, until: number): number | undefined {
  if (text === undefined) return undefined;
  const begin = onTimeLine(text);
  const close = onTimeLine(text, true);
  if (begin === undefined || close === undefined) return undefined;
  const millis = end && close !== begin ? close - 1 : begin;
  return millis <= until ? millis : undefined;
}

/** A row without the fields that are undefined. */
export function defined<T extends object>(row: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}

/** Events about the rows of a table up to an instant, in reading order. */
export function eventsAbout(
  table: WorkEvent["subject"]["table"],
  history: WorkHistory,
  until: number,
): Map<string, WorkEvent[]> {
  const seen = (event: WorkEvent): boolean =>
    event.subject.table === table && (until === Infinity || (onTimeLine(event.at) ?? Infinity) <= until);
  return groupBy(orderEvents(history).filter(seen), ({ subject }) => subject.id);
}
