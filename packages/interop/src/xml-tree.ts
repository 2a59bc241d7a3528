import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { SaxesParser } from "saxes";
import { beyondLimit } from "./limits.js";
import type { FateRule, Tally } from "./tally.js";
import type { Limits } from "./types.js";

/** An element with what it holds. */
export interface XmlElement {
  /** Local name, without the prefix. */
  readonly name: string;
  readonly uri: string;
  /** Names (prefixed as written) and values. */
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: XmlElement[];
  /** Text directly inside, joined. */
  text: string;
  /** Line of the start tag, 1 = first. */
  readonly line: number;
}

interface Building {
  root: XmlElement | undefined;
  fault: Issue | undefined;
  readonly open: XmlElement[];
}

/** UTF-16 units given to the parser at a time; it is left after the chunk with the first fault. */
const chunkLength = 65_536;

/** Which DOCTYPE a format may have: none, or one that declares nothing itself; what it names elsewhere is never fetched. */
type Doctype = "none" | "external";

function listen(parser: SaxesParser<{ xmlns: true }>, building: Building, limits: Limits, allowed: Doctype): void {
  const here = () => ({ line: parser.line, column: parser.column });
  const fail = (fault: Issue) => {
    building.fault ??= fault;
  };
  parser.on("error", (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, "").slice(0, 120);
    fail(issue("interop/any-invalid-xml", { path: [parser.line], facts: { ...here(), reason } }));
  });
  parser.on("doctype", (declared) => {
    if (allowed === "none" || declared.includes("["))
      fail(issue("interop/any-entity-bomb", { path: [parser.line], facts: here() }));
  });
  parser.on("opentag", (tag) => {
    if (building.fault !== undefined) return;
    const element: XmlElement = {
      name: tag.local,
      uri: tag.uri,
      attributes: Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value] as const),
      children: [],
      text: "",
      line: parser.line,
    };
    building.open.at(-1)?.children.push(element);
    building.root ??= element;
    building.open.push(element);
    if (building.open.length > limits.depth) {
      fail(beyondLimit("depth", building.open.length, limits.depth, [parser.line]));
    }
  });
  const addText = (text: string) => {
    const element = building.open.at(-1);
    if (element === undefined || building.fault !== undefined) return;
    element.text += text;
    if (element.text.length > limits.textLength) {
      fail(beyondLimit("textLength", element.text.length, limits.textLength, [parser.line]));
    }
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    building.open.pop();
  });
}

/** Parses XML within limits; the first fault, a DOCTYPE that is not allowed and too deep nesting refuse the whole text. */
export function parseXml(text: string, limits: Limits, doctype: Doctype = "none"): Result<XmlElement> {
  const building: Building = { root: undefined, fault: undefined, open: [] };
  const parser = new SaxesParser({ xmlns: true });
  listen(parser, building, limits, doctype);
  for (let at = 0; at < text.length && building.fault === undefined; at += chunkLength) {
    parser.write(text.slice(at, at + chunkLength));
  }
  if (building.fault === undefined) parser.close();
  if (building.fault !== undefined) return refuse([building.fault]);
  if (building.root === undefined) return refuse([issue("interop/any-empty-file", {})]);
  return ok(building.root);
}

/** First child with this name, in the namespace of the parent. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** All children with this name. */
export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** Trimmed text of the first child with this name; empty counts as absent. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const text = child(element, name)?.text.trim();
  return text === "" ? undefined : text;
}

/**
 * Counts every element and every attribute with the fate of its place; within a lost element as dropped, within a moved one
 * with the fate of that.
 */
export function tallyXml(
  tally: Tally,
  root: XmlElement,
  at: string,
  fateOf: (source: string) => Omit<FateRule, "source">,
  lost: ReadonlyMap<object, string>,
  moved: ReadonlyMap<object, Omit<FateRule, "source">>,
): void {
  type Fate = Omit<FateRule, "source">;
  const stack: { readonly element: XmlElement; readonly place: string; readonly held: Fate | undefined }[] = [];
  stack.push({ element: root, place: at, held: undefined });
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, place } = next;
    const why = lost.get(element);
    const own: Fate | undefined = why === undefined ? moved.get(element) : { fate: "dropped", why };
    const held = next.held?.fate === "dropped" ? next.held : (own ?? next.held);
    const fate = (source: string): Fate => held ?? fateOf(source);
    tally.add(place, fate(place));
    for (const [name] of element.attributes) tally.add(`${place}/@${name}`, fate(`${place}/@${name}`));
    for (const each of element.children) stack.push({ element: each, place: `${place}/${each.name}`, held });
  }
}
