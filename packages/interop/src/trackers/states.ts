import type { StateCategory, WorkflowState } from "@evenkeel/core";
import { assume, type Draft, table, warn } from "../draft.js";
import { answeredCategory } from "../state-answers.js";

/** States in the order they were met, each with what the tool says it means, if it does. */
export type StateBook = Map<string, { readonly name: string; readonly category: StateCategory | undefined }>;

/** Notes a state; a known meaning is never forgotten. */
export function noteState(book: StateBook, id: string, name: string, category?: StateCategory): string {
  const before = book.get(id);
  if (before === undefined || (before.category === undefined && category !== undefined))
    book.set(id, { name, category });
  return id;
}

/** Puts the states into the plan; one that nothing tells about counts as `otherwise`, said as an issue of the code given. */
export function addStates(
  draft: Draft,
  flow: { readonly id: string; readonly name: string },
  book: StateBook,
  trap: string,
  otherwise: StateCategory,
): (stateId: string) => StateCategory | undefined {
  const states = [...book].map(([id, { name, category: told }]): WorkflowState => {
    const category = answeredCategory(draft, name, id) ?? told;
    if (category === undefined) {
      warn(draft, trap, [], [id], { state: name.slice(0, 80), category: otherwise });
      assume(draft, "category", `${name.slice(0, 80)}: ${otherwise}`, "its name tells nothing");
    }
    return { id, name, category: category ?? otherwise };
  });
  if (states.length > 0) table(draft, "workflows").set(flow.id, { ...flow, states });
  const categories = new Map(states.map((state) => [state.id, state.category]));
  return (id) => categories.get(id);
}
