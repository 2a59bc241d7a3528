import { itemsOf } from "./items-of.js";
import type { Instrument, Scale } from "./types.js";

const ratings = ["MD", "PD", "TD", "OP", "EF", "FR"];
const weights = ["MD-weight", "PD-weight", "TD-weight", "OP-weight", "EF-weight", "FR-weight"];
const citation = [{ title: "Hart and Staveland (1988) Development of NASA-TLX (Task Load Index)" }];
const raw: Scale = { id: "raw", rule: "mean", items: ratings, unverified: true };

/**
 * NASA Task Load Index: six ratings of 0..100 (mental, physical, temporal demand, own performance, effort,
 * frustration) and how often each was chosen in the 15 pairs (`MD-weight` .. `FR-weight`, 0..5).
 */
export const nasaTlx: Instrument = {
  formatVersion: 1,
  id: "nasa-tlx",
  title: "NASA Task Load Index",
  version: "1.0.0",
  citation,
  items: /* @__PURE__ */ itemsOf([
    { ids: ratings, least: 0, most: 100 },
    { ids: weights, least: 0, most: 5 },
  ]),
  scales: [{ id: "weighted", rule: "weighted", items: ratings, weights, weightTotal: 15, unverified: true }, raw],
};

/** The Task Load Index without the pairs: six ratings and their mean. */
export const nasaRawTlx: Instrument = {
  formatVersion: 1,
  id: "nasa-raw-tlx",
  title: "NASA Raw Task Load Index",
  version: "1.0.0",
  citation,
  items: /* @__PURE__ */ itemsOf([{ ids: ratings, least: 0, most: 100 }]),
  scales: [raw],
};
