import { type Json, ok, type Result } from "@evenkeel/kernel";
import type { Limits } from "../types.js";
import { parseXml, type XmlElement } from "../xml-tree.js";

type Members = { [name: string]: Json };

/** Offsets of the zones that older releases name (RFC 822, section 5). */
const namedZones = new Map([
  ["EDT", "-0400"],
  ["EST", "-0500"],
  ["CDT", "-0500"],
  ["CST", "-0600"],
  ["MDT", "-0600"],
  ["MST", "-0700"],
  ["PDT", "-0700"],
  ["PST", "-0800"],
]);

/** An element as its text, or as an object of its attributes, children and text; nothing in it is null. */
function valueIn(element: XmlElement): Json {
  const text = element.text.trim();
  if (element.children.length === 0 && element.attributes.length === 0) return text === "" ? null : text;
  const members: Members = Object.create(null);
  for (const [name, value] of element.attributes) members[`@${name}`] = value;
  for (const each of element.children) {
    const [before, value] = [members[each.name], valueIn(each)];
    if (before === undefined) members[each.name] = value;
    else if (Array.isArray(before)) (before as Json[]).push(value);
    else members[each.name] = [before, value];
  }
  if (text !== "") members["#text"] = text;
  return members;
}

const listOf = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? [...(value as Json[])] : [value];

function membersOf(value: Json | undefined): Members | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}

/** Gives a member the name and form the REST API has for it. */
function rename(bug: Members, from: string, to: string, form: (value: Json) => Json): void {
  const value = bug[from];
  if (value === undefined) return;
  delete bug[from];
  bug[to] = form(value);
}

function person(bug: Members, from: string, to: string): void {
  const value = bug[from];
  if (value === undefined) return;
  delete bug[from];
  const members = membersOf(value);
  bug[to] = members === undefined ? value : (members["#text"] ?? null);
  const name = members?.["@name"];
  if (name !== undefined) bug[`${to}_detail`] = { real_name: name };
}

const zoned = (value: Json): Json =>
  typeof value === "string" ? value.replace(/ ([A-Z]{3})$/, (whole, zone) => namedZones.get(zone) ?? whole) : value;

/** A bug as the REST API gives it; the first comment is its description. */
function asRest(bug: Members): void {
  rename(bug, "keywords", "keywords", (value) =>
    typeof value === "string" ? value.split(",").flatMap((word) => word.trim() || []) : listOf(value),
  );
  rename(bug, "dependson", "depends_on", listOf);
  rename(bug, "blocked", "blocks", listOf);
  rename(bug, "dup_id", "dupe_of", (value) => value);
  for (const name of ["creation_ts", "delta_ts", "cf_last_resolved"]) rename(bug, name, name, zoned);
  person(bug, "assigned_to", "assigned_to");
  person(bug, "reporter", "creator");
  const first = membersOf(listOf(bug["long_desc"])[0]);
  if (typeof first?.["thetext"] === "string") {
    bug["description"] = first["thetext"];
    delete first["thetext"];
  }
}

/** Parses the XML of bugs into the members their REST API has. */
export function parseBugs(text: string, limits: Limits): Result<Json> {
  const parsed = parseXml(text, limits, "external");
  if (!parsed.ok) return parsed;
  const { bug, ...around } = membersOf(valueIn(parsed.value)) ?? {};
  const bugs = listOf(bug);
  for (const each of bugs) {
    const members = membersOf(each);
    if (members !== undefined) asRest(members);
  }
  return ok({ ...around, bugs });
}
