import type { Catalog } from "@evenkeel/kernel";
import { anyTexts } from "./en/any.js";
import { livingTexts } from "./en/living.js";
import { otherTexts } from "./en/others.js";
import { primaveraTexts } from "./en/primavera.js";
import { standardTexts } from "./en/standards.js";
import { trackerJsonTexts } from "./en/tracker-json.js";
import { trackerTexts } from "./en/trackers.js";
import { moreTrackerTexts } from "./en/trackers-more.js";
import { writerTexts } from "./en/writers.js";

/** English texts of every code this package emits. */
export const en: Catalog = {
  ...anyTexts,
  ...trackerTexts,
  ...trackerJsonTexts,
  ...otherTexts,
  ...primaveraTexts,
  ...standardTexts,
  ...moreTrackerTexts,
  ...writerTexts,
  ...livingTexts,
};
