import type { Check } from "@evenkeel/checks";
import { ambiguousTerm } from "./ambiguous-term.js";
import { contradictsParent } from "./item/contradicts-parent.js";
import { duplicateItem } from "./item/duplicate-item.js";
import { missingAcceptance } from "./item/missing-acceptance.js";
import { missingOutcome } from "./item/missing-outcome.js";
import { missingOwner } from "./item/missing-owner.js";
import { missingReason } from "./item/missing-reason.js";
import { missingSize } from "./item/missing-size.js";
import { neverDiscussed } from "./item/never-discussed.js";
import { notOneAccountable } from "./item/not-one-accountable.js";
import { notReady } from "./item/not-ready.js";
import { ownerUnavailable } from "./item/owner-unavailable.js";
import { staleExpectation } from "./item/stale-expectation.js";
import { tooEntangled } from "./item/too-entangled.js";
import { tooLarge } from "./item/too-large.js";
import { tooManyConsulted } from "./item/too-many-consulted.js";
import { unacknowledgedAssignment } from "./item/unacknowledged-assignment.js";
import { undefinedTerm } from "./item/undefined-term.js";
import { unobservableAcceptance } from "./item/unobservable-acceptance.js";
import { unresolvedResponsibility } from "./item/unresolved-responsibility.js";
import { missingHandoff } from "./link/missing-handoff.js";
import { unawareReceiver } from "./link/unaware-receiver.js";
import { openDecision } from "./open-decision.js";
import { incompleteMeasure } from "./outcome/incomplete-measure.js";
import { measureCountsWork } from "./outcome/measure-counts-work.js";
import { missingWhy } from "./outcome/missing-why.js";
import { okrShape } from "./outcome/okr-shape.js";
import { outcomeWithoutGoal } from "./outcome/outcome-without-goal.js";
import { targetNotAhead } from "./outcome/target-not-ahead.js";
import { unservedOutcome } from "./outcome/unserved-outcome.js";
import { textSmell, whySmell } from "./text-smell.js";
import type { ClarityInput } from "./types.js";

/** All clarity checks; run them with `runChecks`, or keep them open with `openChecks`. */
export const clarityChecks: readonly Check<ClarityInput>[] = [
  ambiguousTerm,
  contradictsParent,
  duplicateItem,
  incompleteMeasure,
  measureCountsWork,
  missingAcceptance,
  missingHandoff,
  missingOutcome,
  missingOwner,
  missingReason,
  missingSize,
  missingWhy,
  neverDiscussed,
  notOneAccountable,
  notReady,
  okrShape,
  openDecision,
  outcomeWithoutGoal,
  ownerUnavailable,
  staleExpectation,
  targetNotAhead,
  textSmell,
  tooEntangled,
  tooLarge,
  tooManyConsulted,
  unacknowledgedAssignment,
  unawareReceiver,
  undefinedTerm,
  unobservableAcceptance,
  unresolvedResponsibility,
  unservedOutcome,
  whySmell,
];
