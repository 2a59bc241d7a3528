import type { StateCategory, WorkflowState } from "@evenkeel/core";
import { type Draft, table, warn } from "../draft.js";
import { progressStates, type StampStates } from "../stamps.js";
import { answeredCategory } from "../state-answers.js";
import { tableCategory } from "./table-category.js";

/** The workflow of a table: its own status names, and the states its stamps need. */
export interface TableStates {
  readonly byName: ReadonlyMap<string, WorkflowState>;
  readonly stamps: StampStates;
}

/** The category of a status name; a name that tells nothing is taken as active and said. */
function categoryOf(draft: Draft, name: string): StateCategory {
  const known = answeredCategory(draft, name) ?? tableCategory(name);
  if (known === undefined)
    warn(draft, "csv-status-category-unknown", [], [name], { status: name.slice(0, 80), category: "active" });
  return known ?? "active";
}

/** States for the status names of a table, completed by plain ones for the stamps. */
export function tableStates(draft: Draft, names: readonly string[], hasStamps: boolean): TableStates {
  const states: WorkflowState[] = [...new Set(names)].map((name) => ({
    id: name,
    name,
    category: categoryOf(draft, name),
  }));
  const stateFor = (category: StateCategory): string => {
    const found = states.find((state) => state.category === category);
    if (found !== undefined) return found.id;
    const plain = progressStates.find((state) => state.category === category) as WorkflowState;
    if (hasStamps || names.length === 0) states.push(plain);
    return plain.id;
  };
  const stamps = {
    first: stateFor("proposed"),
    active: stateFor("active"),
    done: stateFor("done"),
    dropped: stateFor("dropped"),
  };
  if (states.length > 0) table(draft, "workflows").set("table", { id: "table", name: "Table", states });
  return { byName: new Map(states.map((state) => [state.id, state])), stamps };
}
