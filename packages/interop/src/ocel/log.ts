import { issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";

/** A value of an attribute, and from when on it holds. */
export interface OcelValue {
  readonly name: string;
  readonly time: string | undefined;
  readonly value: Json;
}

/** A reference to an object. */
export interface OcelReference {
  readonly objectId: string;
  readonly qualifier: string | undefined;
}

/** An object or an event, whichever layout it was written in. */
export interface OcelRecord {
  readonly id: string;
  readonly type: string;
  /** Of events. */
  readonly time: string | undefined;
  readonly values: readonly OcelValue[];
  readonly references: readonly OcelReference[];
  /** Members the format does not know. */
  readonly rest: { readonly [key: string]: Json };
  readonly source: JsonObject;
  readonly path: readonly (string | number)[];
}

/** A log in either layout. */
export interface OcelLog {
  readonly version: "1.0" | "2.0";
  readonly objects: readonly OcelRecord[];
  readonly events: readonly OcelRecord[];
  /** Objects and events without an id or a type. */
  readonly nameless: readonly { readonly path: readonly (string | number)[]; readonly source: Json }[];
  /** What stands at the top beside objects and events. */
  readonly rest: { readonly [key: string]: Json };
}

type Nameless = { readonly path: readonly (string | number)[]; readonly source: Json }[];

function without(source: JsonObject, names: readonly string[]): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !names.includes(key)));
}

const members = ["id", "type", "time", "attributes", "relationships"];

/** An object or event as version 2.0 writes it. */
function recordOf(source: Json, path: readonly (string | number)[], nameless: Nameless): OcelRecord | undefined {
  const [id, type] = [textAt(source, "id"), textAt(source, "type")];
  if (!isObject(source) || id === undefined || id === "" || type === undefined) {
    nameless.push({ path, source });
    return undefined;
  }
  const values = listAt(source, "attributes").flatMap((each): OcelValue[] => {
    const name = textAt(each, "name");
    const value = isObject(each) && Object.hasOwn(each, "value") ? each["value"] : undefined;
    return name === undefined || value === undefined ? [] : [{ name, time: textAt(each, "time"), value }];
  });
  const references = listAt(source, "relationships").flatMap((each): OcelReference[] => {
    const objectId = textAt(each, "objectId");
    return objectId === undefined ? [] : [{ objectId, qualifier: textAt(each, "qualifier") }];
  });
  return { id, type, time: textAt(source, "time"), values, references, rest: without(source, members), source, path };
}

const first = { type: "ocel:type", activity: "ocel:activity", time: "ocel:timestamp" };
const firstMembers = [
  ...Object.values(first),
  ...["ocel:ovmap", "ocel:vmap", "ocel:omap", "ocel:typedOmap", "ocel:o2o"],
];

/** An object or event as version 1.0 writes it: under its id, values as members. */
function firstRecord(
  id: string,
  source: Json,
  path: readonly (string | number)[],
  nameless: Nameless,
): OcelRecord | undefined {
  const type = textAt(source, first.activity) ?? textAt(source, first.type);
  if (!isObject(source) || type === undefined || id === "") {
    nameless.push({ path, source });
    return undefined;
  }
  const map = member(source, "ocel:ovmap") ?? member(source, "ocel:vmap");
  const values = isObject(map)
    ? Object.keys(map).map((name) => ({ name, time: undefined, value: map[name] as Json }))
    : [];
  const typed = [...listAt(source, "ocel:typedOmap"), ...listAt(source, "ocel:o2o")].flatMap(
    (each): OcelReference[] => {
      const objectId = textAt(each, "ocel:oid");
      return objectId === undefined ? [] : [{ objectId, qualifier: textAt(each, "ocel:qualifier") }];
    },
  );
  const qualified = new Set(typed.map((each) => each.objectId));
  const plain = listAt(source, "ocel:omap").flatMap((each): OcelReference[] =>
    typeof each === "string" && !qualified.has(each) ? [{ objectId: each, qualifier: undefined }] : [],
  );
  const references = [...plain, ...typed];
  return {
    id,
    type,
    time: textAt(source, first.time),
    values,
    references,
    rest: without(source, firstMembers),
    source,
    path,
  };
}

function firstRecords(value: Json, key: string, nameless: Nameless): OcelRecord[] {
  const map = member(value, key);
  if (!isObject(map)) return [];
  return Object.keys(map).flatMap((id) => firstRecord(id, map[id] as Json, [key, id], nameless) ?? []);
}

function records(value: Json, key: string, nameless: Nameless): OcelRecord[] {
  return listAt(value, key).flatMap((each, index) => recordOf(each, [key, index], nameless) ?? []);
}

/** Reads the layout of a log; refused where the value has neither. */
export function readLog(value: Json): Result<OcelLog> {
  const nameless: Nameless = [];
  if (isObject(member(value, "ocel:objects")) || isObject(member(value, "ocel:events"))) {
    const [objects, events] = [
      firstRecords(value, "ocel:objects", nameless),
      firstRecords(value, "ocel:events", nameless),
    ];
    const rest = without(value as JsonObject, ["ocel:objects", "ocel:events"]);
    return ok({ version: "1.0", objects, events, nameless, rest });
  }
  if (!isObject(value) || !Array.isArray(value["objects"]) || !Array.isArray(value["events"])) {
    const facts = {
      found: isObject(value) ? Object.keys(value).slice(0, 5).join(", ") : typeof value,
      expected: "objects and events",
    };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const [objects, events] = [records(value, "objects", nameless), records(value, "events", nameless)];
  return ok({ version: "2.0", objects, events, nameless, rest: without(value, ["objects", "events"]) });
}
