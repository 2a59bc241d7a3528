import { compareText } from "@evenkeel/kernel";
import { type Draft, note, table } from "./draft.js";
import { answeredCategory } from "./state-answers.js";

/**
 * Names the activities that no item of a log ever went on from, where at least two stand: they may well be its ends, but a log
 * does not say so, and a person can.
 */
export function noteEnds(draft: Draft): void {
  const left = new Set<string>();
  for (const event of draft.events) if (event.type === "stateChanged" && event.from !== undefined) left.add(event.from);
  const standing = new Map<string, number>();
  for (const { stateId } of table(draft, "items").values())
    if (stateId !== undefined && !left.has(stateId)) standing.set(stateId, (standing.get(stateId) ?? 0) + 1);
  for (const [state, count] of [...standing].sort(([a], [b]) => compareText(a, b))) {
    if (count < 2 || answeredCategory(draft, state) !== undefined) continue;
    note(draft, "log-category-unknown", [], [state], { state: state.slice(0, 80), count, category: "done" });
  }
}
