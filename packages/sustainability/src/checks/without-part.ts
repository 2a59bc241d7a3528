import type { Verdict } from "@evenkeel/checks";

/** Internal: the one verdict of a check whose part of the input is not there. */
export function withoutPart(checkId: string, missing: readonly string[]): Verdict[] {
  return [{ outcome: "unknown", subject: { table: "document", id: checkId }, missing }];
}
