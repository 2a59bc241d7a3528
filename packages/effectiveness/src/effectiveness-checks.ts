import type { Check } from "@evenkeel/checks";
import { effortUnserving } from "./effort-unserving.js";
import { outcomeLate } from "./outcome-late.js";
import type { EffectivenessInput } from "./types.js";

/** All effectiveness checks; run them with `runChecks`. */
export const effectivenessChecks: readonly Check<EffectivenessInput>[] = [effortUnserving, outcomeLate];
