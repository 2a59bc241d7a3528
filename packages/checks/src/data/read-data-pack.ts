import { severities } from "../severity.js";
import { isMembers, type Members, type Path, type ShapeReader } from "../shape/shape.js";
import type { CheckKind, CheckParam } from "../types.js";
import type { DataCheck, DataPack, Predicate } from "./types.js";

const kinds: readonly CheckKind[] = ["legal", "guideline", "evidence", "heuristic"];
const conditions = [
  "present",
  "absent",
  "equals",
  "oneOf",
  "atLeast",
  "atMost",
  "minLength",
  "maxLength",
  "countBetween",
  "contains",
] as const;
type Condition = (typeof conditions)[number];

const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === "string";
const isScalar = (value: unknown): boolean => isNumber(value) || isText(value) || typeof value === "boolean";
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

interface Operand {
  readonly fits: (value: unknown) => boolean;
  readonly expected: string;
  /** Whether a param may stand in its place. */
  readonly takesParam?: true;
}

const operands: Readonly<Record<Condition, Operand>> = {
  present: { fits: (value) => value === true, expected: "true" },
  absent: { fits: (value) => value === true, expected: "true" },
  equals: { fits: isScalar, expected: "text | number | boolean | param", takesParam: true },
  oneOf: {
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isScalar),
    expected: "list of text | number | boolean",
  },
  atLeast: { fits: (value) => isNumber(value) || isText(value), expected: "number | text | param", takesParam: true },
  atMost: { fits: (value) => isNumber(value) || isText(value), expected: "number | text | param", takesParam: true },
  minLength: { fits: isCount, expected: "count | param", takesParam: true },
  maxLength: { fits: isCount, expected: "count | param", takesParam: true },
  countBetween: {
    fits: (value) => Array.isArray(value) && value.length === 2 && value.every(isCount) && value[0] <= value[1],
    expected: "least and most",
  },
  contains: { fits: isScalar, expected: "text | number | boolean" },
};

function paramOf(value: unknown): string | undefined {
  if (!isMembers(value) || Object.keys(value).length !== 1) return undefined;
  return typeof value["param"] === "string" ? value["param"] : undefined;
}

function readPredicate(reader: ShapeReader, value: unknown, path: Path, params: Members): Predicate | undefined {
  const members = reader.members(value, path, ["field", "unit", ...conditions]);
  if (members === undefined) return undefined;
  const before = reader.issues.length;
  const field = reader.text(members["field"], [...path, "field"]);
  if (field?.split(".").some((key) => key === "") === true) reader.wrong(field, [...path, "field"], "dotted path");
  if (members["unit"] !== undefined) reader.text(members["unit"], [...path, "unit"]);
  const given = conditions.filter((condition) => members[condition] !== undefined);
  if (given.length !== 1) reader.fault("checks/not-one-condition", path, { found: [...given] });
  for (const condition of given) {
    const { fits, expected, takesParam } = operands[condition];
    const param = takesParam === true ? paramOf(members[condition]) : undefined;
    if (param === undefined) {
      if (!fits(members[condition])) reader.wrong(members[condition], [...path, condition], expected);
    } else if (!Object.hasOwn(params, param))
      reader.unknown("checks/unknown-param", param, [...path, condition, "param"], Object.keys(params));
    else if (!fits(params[param])) reader.wrong(params[param], [...path, condition, "param"], expected);
  }
  return reader.issues.length > before ? undefined : ({ ...members } as unknown as Predicate);
}

function readParams(reader: ShapeReader, value: unknown, path: Path): Readonly<Record<string, CheckParam>> {
  const table = value === undefined ? {} : (reader.table(value, path) ?? {});
  for (const name of Object.keys(table))
    if (!isScalar(table[name])) reader.wrong(table[name], [...path, name], "text | number | boolean");
  return { ...table } as Readonly<Record<string, CheckParam>>;
}

const checkId = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const checkKeys: readonly (keyof DataCheck)[] = [
  "id",
  "version",
  "kind",
  "citation",
  "table",
  "when",
  "require",
  "severity",
  "since",
  "until",
  "unverified",
  "params",
  "message",
  "remedy",
];

