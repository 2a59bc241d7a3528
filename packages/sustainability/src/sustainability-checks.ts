import type { Check } from "@evenkeel/checks";
import { ownershipConcentration, skillConcentration } from "./checks/concentration-checks.js";
import { handoffsPerWeek, operationalWork, switchesPerDay, tooManyProjects } from "./checks/flow-checks.js";
import { overloadStreak, recoveryAfterPeaks, slack } from "./checks/load-checks.js";
import { rotaSize } from "./checks/on-call-checks.js";
import { afterHoursContact, afterHoursWork, focusTime, leaveTaken } from "./checks/time-checks.js";
import { concentration } from "./concentration.js";
import { overload } from "./overload.js";
import { tooMuchInProgress } from "./too-much-in-progress.js";
import type { SustainabilityInput } from "./types.js";

/** All sustainability checks; run them with `runChecks`, show them through `visibleFindings`. */
export const sustainabilityChecks: readonly Check<SustainabilityInput>[] = [
  concentration,
  overload,
  tooMuchInProgress,
  afterHoursContact,
  afterHoursWork,
  focusTime,
  handoffsPerWeek,
  leaveTaken,
  operationalWork,
  overloadStreak,
  ownershipConcentration,
  recoveryAfterPeaks,
  rotaSize,
  skillConcentration,
  slack,
  switchesPerDay,
  tooManyProjects,
];
