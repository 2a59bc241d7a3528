import { itemsOf } from "./items-of.js";
import type { Instrument } from "./types.js";

const demands = ["3", "6", "9", "12", "16", "18", "20", "22"];
const control = ["2", "10", "15", "19", "25", "30"];
const managersSupport = ["8", "23", "29", "33", "35"];
const peerSupport = ["7", "24", "27", "31"];
const relationships = ["5", "14", "21", "34"];
const role = ["1", "4", "11", "13", "17"];
const change = ["26", "28", "32"];

/**
 * The HSE Management Standards Indicator Tool: 35 items of 1 to 5, seven scales of 1 to 5, higher is better; a scale is
 * the mean of whatever is answered of it, so look at `answered`. No benchmark bands: their cut values have not been found
 * in a primary source.
 */
export const hseIndicatorTool: Instrument = {
  formatVersion: 1,
  id: "hse-msit",
  title: "HSE Management Standards Indicator Tool",
  version: "1.0.0",
  citation: [
    {
      title:
        "Edwards, Webster, Van Laar and Easton (2008) Psychometric analysis of the UK Health and Safety Executive's Management Standards work-related stress Indicator Tool",
    },
  ],
  items: /* @__PURE__ */ itemsOf([
    { ids: demands, least: 1, most: 5, reversed: true },
    { ids: control, least: 1, most: 5 },
    { ids: managersSupport, least: 1, most: 5 },
    { ids: peerSupport, least: 1, most: 5 },
    { ids: relationships, least: 1, most: 5, reversed: true },
    { ids: role, least: 1, most: 5 },
    { ids: change, least: 1, most: 5 },
  ]),
  scales: [
    { id: "demands", rule: "mean", items: demands, answeredShare: 0 },
    { id: "control", rule: "mean", items: control, answeredShare: 0 },
    { id: "managersSupport", rule: "mean", items: managersSupport, answeredShare: 0 },
    { id: "peerSupport", rule: "mean", items: peerSupport, answeredShare: 0 },
    { id: "relationships", rule: "mean", items: relationships, answeredShare: 0 },
    { id: "role", rule: "mean", items: role, answeredShare: 0 },
    { id: "change", rule: "mean", items: change, answeredShare: 0 },
  ],
};
