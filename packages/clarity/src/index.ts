export type { Check, Finding } from "@evenkeel/checks";
export type { WorkContext } from "@evenkeel/core";
export { clarityChecks } from "./clarity-checks.js";
export { en } from "./en.js";
export { preciseCategories, type SmellCategory } from "./smell/lexicon.js";
export { type TextSmell, type TextSmellOptions, textSmells } from "./smell/text-smells.js";
export type { ClarityInput } from "./types.js";
