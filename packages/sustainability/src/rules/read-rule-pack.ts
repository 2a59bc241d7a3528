import { type CheckKind, type Members, ShapeReader, severities } from "@evenkeel/checks";
import { acceptUnlessError, type Issue, type Result } from "@evenkeel/kernel";
import { measures } from "../working-time/measures/index.js";
import { expectedOf, fits } from "./measure-params.js";
import type { RulePack, RuleSpec } from "./types.js";

type Path = Issue["path"];

const kinds: readonly CheckKind[] = ["legal", "guideline", "evidence", "heuristic"];
const comparators = ["atLeast", "atMost", "below", "above"] as const;
const ruleId = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const packKeys: readonly (keyof RulePack)[] = [
  "$schema",
  "formatVersion",
  "id",
  "title",
  "version",
  "notice",
  "jurisdictions",
  "optIn",
  "rules",
];
const ruleKeys: readonly (keyof RuleSpec)[] = [
  "id",
  "title",
  "kind",
  "citation",
  "measure",
  "with",
  "versions",
  "unverified",
  "jurisdictions",
  "optOut",
  "derogation",
  "evidence",
  "reading",
  "severity",
];

function readVersions(reader: ShapeReader, value: unknown, path: Path): void {
  const list = reader.list(value, path);
  if (list.length === 0) reader.wrong(value, path, "list with at least one version");
  let before = "";
  for (const [index, each] of list.entries()) {
    const at = [...path, index];
    const members = reader.members(each, at, ["since", "until", "bound", "citation"]);
    if (members === undefined) continue;
    const since = reader.day(members["since"], [...at, "since"]) ?? "";
    const until = members["until"] === undefined ? "9999-12-31" : reader.day(members["until"], [...at, "until"]);
    if (since !== "" && (since <= before || (until ?? since) < since))
      reader.fault("sustainability/versions-overlap", [...at, "since"], { since, before });
    before = until ?? since;
    const bound = reader.members(members["bound"], [...at, "bound"], comparators);
    const given = comparators.filter((name) => bound?.[name] !== undefined);
    if (bound !== undefined && given.length !== 1)
      reader.fault("checks/not-one-condition", [...at, "bound"], { found: given });
    for (const name of given)
      if (typeof bound?.[name] !== "number" || !Number.isFinite(bound[name]))
        reader.wrong(bound?.[name], [...at, "bound", name], "number");
    if (members["citation"] !== undefined) reader.citations(members["citation"], [...at, "citation"]);
  }
}

function readMeasure(reader: ShapeReader, members: Members, path: Path): void {
  const name = reader.text(members["measure"], [...path, "measure"]);
  if (name === undefined) return;
  const measure = measures.get(name);
  if (measure === undefined) {
    reader.unknown("sustainability/unknown-measure", name, [...path, "measure"], measures.keys());
    return;
  }
  const known = Object.keys(measure.params);
  const given = members["with"] === undefined ? {} : (reader.members(members["with"], [...path, "with"], known) ?? {});
  for (const key of known) {
    const spec = measure.params[key];
    if (spec === undefined || (!Object.hasOwn(given, key) && spec.default !== undefined)) continue;
    if (!fits(given[key], spec)) reader.wrong(given[key], [...path, "with", key], expectedOf(spec));
  }
}

function readRule(reader: ShapeReader, value: unknown, path: Path, pack: string): string | undefined {
  const members = reader.members(value, path, ruleKeys);
  if (members === undefined) return undefined;
  const id = reader.text(members["id"], [...path, "id"]);
  if (id !== undefined && !ruleId.test(id)) reader.wrong(id, [...path, "id"], "pack/kebab-noun");
  else if (id !== undefined && !id.startsWith(`${pack}/`))
    reader.fault("checks/foreign-check-id", [...path, "id"], { id, pack }, [id]);
  reader.text(members["title"], [...path, "title"]);
  reader.oneOf(members["kind"], [...path, "kind"], kinds);
  reader.citations(members["citation"], [...path, "citation"]);
  readMeasure(reader, members, path);
  readVersions(reader, members["versions"], [...path, "versions"]);
  for (const key of ["unverified", "optOut"] as const)
    if (members[key] !== undefined) reader.flag(members[key], [...path, key]);
  for (const key of ["derogation", "evidence", "reading"] as const)
    if (members[key] !== undefined) reader.text(members[key], [...path, key]);
  if (members["jurisdictions"] !== undefined) reader.texts(members["jurisdictions"], [...path, "jurisdictions"]);
  if (members["severity"] !== undefined) reader.oneOf(members["severity"], [...path, "severity"], severities);
  return id;
}

/**
 * Reads a pack of rules written as plain JSON; all faults are told at once, each with its path.
 *
 * @param value - as read from anywhere
 * @returns the pack, as given
 *
 * Issues: checks/pack-version, checks/wrong-shape, checks/unknown-key, checks/no-citation, checks/not-one-condition,
 * checks/foreign-check-id, checks/duplicate-check, sustainability/unknown-measure, sustainability/versions-overlap,
 * kernel/invalid-time-text, kernel/impossible-date.
 * Time and space O(size of the pack).
 * Source: own.
 *
 * @example
 * readRulePack({ formatVersion: 2 }).issues.map(({ code }) => code)[0]; // => "checks/pack-version"
 */
export function readRulePack(value: unknown): Result<RulePack> {
  const reader = new ShapeReader();
  const members = reader.members(value, [], packKeys) ?? {};
  if (members["formatVersion"] !== 1)
    reader.fault("checks/pack-version", ["formatVersion"], { found: String(members["formatVersion"]), known: 1 });
  const id = reader.text(members["id"], ["id"]) ?? "";
  for (const key of ["title", "version", "notice"]) reader.text(members[key], [key]);
  if (members["jurisdictions"] !== undefined) reader.texts(members["jurisdictions"], ["jurisdictions"]);
  if (members["optIn"] !== undefined) reader.flag(members["optIn"], ["optIn"]);
  if (members["rules"] === undefined) reader.wrong(undefined, ["rules"], "list");
  const ids = new Set<string>();
  for (const [index, each] of reader.list(members["rules"], ["rules"]).entries()) {
    const rule = readRule(reader, each, ["rules", index], id);
    if (rule === undefined) continue;
    if (ids.has(rule)) reader.fault("checks/duplicate-check", ["rules", index, "id"], { id: rule }, [rule]);
    ids.add(rule);
  }
  return acceptUnlessError(value as RulePack, reader.issues);
}
