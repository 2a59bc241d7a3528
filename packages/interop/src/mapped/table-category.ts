import type { StateCategory } from "@evenkeel/core";
import { categoryOfWords } from "../trackers/flow.js";
import { categoryByTranslation } from "../translated-states.js";

/** The category a status name suggests. */
export const tableCategory = (name: string): StateCategory | undefined =>
  categoryOfWords(name) ?? categoryByTranslation(name) ?? (/^(fixed|verified)$/i.test(name) ? "done" : undefined);
