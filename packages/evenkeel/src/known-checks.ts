import type { CheckPack, KnownCheck, SarifRule } from "@evenkeel/checks";
import { clarityChecks } from "@evenkeel/clarity";
import { completionChecks } from "@evenkeel/completion";
import { coordinationChecks } from "@evenkeel/coordination";
import { effectivenessChecks } from "@evenkeel/effectiveness";
import { sustainabilityChecks } from "@evenkeel/sustainability";

/** Every check a review runs, for configs and for lists of rules. */
export const knownChecks: readonly (KnownCheck & SarifRule)[] = /* @__PURE__ */ (() => [
  ...clarityChecks,
  ...completionChecks,
  ...coordinationChecks,
  ...effectivenessChecks,
  ...sustainabilityChecks,
])();

const titles = {
  clarity: "Is it clear?",
  completion: "Is it followed through?",
  coordination: "Does it fit together?",
  effectiveness: "Does it serve an outcome?",
  sustainability: "Can it be kept up?",
} as const;

/** The checks of each word of the definition, as packs that a config or a command can choose. */
export const checkPacks: readonly CheckPack[] = /* @__PURE__ */ (() =>
  Object.entries(titles).map(([id, title]) => ({ id, title, version: "1.0.0", checks: [`${id}/*`] })))();
