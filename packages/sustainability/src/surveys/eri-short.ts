import { itemsOf } from "./items-of.js";
import type { Instrument } from "./types.js";

const effort = ["ERI1", "ERI2", "ERI3"];
const reward = ["ERI4", "ERI5", "ERI6", "ERI7", "ERI8", "ERI9", "ERI10"];

/**
 * Effort-reward imbalance, short form: effort 3..12, reward 7..28, and effort over reward each by its number of items;
 * above 1 more is given than comes back.
 */
export const eriShort: Instrument = {
  formatVersion: 1,
  id: "eri-short",
  title: "Effort-Reward Imbalance Questionnaire, short form",
  version: "1.0.0",
  citation: [
    { title: "Siegrist, Li and Montano (2014) Psychometric properties of the Effort-Reward Imbalance Questionnaire" },
  ],
  items: /* @__PURE__ */ itemsOf([
    { ids: effort, least: 1, most: 4 },
    { ids: ["ERI4"], least: 1, most: 4 },
    { ids: ["ERI5", "ERI6", "ERI7"], least: 1, most: 4, reversed: true },
    { ids: ["ERI8", "ERI9", "ERI10"], least: 1, most: 4 },
  ]),
  scales: [
    { id: "effort", rule: "sum", items: effort },
    { id: "reward", rule: "sum", items: reward },
    { id: "ratio", rule: "ratio", items: effort, against: reward, unverified: true },
  ],
};
