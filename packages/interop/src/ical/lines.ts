import { type Issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { addTo } from "../group.js";
import { beyondLimit } from "../limits.js";
import type { Limits, Source } from "../types.js";

/** A property of a component, as written. */
export interface IcalProperty {
  /** In capitals. */
  readonly name: string;
  /** By name in capitals. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
  readonly line: number;
}

/** A component with what it holds. */
export interface IcalComponent {
  /** In capitals. */
  readonly name: string;
  readonly properties: IcalProperty[];
  readonly components: IcalComponent[];
  readonly line: number;
}

/** Components at the top of a text, and lines that are none of the format. */
export interface IcalText {
  readonly components: readonly IcalComponent[];
  readonly broken: readonly { readonly line: number; readonly text: string }[];
  /** Ends without a begin, and begins without an end. */
  readonly unbalanced: readonly { readonly line: number; readonly name: string }[];
}

/** Bytes without folds, and how many folds stood within a character. */
export function unfoldBytes(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly split: number } {
  const kept = new Uint8Array(bytes.length);
  let [length, split] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const end = byte === 13 && bytes[at + 1] === 10 ? at + 1 : byte === 10 ? at : -1;
    const next = end < 0 ? undefined : bytes[end + 1];
    if (next !== 32 && next !== 9) {
      kept[length++] = byte;
      continue;
    }
    if (((bytes[end + 2] ?? 0) & 0xc0) === 0x80) split++;
    at = end + 1;
  }
  return { bytes: kept.subarray(0, length), split };
}

/** The source without folds; UTF-16 is unfolded once it is a text. */
export function unfoldSource(source: Source): { readonly source: Source; readonly split: number } {
  if (typeof source === "string" || source.indexOf(0) >= 0) return { source, split: 0 };
  const { bytes, split } = unfoldBytes(source);
  return { source: bytes, split };
}

const head = /^([A-Za-z0-9-]+)(?=[;:])/;
const parameter = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y;

const carets = new Map([
  ["^n", "\n"],
  ["^^", "^"],
  ["^'", '"'],
]);

function propertyOf(text: string, line: number): IcalProperty | undefined {
  const name = head.exec(text)?.[1];
  if (name === undefined) return undefined;
  const parameters = new Map<string, string[]>();
  let at = name.length;
  for (;;) {
    parameter.lastIndex = at;
    const match = parameter.exec(text);
    if (match === null) break;
    const values = (match[2] as string).match(/"[^"]*"|[^,]+/g) ?? [];
    const plain = values.map((each) =>
      each.replace(/^"|"$/g, "").replace(/\^[n^']/g, (mark) => carets.get(mark) ?? mark),
    );
    const key = (match[1] as string).toUpperCase();
    parameters.set(key, [...(parameters.get(key) ?? []), ...plain]);
    at = parameter.lastIndex;
  }
  if (text[at] !== ":") return undefined;
  return { name: name.toUpperCase(), parameters, value: text.slice(at + 1), line };
}

interface Reading {
  readonly open: IcalComponent[];
  readonly tops: IcalComponent[];
  readonly broken: { line: number; text: string }[];
  readonly unbalanced: { line: number; name: string }[];
}

function take(reading: Reading, text: string, line: number): void {
  const { open } = reading;
  const property = propertyOf(text, line);
  const current = open.at(-1);
  const name = property?.value.trim().toUpperCase() ?? "";
  if (property?.name === "BEGIN") {
    const component = { name, properties: [], components: [], line };
    (current?.components ?? reading.tops).push(component);
    open.push(component);
  } else if (property?.name === "END") {
    const at = open.findLastIndex((each) => each.name === name);
    if (at < 0) reading.unbalanced.push({ line, name });
    for (const left of at < 0 ? [] : open.splice(at).slice(1))
      reading.unbalanced.push({ line: left.line, name: left.name });
  } else if (property !== undefined && current !== undefined) current.properties.push(property);
  else reading.broken.push({ line, text });
}

/** Reads content lines into components, within limits. */
export function parseIcal(text: string, limits: Limits): Result<IcalText> {
  const lines = text.replace(/(\r\n|\n|\r)[ \t]/g, "").split(/\r\n|\n|\r/);
  if (lines.length > limits.rows) return refuse([beyondLimit("rows", lines.length, limits.rows)]);
  const reading: Reading = { open: [], tops: [], broken: [], unbalanced: [] };
  let fault: Issue | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.length > limits.textLength) fault = beyondLimit("textLength", line.length, limits.textLength, [index + 1]);
    if (line.trim() !== "") take(reading, line, index + 1);
    if (reading.open.length > limits.depth)
      fault = beyondLimit("depth", reading.open.length, limits.depth, [index + 1]);
    if (fault !== undefined) return refuse([fault]);
  }
  for (const left of reading.open) reading.unbalanced.push({ line: left.line, name: left.name });
  return ok({ components: reading.tops, broken: reading.broken, unbalanced: reading.unbalanced });
}

/** The first property with a name. */
export function property(component: IcalComponent, name: string): IcalProperty | undefined {
  return component.properties.find((each) => each.name === name);
}

/** All properties with a name. */
export function properties(component: IcalComponent, name: string): readonly IcalProperty[] {
  return component.properties.filter((each) => each.name === name);
}

/** A text value without its escapes. */
export function plainText(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_all, mark: string) => (mark === "n" || mark === "N" ? "\n" : mark));
}

/** Values of a list, divided by commas that are not escaped. */
export function listOf(value: string): string[] {
  return (value.match(/(?:\\.|[^,\\])+/g) ?? []).map((each) => plainText(each).trim()).filter((each) => each !== "");
}

/** The text of the first property with a name; empty counts as absent. */
export function textOf(component: IcalComponent, name: string): string | undefined {
  const found = property(component, name)?.value;
  return found === undefined || found.trim() === "" ? undefined : plainText(found);
}

function propertyJson({ parameters, value }: IcalProperty): Json {
  if (parameters.size === 0) return value;
  return { value, parameters: Object.fromEntries([...parameters].map(([key, list]) => [key, [...list]])) };
}

/** Properties as JSON by name, values as written; repeated ones give lists. */
export function propertiesJson(list: readonly IcalProperty[]): { readonly [name: string]: Json } {
  const values = new Map<string, Json[]>();
  for (const each of list) addTo(values, each.name, propertyJson(each));
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] as Json) : all]));
}

/** A component as JSON, whole. */
export function componentJson(component: IcalComponent): Json {
  const inner = component.components.length === 0 ? {} : { components: component.components.map(componentJson) };
  return { component: component.name, properties: propertiesJson(component.properties), ...inner };
}
