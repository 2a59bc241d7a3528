/** A text that is XML already. */
export interface Xml {
  readonly xml: string;
}

const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as content of an element. */
export function escaped(text: string): string {
  return text
    .replace(unwritable, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** An element around a text, escaped, or around other elements. */
export function element(name: string, content: string | readonly Xml[]): Xml {
  const inner = typeof content === "string" ? escaped(content) : content.map((each) => each.xml).join("");
  return { xml: `<${name}>${inner}</${name}>` };
}

/** The elements whose value is known. */
export function known(parts: readonly (readonly [string, string | undefined])[]): Xml[] {
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [element(name, value)]));
}

function quoted(text: string): string {
  return escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** An element with the attributes whose value is known, in the order given. */
export function tag(
  name: string,
  attributes: readonly (readonly [string, string | undefined])[],
  content: readonly Xml[] = [],
): Xml {
  const written = attributes.map(([key, value]) => (value === undefined ? "" : ` ${key}="${quoted(value)}"`)).join("");
  const inner = content.map((each) => each.xml).join("");
  return { xml: inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}
