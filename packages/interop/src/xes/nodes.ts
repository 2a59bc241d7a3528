import { type Issue, issue, type Json } from "@evenkeel/kernel";
import { SaxesParser } from "saxes";
import { beyondLimit } from "../limits.js";
import type { Limits } from "../types.js";

/** An element of a log with what it holds; texts inside elements mean nothing in this format. */
export interface XesNode {
  /** Name without a prefix. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XesNode[];
  /** Fields of the tag: itself and its attributes. */
  readonly fields: number;
  /** Line of the start tag, 1 = first. */
  readonly line: number;
}

/** What a log is told piece by piece. */
export interface XesListener {
  readonly log: (node: XesNode) => void;
  /** A trace begins: what stands in it before its first event is in the node that `traceEnd` gets. */
  readonly event: (node: XesNode, inTrace: boolean) => void;
  readonly traceEnd: (node: XesNode) => void;
  /** Anything else right inside the log. */
  readonly other: (node: XesNode) => void;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Tells where a node goes once it is closed. */
function close(open: readonly XesNode[], node: XesNode, listener: XesListener): void {
  const [, second] = open;
  const parent = open.at(-1);
  if (open.length === 1 && node.tag === "trace") listener.traceEnd(node);
  else if (open.length === 1 && node.tag === "event") listener.event(node, false);
  else if (open.length === 2 && second?.tag === "trace" && node.tag === "event") listener.event(node, true);
  else if (open.length === 1) listener.other(node);
  else parent?.children.push(node);
}

/** A log whose text comes in pieces. */
export interface XesStream {
  readonly write: (piece: string) => Issue | undefined;
  readonly close: () => Issue | undefined;
}

/** Opens a log; the first fault, any DOCTYPE and too deep nesting end the reading and are given back. */
export function openXes(limits: Limits, listener: XesListener): XesStream {
  const open: XesNode[] = [];
  let fault: Issue | undefined;
  const parser = new SaxesParser({});
  const here = () => ({ line: parser.line, column: parser.column });
  parser.on("error", (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, "").slice(0, 120);
    fault ??= issue("interop/any-invalid-xml", { path: [parser.line], facts: { ...here(), reason } });
  });
  parser.on("doctype", () => {
    fault ??= issue("interop/any-entity-bomb", { path: [parser.line], facts: here() });
  });
  let fields = 1;
  parser.on("attribute", () => {
    fields++;
  });
  parser.on("opentag", (tag) => {
    if (fault !== undefined) return;
    const node = { tag: localName(tag.name), attributes: tag.attributes, children: [], line: parser.line, fields };
    fields = 1;
    if (open.length === 0) {
      if (node.tag === "log") listener.log(node);
      else {
        const facts = { found: node.tag.slice(0, 120), expected: "log" };
        fault = issue("interop/any-wrong-format", { path: [parser.line], facts });
      }
    }
    open.push(node);
    if (open.length > limits.depth) fault ??= beyondLimit("depth", open.length, limits.depth, [parser.line]);
  });
  parser.on("closetag", () => {
    if (fault !== undefined) return;
    const node = open.pop();
    if (node !== undefined && open.length > 0) close(open, node, listener);
  });
  return {
    write: (piece) => {
      parser.write(piece);
      return fault;
    },
    close: () => {
      parser.close();
      return fault;
    },
  };
}

/** A node as JSON, whole. */
export function nodeJson(node: XesNode): Json {
  const inner = node.children.length === 0 ? {} : { children: node.children.map(nodeJson) };
  return { element: node.tag, attributes: { ...node.attributes }, ...inner };
}

/** The value of an attribute: a number or truth value where the text says exactly that, else the text. */
function scalar({ tag, attributes }: XesNode): Json {
  const text = attributes["value"] ?? "";
  if (tag === "boolean" && (text === "true" || text === "false")) return text === "true";
  if ((tag === "int" || tag === "float") && String(Number(text)) === text) return Number(text);
  return text;
}

/** Attributes as JSON by key; repeated keys give lists, attributes with attributes of their own stay whole. */
export function attributesJson(nodes: readonly XesNode[]): { readonly [key: string]: Json } | undefined {
  if (nodes.length === 0) return undefined;
  const values = new Map<string, Json[]>();
  for (const node of nodes) {
    const key = node.attributes["key"] ?? node.tag;
    const isPlain = node.children.length === 0 && node.attributes["value"] !== undefined;
    const value = isPlain ? scalar(node) : nodeJson(node);
    const before = values.get(key);
    if (before === undefined) values.set(key, [value]);
    else before.push(value);
  }
  return Object.fromEntries([...values].map(([key, list]) => [key, list.length === 1 ? (list[0] as Json) : list]));
}
