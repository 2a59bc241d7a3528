import { type Law, seededLaws } from "@evenkeel/checks/testing";
import { anyClearWork, workVariants } from "@evenkeel/core/testing";
import { clarityChecks } from "./clarity-checks.js";
import { clarityDefects } from "./testing/defects.js";

export { carryOut } from "./testing/carry-out.js";
export { clarityDefects } from "./testing/defects.js";
export { interviewLaws } from "./testing/interview-laws.js";
export { sensibleAnswers } from "./testing/sensible-answers.js";

/** Laws of the clarity checks: defects are found exactly, evidence is irreducible, nothing unknown passes, edits keep up. */
export function clarityLaws(): Law[] {
  return seededLaws(clarityChecks, anyClearWork, clarityDefects, workVariants);
}
