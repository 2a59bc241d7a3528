import type { WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
import { canonicalJson, type Issue, issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { parseHistory, parsePlan, parseRecords } from "@evenkeel/schema";
import { decodeSource } from "./decode.js";
import { isObject, listAt, member, numberAt, parseJson, tallyJson } from "./json-text.js";
import { limitsOf } from "./limits.js";
import { type LossTable, nothingLost } from "./loss-table.js";
import { createTally } from "./tally.js";
import type { Import, ImportReport, ReadOptions, Source } from "./types.js";

/** Version of the envelope this package writes. */
export const envelopeVersion = 1;

/** The documents a native file holds. */
export interface NativeDocuments {
  readonly plan: WorkPlan;
  readonly history?: WorkHistory;
  readonly records?: WorkRecords;
  readonly report?: ImportReport;
}

const known = ["format", "formatVersion", "plan", "history", "records", "report"];

/**
 * Writes plan, history, records and report as one native JSON text; equal documents give equal bytes.
 *
 * @param documents - the plan, and what else is to be kept with it
 * @returns JSON, keys sorted by code units
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * writeEvenkeelJson({ plan: { formatVersion: 1 } }); // => '{"format":"evenkeel","formatVersion":1,"plan":{"formatVersion":1}}'
 */
export function writeEvenkeelJson(documents: NativeDocuments): string {
  const { plan, history, records, report } = documents;
  return canonicalJson({ format: "evenkeel", formatVersion: envelopeVersion, plan, history, records, report });
}

function located(found: Issue, part: string): Issue {
  return { ...found, path: [part, ...found.path] };
}

function envelopeFault(value: Json): Issue | undefined {
  if (member(value, "format") !== "evenkeel" || !isObject(member(value, "plan"))) {
    const facts = {
      found: canonicalJson(member(value, "format") ?? "").slice(0, 40),
      expected: 'format "evenkeel" with a plan',
    };
    return issue("interop/any-wrong-format", { path: ["format"], facts });
  }
  const version = numberAt(value, "formatVersion");
  if (version === envelopeVersion) return undefined;
  return issue("interop/evenkeel-version", {
    path: ["formatVersion"],
    facts: { found: version ?? 0, expected: envelopeVersion },
  });
}

function reportOf(
  value: Json,
  plan: WorkPlan,
  history: WorkHistory,
  issues: readonly Issue[],
  options: ReadOptions,
): ImportReport {
  const tally = createTally();
  const before = member(value, "report");
  const fate = (source: string) => {
    const [part = ""] = source.split("/");
    if (!known.includes(part)) return { fate: "dropped", why: "no part of the format" } as const;
    return part === "report"
      ? ({ fate: "dropped", why: "the report of an earlier import" } as const)
      : ({ fate: "mapped", to: part } as const);
  };
  tallyJson(tally, value, "", fate, new Map());
  const read =
    Object.values(plan).reduce((sum: number, rows) => sum + (Array.isArray(rows) ? rows.length : 0), 0) +
    history.events.length;
  const items = plan.items?.length ?? 0;
  const quality = member(before, "history");
  const count = (key: string) => numberAt(quality, key) ?? 0;
  const zone =
    options.zone === undefined
      ? []
      : [{ code: "interop/assumed-zone", what: "zone", value: options.zone, evidence: "option" }];
  return {
    format: { name: "evenkeel-json", version: String(envelopeVersion), confidence: 1 },
    assumptions: [...zone, ...(listAt(before, "assumptions") as unknown as ImportReport["assumptions"])],
    fields: tally.rows(),
    issues,
    counts: { read, imported: read, merged: 0, rejected: 0 },
    history:
      quality === undefined
        ? {
            exact: 0,
            fromTimestamps: 0,
            unavailable: history.events.length === 0 ? items : 0,
            truncated: history.truncated?.length ?? 0,
          }
        : {
            exact: count("exact"),
            fromTimestamps: count("fromTimestamps"),
            unavailable: count("unavailable"),
            truncated: count("truncated"),
          },
    coverage: [...(plan.coverage ?? []), ...(history.coverage ?? [])],
  };
}

/**
 * Reads the native JSON: `{format: "evenkeel", formatVersion, plan, history?, records?, report?}`, validated as the
 * schemas say, older documents migrated.
 *
 * @param source - bytes or text
 * @param options - limits and encoding
 * @returns the documents with a new report; the assumptions of an earlier report are carried on
 *
 * Issues: interop/any-*, interop/evenkeel-version, schema/*, core/*.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * orThrow(readEvenkeelJson('{"format":"evenkeel","formatVersion":1,"plan":{"formatVersion":1}}')).plan; // => { formatVersion: 1 }
 */
export function readEvenkeelJson(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const parsed = parseJson(decoded.value.text, limitsOf(options), "plain");
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  const fault = envelopeFault(value);
  if (fault !== undefined) return refuse([fault]);
  const plan = parsePlan(member(value, "plan"));
  const history = parseHistory(
    member(value, "history") ?? { formatVersion: 1, events: [] },
    plan.ok ? plan.value : undefined,
  );
  const records = parseRecords(member(value, "records") ?? { formatVersion: 1 });
  const issues = [
    ...plan.issues.map((found) => located(found, "plan")),
    ...history.issues.map((found) => located(found, "history")),
    ...records.issues.map((found) => located(found, "records")),
  ];
  if (!plan.ok || !history.ok || !records.ok) {
    const [first, ...rest] = issues;
    return refuse([
      first ?? issue("interop/any-wrong-format", { facts: { found: "", expected: "documents" } }),
      ...rest,
    ]);
  }
  const report = reportOf(value, plan.value, history.value, issues, options);
  return ok({ plan: plan.value, history: history.value, records: records.value, report }, issues);
}

/** What the writer keeps of a plan: all of it. */
export const lossOfEvenkeelJson: LossTable = /* @__PURE__ */ nothingLost("evenkeel-json");
