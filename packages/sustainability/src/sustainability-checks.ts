import type { Check } from "@evenkeel/checks";
import { concentration } from "./concentration.js";
import { overload } from "./overload.js";
import { tooMuchInProgress } from "./too-much-in-progress.js";
import type { SustainabilityInput } from "./types.js";

/** All sustainability checks; run them with `runChecks`, show them through `visibleFindings`. */
export const sustainabilityChecks: readonly Check<SustainabilityInput>[] = [concentration, overload, tooMuchInProgress];
