/** A text that is XML already. */
export interface Xml {
  readonly xml: string;
}

const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escape(text: string): string {
  return text
    .replace(unwritable, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** An element around a text, escaped, or around other elements. */
export function element(name: string, content: string | readonly Xml[]): Xml {
  const inner = typeof content === "string" ? escape(content) : content.map((each) => each.xml).join("");
  return { xml: `<${name}>${inner}</${name}>` };
}

/** The elements whose value is known. */
export function known(parts: readonly (readonly [string, string | undefined])[]): Xml[] {
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [element(name, value)]));
}
