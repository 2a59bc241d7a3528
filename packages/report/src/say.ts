import { type Catalog, describe, type Facts, type Message } from "@evenkeel/kernel";

/** Texts of one page. */
export interface Say {
  /** A fixed text of the page by its short code. */
  readonly fixed: (code: string, facts?: Facts) => string;
  /** What a message says. */
  readonly message: (message: Message) => string;
  /** What to do about it; empty when nothing is said. */
  readonly remedy: (message: Message) => string;
}

/** Texts from a catalog. */
export function sayFrom(catalog: Catalog): Say {
  return {
    fixed: (code, facts = {}) => describe({ code: `report/${code}`, facts }, catalog).message,
    message: (message) => describe(message, catalog).message,
    remedy: (message) => describe(message, catalog).remedy ?? "",
  };
}
