export { deepFreeze } from "./deep-freeze.js";
export { type Law, statedRuns, testLaws } from "./laws.js";
export { sharedData, sharedDataFolder } from "./shared-data.js";
