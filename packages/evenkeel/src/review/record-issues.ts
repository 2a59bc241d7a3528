import type { Viewer } from "@evenkeel/checks";
import { type Issue, issue } from "@evenkeel/kernel";
import type { WorkColumns, WorkInterval } from "@evenkeel/sustainability";

/** Faults in records of work: to the viewer their own; of others' only that there are some that cannot be read. */
export function recordIssues(
  faults: readonly Issue[],
  intervals: readonly WorkInterval[] | WorkColumns,
  viewer: Viewer | undefined,
): Issue[] {
  const ownerOf = ({ path, facts }: Issue): unknown => {
    const row = path[1];
    return typeof row === "number" && !("personOf" in intervals) ? intervals[row]?.personId : facts["person"];
  };
  const own = faults.filter((fault) => viewer?.personId !== undefined && ownerOf(fault) === viewer.personId);
  const isLost = faults.some((fault) => fault.severity === "error" && !own.includes(fault));
  return isLost ? [...own, issue("evenkeel/records-faulty", { severity: "warning", path: ["records"] })] : own;
}
