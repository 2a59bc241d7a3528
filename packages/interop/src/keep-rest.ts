import type { Json } from "@evenkeel/kernel";
import type { FateRule } from "./tally.js";
import type { XmlElement } from "./xml-tree.js";

type FateOf = (source: string) => Omit<FateRule, "source">;

function put(target: Map<string, Json>, key: string, value: Json): void {
  const before = target.get(key);
  if (before === undefined) target.set(key, value);
  else if (Array.isArray(before)) (before as Json[]).push(value);
  else target.set(key, [before, value]);
}

/**
 * What of an element stays verbatim: the parts whose place has the fate kept-raw, as JSON; repeated children become a
 * list, text beside attributes is `#text`. Nested no deeper than the parser's depth limit allowed.
 */
export function keepRest(element: XmlElement, place: string, fateOf: FateOf): Json | undefined {
  const kept = new Map<string, Json>();
  for (const [name, value] of element.attributes) {
    if (fateOf(`${place}/@${name}`).fate === "kept-raw") put(kept, `@${name}`, value);
  }
  for (const each of element.children) {
    const inner = `${place}/${each.name}`;
    if (each.children.length === 0 && each.attributes.length === 0) {
      if (fateOf(inner).fate === "kept-raw") put(kept, each.name, each.text.trim());
    } else {
      const nested = keepRest(each, inner, fateOf);
      const text = each.children.length === 0 && fateOf(inner).fate === "kept-raw" ? each.text.trim() : "";
      if (nested === undefined) {
        if (text !== "") put(kept, each.name, text);
      } else put(kept, each.name, text === "" ? nested : { ...(nested as object), "#text": text });
    }
  }
  return kept.size === 0 ? undefined : Object.fromEntries(kept);
}
