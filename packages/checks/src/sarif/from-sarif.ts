import { acceptUnlessError, type Result } from "@evenkeel/kernel";
import { severities } from "../severity.js";
import { isMembers, type Members, own, type Path, ShapeReader } from "../shape/shape.js";
import type { CheckKind, DataClass, Finding, Outcome, Reference } from "../types.js";
import { fingerprintName } from "./to-sarif.js";

const outcomes: ReadonlyMap<unknown, Outcome> = new Map([
  ["fail", "fail"],
  ["pass", "pass"],
  ["open", "unknown"],
  ["notApplicable", "inapplicable"],
]);
const checkKinds: readonly CheckKind[] = ["legal", "guideline", "evidence", "heuristic"];
const dataClasses: readonly DataClass[] = ["planFact", "teamRate", "record", "wellbeing"];
const optional = ["measured", "threshold", "window", "missing", "personId", "groupSize"] as const;

function readLocation(reader: ShapeReader, value: unknown, path: Path): Reference | undefined {
  const list = isMembers(value) ? value["logicalLocations"] : undefined;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  if (!isMembers(first)) return reader.wrong(first, [...path, "logicalLocations", 0], "object");
  const { name, kind } = first;
  if (typeof name !== "string" || typeof kind !== "string")
    return reader.wrong(first, [...path, "logicalLocations", 0], "name and kind");
  return { table: kind, id: name };
}

function isMeasured(value: unknown): boolean {
  return isMembers(value) && typeof value["value"] === "number" && typeof value["unit"] === "string";
}

const shapes: Readonly<
  Record<(typeof optional)[number], { readonly fits: (value: unknown) => boolean; readonly expected: string }>
> = {
  measured: { fits: isMeasured, expected: "value and unit" },
  threshold: { fits: isMeasured, expected: "value and unit" },
  window: {
    fits: (value) => isMembers(value) && typeof value["from"] === "string" && typeof value["to"] === "string",
    expected: "from and to",
  },
  missing: {
    fits: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
    expected: "list of text",
  },
  personId: { fits: (value) => typeof value === "string", expected: "text" },
  groupSize: { fits: (value) => typeof value === "number", expected: "number" },
};

function waiverOf(suppressions: unknown): string | undefined {
  const first: unknown = Array.isArray(suppressions) ? suppressions[0] : undefined;
  const properties = isMembers(first) ? first["properties"] : undefined;
  const waiver = isMembers(properties) ? properties["waiver"] : undefined;
  return typeof waiver === "string" ? waiver : undefined;
}

function readResult(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  citations: ReadonlyMap<string, unknown>,
): Finding | undefined {
  const before = reader.issues.length;
  const result = reader.table(value, path);
  const more = result && reader.table(result["properties"], [...path, "properties"]);
  if (result === undefined || more === undefined) return undefined;
  const at = (key: string): Path => [...path, "properties", key];
  const checkId = reader.text(result["ruleId"], [...path, "ruleId"]) ?? "";
  const outcome = outcomes.get(result["kind"]) ?? reader.wrong(result["kind"], [...path, "kind"], "kind of a result");
  const prints = result["partialFingerprints"];
  const fingerprint = reader.text(isMembers(prints) ? own(prints, fingerprintName) : undefined, [
    ...path,
    "partialFingerprints",
    fingerprintName,
  ]);
  const places = reader.list(result["locations"], [...path, "locations"]);
  const subject = readLocation(reader, places[0], [...path, "locations", 0]);
  const evidence = reader
    .list(result["relatedLocations"], [...path, "relatedLocations"])
    .flatMap((each, index) => readLocation(reader, each, [...path, "relatedLocations", index]) ?? []);
  const code = reader.text(more["code"], at("code"));
  const facts = reader.table(more["facts"], at("facts"));
  const version =
    typeof more["version"] === "string" ? more["version"] : reader.wrong(more["version"], at("version"), "text");
  const kind = reader.oneOf(more["kind"], at("kind"), checkKinds);
  const dataClass = reader.oneOf(more["dataClass"], at("dataClass"), dataClasses);
  const severity = reader.oneOf(more["severity"], at("severity"), severities);
  const citation = reader.list(more["citation"] ?? citations.get(checkId), at("citation"));
  for (const key of optional)
    if (more[key] !== undefined && !shapes[key].fits(more[key])) reader.wrong(more[key], at(key), shapes[key].expected);
  if (reader.issues.length > before) return undefined;
  const waiver = waiverOf(result["suppressions"]);
  return {
    code,
    facts,
    checkId,
    version,
    kind,
    dataClass,
    outcome,
    severity,
    subject,
    evidence,
    citation,
    ...Object.fromEntries(optional.filter((key) => more[key] !== undefined).map((key) => [key, more[key]])),
    fingerprint,
    ...(waiver === undefined ? {} : { waiver }),
  } as Finding;
}

function citationsOf(run: Members): Map<string, unknown> {
  const driver = isMembers(run["tool"]) ? run["tool"]["driver"] : undefined;
  const rules: unknown = isMembers(driver) ? driver["rules"] : undefined;
  const citations = new Map<string, unknown>();
  for (const rule of Array.isArray(rules) ? rules : [])
    if (isMembers(rule) && typeof rule["id"] === "string" && isMembers(rule["properties"]))
      citations.set(rule["id"], rule["properties"]["citation"]);
  return citations;
}

/**
 * Reads back the findings of a log that `toSarif` wrote; all faults are told at once.
 *
 * Findings come back as they were, in the order of the log. Not findings, and so not given back: texts, descriptions of
 * rules, reasons and days of waivers (their ids are), the state beside a baseline and absent results, notifications,
 * grants. Results of other tools are refused: they lack what a finding must say.
 *
 * @param log - a SARIF log as read from a file
 * @returns findings of all runs
 *
 * Issues: checks/sarif-version, checks/wrong-shape.
 * Time O(results), space the same.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (2020).
 *
 * @example
 * orThrow(fromSarif(toSarif([], [], {}))); // => []
 */
export function fromSarif(log: unknown): Result<Finding[]> {
  const reader = new ShapeReader();
  const members = reader.table(log, []) ?? {};
  if (members["version"] !== "2.1.0")
    reader.fault("checks/sarif-version", ["version"], { found: String(members["version"]), known: "2.1.0" });
  const findings = reader.list(members["runs"], ["runs"]).flatMap((each, index) => {
    const run = reader.table(each, ["runs", index]);
    if (run === undefined) return [];
    const citations = citationsOf(run);
    return reader.list(run["results"], ["runs", index, "results"]).flatMap((result, at) => {
      if (isMembers(result) && result["baselineState"] === "absent") return [];
      return readResult(reader, result, ["runs", index, "results", at], citations) ?? [];
    });
  });
  return acceptUnlessError(findings, reader.issues);
}
