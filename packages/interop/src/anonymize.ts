import type { WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
import { compareText, type Issue, issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { walkedEvents } from "./anonymize/events.js";
import { pseudonymsOf } from "./anonymize/pseudonyms.js";
import { readVocabulary } from "./anonymize/vocabulary.js";
import { type Walk, walkedFields } from "./anonymize/walk.js";
import type { Import } from "./types.js";

/** How work is made anonymous. */
export interface AnonymizeOptions {
  /** Secret of at least 16 characters; the same key gives the same pseudonyms in every file. */
  readonly key: string;
  /** Whole weeks all dates move by; absent = derived from the key, a multiple of 52. */
  readonly shiftWeeks?: number;
  /** What stays as it is: `items.labels`, `items.customFields.Points`. */
  readonly keep?: readonly string[];
}

const leastKey = 16;
const mostWeeks = 5200;

type Fields = { readonly [name: string]: Json };

function faults({ key, shiftWeeks, keep = [] }: AnonymizeOptions, tables: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = [];
  if (key.length < leastKey)
    issues.push(
      issue("interop/anonymize-short-key", { path: ["key"], facts: { found: key.length, expected: leastKey } }),
    );
  if (shiftWeeks !== undefined && (!Number.isInteger(shiftWeeks) || Math.abs(shiftWeeks) > mostWeeks))
    issues.push(
      issue("interop/anonymize-invalid-shift", {
        path: ["shiftWeeks"],
        facts: { found: shiftWeeks, expected: mostWeeks },
      }),
    );
  for (const [index, place] of keep.entries()) {
    const [table = "", field = ""] = place.split(".");
    if (!tables.has(table) || field === "")
      issues.push(
        issue("interop/anonymize-unknown-place", { path: ["keep", index], facts: { found: place.slice(0, 80) } }),
      );
  }
  return issues;
}

/** Rows of every table in order of their new ids, so that the order of the input does not show. */
function sortedTables(document: Fields): Fields {
  const idOf = (row: Json): string => String((row as Fields)["id"] ?? "");
  return Object.fromEntries(
    Object.entries(document).map(([name, rows]) => [
      name,
      Array.isArray(rows) && name !== "coverage" && name !== "events"
        ? [...(rows as readonly Json[])].sort((a, b) => compareText(idOf(a), idOf(b)))
        : rows,
    ]),
  );
}

function tablesOf(walk: Walk, document: WorkPlan | WorkRecords, of: "plan" | "records"): Fields {
  const node = walk.vocabulary[of];
  const parts = Object.entries(document).map(([table, value]): [string, Json | undefined] => [
    table,
    walkedFields(walk, node, { [table]: value as unknown as Json }, table)[table],
  ]);
  return sortedTables(Object.fromEntries(parts.filter(([, value]) => value !== undefined)) as Fields);
}

/**
 * Work under pseudonyms: for sharing a plan that computes as the real one does.
 *
 * By construction, from the kinds of fields in the published schemas: every id and every text is replaced by a keyed pseudonym
 * (HMAC-SHA-256), the same for the same text and key; every date moves by the same whole weeks; addresses, extensions and custom
 * fields go unless listed. Numbers, enumerations, names of fields, time zones, codes of jurisdictions and names of tools stay. Event
 * ids become numbers in reading order. The order of rows does not show. Schedules, measures of flow and findings are those of the
 * original up to names and shift, but for public holidays and yearly exceptions, which do not move, and for checks that read words.
 * Structure and numbers stay, so a reader who knows the work may recognise it.
 *
 * @param read - documents, and the report of the import where there is one
 * @param options - the key, the shift, what stays
 * @returns documents under pseudonyms, with a report that holds counts only
 *
 * Issues: interop/anonymize-short-key, interop/anonymize-invalid-shift, interop/anonymize-unknown-place.
 * Time O(size log size), space O(size).
 * Source: RFC 2104 and FIPS 180-4 for the keyed hash; own for the rest.
 *
 * @example
 * import { readMarkdown } from "@evenkeel/interop/markdown";
 * const read = orThrow(readMarkdown("- [ ] Buy Acme @ada"));
 * const hidden = orThrow(anonymize(read, { key: "correct horse battery" }));
 * /acme|ada/i.test(JSON.stringify(hidden)); // => false
 */
export function anonymize(read: Import, options: AnonymizeOptions): Result<Import> {
  const vocabulary = readVocabulary();
  const tables = new Set([
    ...Object.keys(vocabulary.plan.properties ?? {}),
    ...Object.keys(vocabulary.records.properties ?? {}),
  ]);
  const [first, ...rest] = faults(options, tables);
  if (first !== undefined) return refuse([first, ...rest]);
  const pseudonyms = pseudonymsOf(options.key, options.shiftWeeks);
  const walk: Walk = { vocabulary, pseudonyms, keep: new Set(options.keep ?? []) };
  const { events: _events, extensions: _extensions, ...aside } = read.history;
  const plan = tablesOf(walk, read.plan, "plan") as unknown as WorkPlan;
  const history = {
    ...walkedFields(walk, vocabulary.history, aside as unknown as Fields, "history"),
    events: walkedEvents(walk, read.history),
  } as unknown as WorkHistory;
  const records = tablesOf(walk, read.records, "records") as unknown as WorkRecords;
  const { format, counts, history: quality } = read.report;
  const coverage = [...(plan.coverage ?? []), ...(history.coverage ?? [])];
  return ok({
    plan,
    history,
    records,
    report: {
      format: { name: format.name, confidence: format.confidence },
      assumptions: [],
      fields: [],
      issues: [],
      counts,
      history: quality,
      coverage,
    },
  });
}
