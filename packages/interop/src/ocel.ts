import { issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { createDraft, type Draft } from "./draft.js";
import { finish } from "./finish.js";
import { parseJson, tallyJson } from "./json-text.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { type LossTable, nothingLost } from "./loss-table.js";
import { readForeign } from "./ocel/foreign.js";
import { type OcelLog, readLog } from "./ocel/log.js";
import { isOwn, qualityOf, readOwn } from "./ocel/own.js";
import { translateLog, xmlFates } from "./ocel/xml.js";
import { firstFates, isFirstVersion, touchedIn, translateFirst } from "./ocel/xml-first.js";
import { compileFates, fates, unnamedFate } from "./tally.js";
import type { Import, Limits, ReadOptions, Source } from "./types.js";
import { child, parseXml, tallyXml } from "./xml-tree.js";
import { assumeZone } from "./zoned-time.js";

export { writeOcel } from "./write-ocel.js";

const coverage = [
  { tool: "ocel", table: "items", fields: ["title", "sourceKind", "stateId", "startedAt"] },
  { tool: "ocel", table: "workflows", fields: ["states"] },
  { tool: "ocel", table: "relations", fields: ["kind", "fromId", "toId"] },
  { tool: "ocel", table: "events", fields: ["stateChanged", "changed"] },
] as const;

function foreignFates(keep: boolean) {
  const rules = fates(
    "mapped",
    undefined,
    "objects/*/id > items.id",
    "objects/*/type > items.sourceKind",
    "objects/*/relationships/** > relations",
    "events/*/id > events.id",
    "events/*/type > events.to",
    "events/*/time > events.at",
    "events/*/relationships/*/objectId > events.subject",
    "ocel:objects/*/ocel:type > items.sourceKind",
    "ocel:objects/*/ocel:o2o/** > relations",
    "ocel:events/*/ocel:activity > events.to",
    "ocel:events/*/ocel:timestamp > events.at",
    "ocel:events/*/ocel:omap/** > events.subject",
  );
  return compileFates(rules, unnamedFate(keep, "customFields and extensions"));
}

const ownFates = compileFates(
  fates(
    "mapped",
    undefined,
    "objectTypes/** > types of fields",
    "eventTypes/** > types of fields",
    "objects/*/id > id",
    "objects/*/type > table",
    "objects/*/attributes/** > fields of rows",
    "objects/*/relationships/** > the fields they repeat",
    "events/*/id > events.id",
    "events/*/type > events.type",
    "events/*/time > events.at",
    "events/*/attributes/** > fields of events",
    "events/*/relationships/** > the fields they repeat",
  ),
  { fate: "dropped", why: "no part of the documents" },
);

/** Accounts for every field of the source. */
type Account = (draft: Draft, isOwn: boolean) => void;

/** A log in JSON, or in XML as the same in JSON. */
interface Opened {
  readonly value: Json;
  readonly account: Account;
  /** Whether the log says itself that it is of version 1.0 by its layout in XML. */
  readonly isFirst?: boolean;
}

function openJson(text: string, limits: Limits): Result<Opened> {
  const parsed = parseJson(text, limits);
  if (!parsed.ok) return parsed;
  const account: Account = (draft, own) => {
    const keep = draft.options.keepUnmapped ?? true;
    if (own) tallyJson(draft.tally, parsed.value, "", ownFates, draft.lost);
    else tallyJson(draft.tally, parsed.value, "", foreignFates(keep), draft.lost, draft.moved);
  };
  return ok({ value: parsed.value, account });
}

function openXml(text: string, limits: Limits): Result<Opened> {
  const parsed = parseXml(text, limits);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (root.name !== "log" || child(root, "objects") === undefined || child(root, "events") === undefined) {
    const facts = { found: root.name.slice(0, 120), expected: "log with objects and events" };
    return refuse([issue("interop/any-wrong-format", { path: [root.line], facts })]);
  }
  const isFirst = isFirstVersion(root);
  const { value, elements } = isFirst ? translateFirst(root) : translateLog(root);
  const account: Account = (draft, own) => {
    const placed = <T>(found: ReadonlyMap<object, T>) =>
      new Map([...found].map(([part, fate]) => [elements.get(part) ?? part, fate] as const));
    const keep = draft.options.keepUnmapped ?? true;
    const fateOf = isFirst ? firstFates(keep) : xmlFates(own, keep);
    if (isFirst) for (const list of touchedIn(root)) draft.moved.set(list, { fate: "mapped", to: "events.subject" });
    tallyXml(draft.tally, root, "log", fateOf, placed(draft.lost), placed(draft.moved));
  };
  return ok({ value, account, isFirst });
}

function importOwn(draft: Draft, log: OcelLog, account: Account): Result<Import> {
  const documents = readOwn(draft, log);
  if (!documents.ok) return documents;
  for (const { source } of log.nameless) {
    draft.counts.read++;
    draft.counts.rejected++;
    if (typeof source === "object" && source !== null) draft.lost.set(source, "no id or no type");
  }
  qualityOf(draft, documents.value);
  account(draft, true);
  // The report of an empty draft, with the documents as they were written.
  const report = finish(draft);
  if (!report.ok) return report;
  const { plan, history } = documents.value;
  const own = [...(plan.coverage ?? []), ...(history.coverage ?? [])];
  return ok({ ...documents.value, report: { ...report.value.report, coverage: own } }, draft.issues);
}

function importForeign(draft: Draft, log: OcelLog, account: Account): Result<Import> {
  const keep = draft.options.keepUnmapped ?? true;
  assumeZone(draft);
  const unplaced = readForeign(draft, log);
  const rest = { ...log.rest, ...Object.fromEntries(unplaced) };
  if (keep && Object.keys(rest).length > 0) draft.plan = { extensions: { ocel: rest } };
  draft.coverage = coverage;
  account(draft, false);
  return finish(draft);
}

/**
 * Reads an object-centric event log, OCEL in JSON or XML of version 2.0 or 1.0. A log that `writeOcel` wrote gives back the same
 * documents. In any other each object is an item of its type, each event one event of every object it touched, changes of
 * attributes are changes, and relationships relations.
 *
 * @param source - bytes or text
 * @param options - zone of times without one, limits, strict codes
 * @returns plan, exact history, records, report
 *
 * Issues: interop/any-*, interop/ocel-*; for logs of our own also schema/*, core/*.
 * Time O(n log n), space O(n).
 * Source: Berti et al., OCEL (Object-Centric Event Log) 2.0 Specification, 2024; OCEL 1.0, 2020.
 *
 * @example
 * orThrow(readOcel('{"objects":[{"id":"o1","type":"Order"}],"events":[{"id":"e1","type":"Pay","time":"2026-03-02T09:00:00Z","relationships":[{"objectId":"o1","qualifier":"order"}]}]}')).plan.items[0].stateId; // => "Pay"
 */
export function readOcel(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const limits = limitsOf(options);
  const { text } = decoded.value;
  const opened = /^\s*</.test(text) ? openXml(text, limits) : openJson(text, limits);
  if (!opened.ok) return opened;
  const read = readLog(opened.value.value);
  if (!read.ok) return read;
  const log: OcelLog = opened.value.isFirst === true ? { ...read.value, version: "1.0" } : read.value;
  const count = log.objects.length + log.events.length + log.nameless.length;
  if (count > limits.rows) return refuse([beyondLimit("rows", count, limits.rows)]);
  const draft = createDraft("ocel", options);
  draft.assumptions.push(...decoded.value.assumptions);
  draft.version = log.version;
  return (isOwn(log) ? importOwn : importForeign)(draft, log, opened.value.account);
}

/** What the writer keeps of a plan: all of it. */
export const lossOfOcel: LossTable = /* @__PURE__ */ nothingLost("ocel");
