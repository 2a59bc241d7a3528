import { type Law, seededLaws } from "@evenkeel/checks/testing";
import { workVariants } from "@evenkeel/core/testing";
import { coordinationChecks } from "./coordination-checks.js";
import { coordinationDefects } from "./testing/defects.js";
import { anyTimelyWork } from "./testing/timely-work.js";

export { coordinationDefects } from "./testing/defects.js";
export { anyTimelyWork } from "./testing/timely-work.js";

/** Laws of the coordination checks: defects are found exactly, evidence is irreducible, nothing unknown passes, edits keep up. */
export function coordinationLaws(): Law[] {
  return seededLaws(coordinationChecks, anyTimelyWork, coordinationDefects, workVariants);
}
