import type { ReviewInput } from "evenkeel";
import { refitInput } from "./refit.js";

/** Texts that would do something where they are not inert. */
export const attacks: readonly string[] = [
  "<script>globalThis.pwned = 1</script>",
  '"><img src=x onerror="globalThis.pwned=1">',
  "javascript:globalThis.pwned=1",
  "</style></svg><svg onload=globalThis.pwned=1>",
  "]]><!-- --> <b>",
  "\u001b[31mred\u001b[0m",
  "\u202egnp.exe",
  '=HYPERLINK("http://evil.example")',
  "datum.x + (globalThis.pwned = 1)",
  "'] || (globalThis.pwned=1) || ['",
  '{"signal": "globalThis.pwned=1"}',
  "lone \ud800 surrogate \udc00",
  "{title} {what:percent} {n|a|b}",
  "&lt;script&gt; &#60;b&#62; &amp;",
  "$".concat("{globalThis.pwned=1} `x`"),
  "x".repeat(10_000),
];

/** The refit with every text that a person writes replaced by an attack, and ids that are names of Object's own. */
export function hostileInput(): ReviewInput {
  let at = 0;
  const texts = new Set([
    "title",
    "name",
    "what",
    "question",
    "blockedReason",
    "reason",
    "why",
    "metric",
    "acceptance",
    "text",
    "unit",
  ]);
  const ids = new Map([
    ["menu", "__proto__"],
    ["inspect", "constructor"],
    ["ana", "toString"],
    ["q1", "hasOwnProperty"],
  ]);
  const walk = (value: unknown, key?: string): unknown => {
    if (typeof value === "string") {
      if (key !== undefined && texts.has(key)) return `${attacks[at++ % attacks.length]} ${at}`;
      return ids.get(value) ?? value;
    }
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
  };
  return walk(refitInput) as ReviewInput;
}
