import type { Check } from "@evenkeel/checks";
import { itemFieldCheck } from "./item-field-check.js";
import type { ClarityInput } from "./types.js";

const plain = (text: string): string => text.trim().toLowerCase();

/** C12: every open item says why, by its own reason or the why of an outcome it serves; a reason that repeats the title is none. */
export const reasonMissing: Check<ClarityInput> = itemFieldCheck({
  id: "clarity/reason-missing",
  kind: "guideline",
  citation: [{ title: "ISO/IEC/IEEE 29148:2018 Requirements engineering", article: "characteristic necessary" }],
  field: "reason",
  has: (item, index) =>
    (item.reason !== undefined && plain(item.reason) !== "" && plain(item.reason) !== plain(item.title)) ||
    index.outcomesOf(item.id).some(({ why }) => why !== undefined && plain(why) !== ""),
});
