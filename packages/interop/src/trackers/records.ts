import { canonicalJson, type Json } from "@evenkeel/kernel";
import { note } from "../draft.js";
import type { JsonObject } from "../json-text.js";
import type { Account } from "./account.js";

/** A record of a tracker with its place in the input. */
export interface TrackerRecord {
  readonly id: string;
  value: JsonObject;
  path: readonly (string | number)[];
}

/** Records by id, in the order they were met. */
export type RecordBook<R extends TrackerRecord> = Map<string, R>;

/** Adds a record; of several with one id the one that says most is read, and others that differ from it are said. */
export function addRecord<R extends TrackerRecord>(
  account: Account,
  book: RecordBook<R>,
  record: R,
  place: string,
  trap: string,
): R {
  const { draft, places } = account;
  const before = book.get(record.id);
  draft.counts.read++;
  if (before === undefined) {
    book.set(record.id, record);
    places.set(record.value, place);
    draft.counts.imported++;
    return record;
  }
  draft.counts.merged++;
  const isFuller = Object.keys(record.value).length > Object.keys(before.value).length;
  const [kept, left] = isFuller ? [record, before] : [before, record];
  const isSame = canonicalJson(kept.value) === canonicalJson(left.value);
  const isPart = Object.keys(left.value).every(
    (key) => canonicalJson(left.value[key] as Json) === canonicalJson((kept.value[key] ?? null) as Json),
  );
  if (!isSame && !isPart) note(draft, trap, record.path, [record.id], { id: record.id });
  draft.lost.set(left.value, "this record was read before");
  places.delete(left.value);
  before.value = kept.value;
  before.path = kept.path;
  places.set(before.value, place);
  return before;
}
