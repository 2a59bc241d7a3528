import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { createDraft, type Draft } from "./draft.js";
import { limitsOf } from "./limits.js";
import type { FormatName, ReadOptions, Source } from "./types.js";
import { parseXml, type XmlElement } from "./xml-tree.js";

/** An XML file of the expected kind, and the draft its reader fills. */
export interface XmlSource {
  readonly root: XmlElement;
  readonly draft: Draft;
}

/** What a reader expects to stand at the root. */
export interface ExpectedRoot {
  readonly holds: (root: XmlElement) => boolean;
  /** In words, for the refusal. */
  readonly expected: string;
  /** What stands there instead, for the refusal; default: the name of the root. */
  readonly found?: (root: XmlElement) => string;
}

/** Decodes and parses an XML file, and refuses one of another kind. */
export function openXml(
  source: Source,
  format: FormatName,
  options: ReadOptions,
  { holds, expected, found }: ExpectedRoot,
): Result<XmlSource> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const parsed = parseXml(decoded.value.text, limitsOf(options));
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (!holds(root)) {
    const facts = { found: (found?.(root) ?? root.name).slice(0, 120), expected };
    return refuse([issue("interop/any-wrong-format", { path: [root.line], facts })]);
  }
  const draft = createDraft(format, options);
  draft.assumptions.push(...decoded.value.assumptions);
  return ok({ root, draft });
}