/** What a rule must fit. */
interface Surroundings {
  readonly pack: string;
  readonly tables: readonly string[] | undefined;
}

function readOptional(reader: ShapeReader, members: Members, path: Path): Partial<DataCheck> {
  const { severity, since, until, unverified, remedy } = members;
  for (const [key, day] of Object.entries({ since, until })) {
    if (day !== undefined) reader.day(day, [...path, key]);
  }
  if (severity !== undefined && !severities.some((each) => each === severity))
    reader.unknown("checks/unknown-severity", String(severity), [...path, "severity"], severities);
  if (unverified !== undefined) reader.flag(unverified, [...path, "unverified"]);
  if (remedy !== undefined) reader.text(remedy, [...path, "remedy"]);
  return Object.fromEntries(
    Object.entries({ severity, since, until, unverified, remedy }).filter(([, value]) => value !== undefined),
  );
}

function readCheck(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  { pack, tables }: Surroundings,
): DataCheck | undefined {
  const before = reader.issues.length;
  const members = reader.members(value, path, checkKeys);
  if (members === undefined) return undefined;
  const text = (key: string): string => reader.text(members[key], [...path, key]) ?? "";
  const [id, version, table, message] = [text("id"), text("version"), text("table"), text("message")];
  if (id !== "" && !checkId.test(id)) reader.wrong(id, [...path, "id"], "pack/kebab-noun");
  else if (id !== "" && !id.startsWith(`${pack}/`))
    reader.fault("checks/foreign-check-id", [...path, "id"], { id, pack }, [id]);
  if (table !== "" && tables?.includes(table) === false)
    reader.unknown("checks/unknown-table", table, [...path, "table"], tables);
  const kind = reader.oneOf(members["kind"], [...path, "kind"], kinds) ?? "heuristic";
  const citation = reader.citations(members["citation"], [...path, "citation"]);
  const params = readParams(reader, members["params"], [...path, "params"]);
  const predicates = (key: "when" | "require"): Predicate[] =>
    reader
      .list(members[key], [...path, key])
      .flatMap((each, index) => readPredicate(reader, each, [...path, key, index], params) ?? []);
  const [when, require] = [predicates("when"), predicates("require")];
  if (Array.isArray(members["require"]) ? members["require"].length === 0 : members["require"] === undefined)
    reader.fault("checks/requires-nothing", [...path, "require"], { id }, [id]);
  const more = readOptional(reader, members, path);
  if (reader.issues.length > before) return undefined;
  return { id, version, kind, citation, table, when, require, params, message, ...more };
}

/** Reads a pack of rules; faults go to the reader. */
export function readDataPack(
  reader: ShapeReader,
  value: unknown,
  tables: readonly string[] | undefined,
): DataPack | undefined {
  const members = reader.members(
    value,
    [],
    ["$schema", "formatVersion", "id", "title", "version", "checks", "settings"],
  );
  if (members === undefined) return undefined;
  const { formatVersion } = members;
  if (formatVersion !== 1)
    return reader.fault("checks/pack-version", ["formatVersion"], { found: String(formatVersion), known: 1 });
  const text = (key: string): string => reader.text(members[key], [key]) ?? "";
  const [id, title, version] = [text("id"), text("title"), text("version")];
  if (members["checks"] === undefined) reader.wrong(undefined, ["checks"], "list");
  const ids = new Set<string>();
  const checks = reader.list(members["checks"], ["checks"]).flatMap((each, index) => {
    const check = readCheck(reader, each, ["checks", index], { pack: id, tables });
    if (check !== undefined && ids.has(check.id))
      reader.fault("checks/duplicate-check", ["checks", index, "id"], { id: check.id }, [check.id]);
    if (check !== undefined) ids.add(check.id);
    return check ?? [];
  });
  const settings = members["settings"];
  if (settings !== undefined) reader.table(settings, ["settings"]);
  return {
    formatVersion: 1,
    id,
    title,
    version,
    checks,
    ...(isMembers(settings) ? { settings: settings as DataPack["settings"] & {} } : {}),
  };
}
