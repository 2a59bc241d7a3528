import { en as calendar } from "@evenkeel/calendar";
import { en as checks } from "@evenkeel/checks";
import { en as clarity } from "@evenkeel/clarity";
import { en as completion } from "@evenkeel/completion";
import { en as coordination } from "@evenkeel/coordination";
import { en as core } from "@evenkeel/core";
import { en as effectiveness } from "@evenkeel/effectiveness";
import { type Catalog, type Description, describe as describeWith, en as kernel, type Message } from "@evenkeel/kernel";
import { en as predictability } from "@evenkeel/predictability";
import { en as scheduling } from "@evenkeel/scheduling";
import { en as stats } from "@evenkeel/stats";
import { ruleTexts, en as sustainability } from "@evenkeel/sustainability";
import { rulePacks } from "@evenkeel/sustainability/packs";
import { ownTexts } from "./own-texts.js";
import { priceTexts } from "./price/texts.js";

const merge = (...catalogs: readonly Catalog[]): Catalog => Object.assign({}, ...catalogs) as Catalog;

/** English texts of every code the engines and the review can give. */
export const en: Catalog = /* @__PURE__ */ merge(
  kernel,
  stats,
  calendar,
  core,
  checks,
  clarity,
  completion,
  coordination,
  effectiveness,
  predictability,
  scheduling,
  sustainability,
  /* @__PURE__ */ ruleTexts(rulePacks),
  ownTexts,
  priceTexts,
);

/**
 * The text of an issue, a finding or any other message.
 *
 * @param message - anything with code and facts
 * @param catalog - texts by code; default English
 * @returns message, and remedy where there is one
 *
 * Issues: none.
 * Time O(length of the texts), space the same.
 * Source: own; see `describe` of `@evenkeel/kernel`.
 *
 * @example
 * describe({ code: "clarity/missing-owner", facts: { title: "Doors" } }).message; // => 'Nobody owns "Doors".'
 */
export function describe(message: Message, catalog: Catalog = en): Description {
  return describeWith(message, catalog);
}
