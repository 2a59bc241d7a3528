import { type Catalog, inertText, type Json } from "@evenkeel/kernel";
import { own } from "../shape/shape.js";
import type { Citation } from "../types.js";
import type { SarifRule } from "./types.js";

/** What SARIF takes for a link: ASCII without blanks or brackets, and a scheme that a reader may follow. */
const link = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*)?$/;
const strayPercent = /%(?![0-9A-Fa-f]{2})/;

function cited({ title, article, url, retrieved }: Citation): string {
  const parts = [title, article, url, retrieved].filter((part) => part !== undefined);
  return inertText(parts.join(", "));
}

/** A rule as a reporting descriptor: texts with their holes, sources as help, the first link as its address. */
export function sarifRule({ id, version, kind, citation }: SarifRule, catalog: Catalog): Json {
  const entry = own(catalog, id);
  const address = citation.find(({ url }) => url !== undefined && link.test(url) && !strayPercent.test(url))?.url;
  const help = [entry?.remedy, ...citation.map(cited)].filter((line) => line !== undefined && line !== "").join("\n");
  return {
    id,
    ...(entry === undefined ? {} : { shortDescription: { text: inertText(entry.message) } }),
    ...(help === "" ? {} : { help: { text: help } }),
    ...(address === undefined ? {} : { helpUri: address }),
    properties: { version, kind, citation: JSON.parse(JSON.stringify(citation)) as Json },
  };
}
