import { lastEvent, type OutcomeNode, type WorkContext } from "@evenkeel/core";

/** Whether an outcome has a reading: in the plan, or in the history. */
export function isMeasured({ history, now }: WorkContext, { row }: OutcomeNode): boolean {
  return (
    row.measure?.current !== undefined || lastEvent(history.of("outcomes", row.id), ["outcomeRead"], now) !== undefined
  );
}
