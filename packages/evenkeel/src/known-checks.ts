import type { CheckPack, KnownCheck, SarifRule } from "@evenkeel/checks";
import { clarityChecks } from "@evenkeel/clarity";
import { completionChecks } from "@evenkeel/completion";
import { coordinationChecks } from "@evenkeel/coordination";
import { effectivenessChecks } from "@evenkeel/effectiveness";
import { sustainabilityChecks } from "@evenkeel/sustainability";
import { plannedTimeChecks, rulePacks, workingTimeChecks } from "@evenkeel/sustainability/packs";

/** Every check a review runs, for configs and for lists of rules. */
export const knownChecks: readonly (KnownCheck & SarifRule)[] = /* @__PURE__ */ (() => [
  ...clarityChecks,
  ...completionChecks,
  ...coordinationChecks,
  ...effectivenessChecks,
  ...sustainabilityChecks,
  ...workingTimeChecks,
  ...plannedTimeChecks,
])();

const titles = {
  clarity: "Is it clear?",
  completion: "Is it followed through?",
  coordination: "Does it fit together?",
  effectiveness: "Does it serve an outcome?",
  sustainability: "Can it be kept up?",
} as const;

/** The checks of each word of the definition, and those of each law or practice, as packs that a config or a command can choose. */
export const checkPacks: readonly CheckPack[] = /* @__PURE__ */ (() => {
  const ofRules = rulePacks.map(({ id, title, version }) => ({ id, title, version, checks: [`${id}/*`] }));
  return [
    ...Object.entries(titles).map(([id, title]) => ({
      id,
      title,
      version: "1.0.0",
      checks: id === "sustainability" ? [`${id}/*`, ...ofRules.flatMap(({ checks }) => checks)] : [`${id}/*`],
    })),
    ...ofRules,
  ];
})();
