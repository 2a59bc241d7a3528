import type { Check } from "@evenkeel/checks";
import { needBeforePromise } from "./alignment/need-before-promise.js";
import { outcomeMisaligned } from "./alignment/outcome-misaligned.js";
import { priorityInversion } from "./alignment/priority-inversion.js";
import { promiseBeforeInput } from "./alignment/promise-before-input.js";
import { promiseUnacknowledged } from "./alignment/promise-unacknowledged.js";
import { handoffBounced } from "./handoff/handoff-bounced.js";
import { handoffNotAccepted } from "./handoff/handoff-not-accepted.js";
import { hardConstraint } from "./logic/hard-constraint.js";
import { lead } from "./logic/lead.js";
import { openEnd } from "./logic/open-end.js";
import { assigneeAway } from "./people/assignee-away.js";
import { claimedTwice } from "./people/claimed-twice.js";
import { missingSkill } from "./people/missing-skill.js";
import { noSharedHours } from "./people/no-shared-hours.js";
import { scarceSkill } from "./people/scarce-skill.js";
import { readyButIdle } from "./timing/ready-but-idle.js";
import { startedBeforeInput } from "./timing/started-before-input.js";
import type { CoordinationInput } from "./types.js";

/** All coordination checks; run them with `runChecks`, or keep them open with `openChecks`. */
export const coordinationChecks: readonly Check<CoordinationInput>[] = [
  assigneeAway,
  claimedTwice,
  handoffBounced,
  handoffNotAccepted,
  hardConstraint,
  lead,
  missingSkill,
  needBeforePromise,
  noSharedHours,
  openEnd,
  outcomeMisaligned,
  priorityInversion,
  promiseBeforeInput,
  promiseUnacknowledged,
  readyButIdle,
  scarceSkill,
  startedBeforeInput,
];
