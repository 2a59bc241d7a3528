import { onTimeLine } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import type { Draft } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import type { FateRule } from "../tally.js";
import { inZone } from "../zoned-time.js";
import type { XesAccount } from "./account.js";
import { attributesJson, type XesNode } from "./nodes.js";

type Fate = Omit<FateRule, "source">;

/** How often something odd was met, and where first. */
export interface Oddity {
  count: number;
  readonly line: number;
  readonly found: string;
}

/** A reading of a log. */
export interface XesReading {
  readonly draft: Draft;
  readonly account: XesAccount;
  readonly kept: Fate;
  readonly mapped: { readonly [key: string]: Fate };
  readonly odd: Map<string, Oddity>;
  /** People by resource. */
  readonly actors: Map<string, string>;
  /** Keys of the first classifier, for events without a name. */
  classifier: readonly string[];
}

/** An event of a trace, read. */
export interface XesEvent {
  /** Its place among the events of the file. */
  readonly number: number;
  readonly activity: string;
  readonly at: string;
  /** On one line with the other events of the trace. */
  readonly order: number;
  readonly resource: string | undefined;
  readonly transition: string | undefined;
  readonly rest: { readonly [key: string]: Json } | undefined;
}

const eventPlace = "log/trace/event";

/** Notes that something odd was met once more. */
export function meet(reading: XesReading, code: string, line: number, found: string, count = 1): void {
  const before = reading.odd.get(code);
  if (before === undefined) reading.odd.set(code, { count, line, found: found.slice(0, 60) });
  else before.count += count;
}

/** The text of the first attribute with a key. */
export function attribute(node: XesNode, key: string): string | undefined {
  const found = node.children.find((each) => each.attributes["key"] === key)?.attributes["value"];
  return found === "" ? undefined : found;
}

/** What the reader looks for in an event: the first attribute of each key, and what is left. */
interface Parts {
  name: XesNode | undefined;
  time: XesNode | undefined;
  resource: XesNode | undefined;
  transition: XesNode | undefined;
  readonly rest: XesNode[];
}

/** Digits of a second beyond milliseconds, which the documents cannot hold. */
const finer = /\.\d{3}\d*[1-9]/;

function partsOf(reading: XesReading, node: XesNode): Parts {
  const parts: Parts = { name: undefined, time: undefined, resource: undefined, transition: undefined, rest: [] };
  for (const each of node.children) {
    const { key, value } = each.attributes;
    const isPlain = each.children.length === 0 && value !== undefined && value !== "";
    if (isPlain && key === "concept:name" && parts.name === undefined) parts.name = each;
    else if (isPlain && key === "time:timestamp" && parts.time === undefined) parts.time = each;
    else if (isPlain && key === "org:resource" && parts.resource === undefined) parts.resource = each;
    else if (isPlain && key === "lifecycle:transition" && parts.transition === undefined) parts.transition = each;
    else {
      parts.rest.push(each);
      if (each.tag === "trace" || each.tag === "event") meet(reading, "xes-out-of-place", each.line, each.tag);
    }
  }
  return parts;
}

/** The name of the activity: the event's own, else by the first classifier of the log. */
function activityOf(reading: XesReading, node: XesNode, name: XesNode | undefined): string | undefined {
  if (name !== undefined) return name.attributes["value"];
  const values = reading.classifier.map((key) => attribute(node, key));
  return values.length > 0 && values.every((value) => value !== undefined) ? values.join("+") : undefined;
}

/** When an event happened; undefined with a note where it does not say or cannot be read. */
function timeOf(reading: XesReading, node: XesNode, stamp: XesNode | undefined): string | undefined {
  const text = stamp?.attributes["value"];
  if (text === undefined) {
    meet(reading, "xes-no-time", node.line, "");
    return undefined;
  }
  const time = parseForeignTime(text);
  if (!time.ok) {
    meet(reading, "xes-malformed-date", node.line, text);
    return undefined;
  }
  if (time.form === "instant") return time.text;
  meet(reading, "xes-no-zone", node.line, text);
  return time.form === "local" ? inZone(reading.draft, time.text, [node.line]) : time.text;
}

/** The key of an attribute: of one with a place our own text, which a map finds without reading it through. */
function keyIn(parts: Parts, node: XesNode): string {
  if (node === parts.name) return "concept:name";
  if (node === parts.time) return "time:timestamp";
  if (node === parts.resource) return "org:resource";
  if (node === parts.transition) return "lifecycle:transition";
  return node.attributes["key"] ?? node.tag;
}

function count(reading: XesReading, node: XesNode, parts: Parts): void {
  const { account, kept, mapped } = reading;
  account.addTag(eventPlace, "", node, mapped["event"] as Fate);
  for (const each of node.children) {
    const key = keyIn(parts, each);
    const fate = parts.rest.includes(each) ? kept : mapped[key];
    account.add(eventPlace, key, each, fate as Fate);
  }
}

/** Reads one event; undefined where it has no activity or no time. */
export function readEvent(reading: XesReading, node: XesNode): XesEvent | undefined {
  const parts = partsOf(reading, node);
  const at = timeOf(reading, node, parts.time);
  const activity = activityOf(reading, node, parts.name);
  if (activity === undefined) meet(reading, "xes-no-activity", node.line, "");
  const order = at === undefined ? undefined : onTimeLine(at);
  if (at === undefined || activity === undefined || order === undefined) return undefined;
  const { rest, time } = parts;
  if (time !== undefined && finer.test(time.attributes["value"] as string)) rest.push(time);
  count(reading, node, parts);
  const isKept = reading.kept.fate === "kept-raw" && rest.length > 0;
  return {
    number: reading.draft.counts.read,
    activity,
    at,
    order,
    resource: parts.resource?.attributes["value"],
    transition: parts.transition?.attributes["value"]?.toLowerCase(),
    rest: isKept ? attributesJson(rest) : undefined,
  };
}
