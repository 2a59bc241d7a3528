import type { WorkflowState } from "@evenkeel/core";
import { assume, table, warn } from "../draft.js";
import { isObject, member, textAt } from "../json-text.js";
import { answeredCategory } from "../state-answers.js";
import { categoryOfWords } from "../trackers/flow.js";
import { either, eitherValue } from "../trackers/values.js";
import { type GithubContext, githubFlow, type Ticket } from "./context.js";

/** What issues and pull requests can be without any project. */
const plain: readonly WorkflowState[] = [
  { id: "open", name: "Open", category: "proposed" },
  { id: "draft", name: "Draft", category: "active" },
  { id: "review", name: "Open pull request", category: "active" },
  { id: "completed", name: "Completed", category: "done" },
  { id: "merged", name: "Merged", category: "done" },
  { id: "not_planned", name: "Not planned", category: "dropped" },
  { id: "duplicate", name: "Duplicate", category: "dropped" },
  { id: "closed", name: "Closed without merge", category: "dropped" },
  { id: "ended", name: "Closed, merged or not", category: "done" },
];

/** The state a project's status stands for. */
export function statusState(context: GithubContext, status: string): string {
  context.statuses.add(status);
  return `status:${status}`;
}

/** Whether the input could say that a pull request was merged: older answers leave it out. */
export function tellsMerge({ value, events }: Ticket): boolean {
  const inner = member(value, "pull_request");
  const holders = [value, ...(isObject(inner) ? [inner] : [])];
  const names = ["merged_at", "mergedAt", "merged"];
  return (
    events.length > 0 ||
    holders.some((each) => isObject(each) && names.some((name) => Object.hasOwn(each, name))) ||
    textAt(value, "state") === "CLOSED"
  );
}

/** The state of a closed issue, by the reason that was given; without one it is completed. */
export function closedState(ticket: Ticket, reason: string | undefined): string {
  if (ticket.isPull) return tellsMerge(ticket) ? "closed" : "ended";
  const word = reason?.toLowerCase();
  return word === "not_planned" || word === "duplicate" ? word : "completed";
}

export const openState = (ticket: Ticket, isDraft: boolean): string =>
  ticket.isPull ? (isDraft ? "draft" : "review") : "open";

/** How an issue or pull request stands now. */
export function currentState(context: GithubContext, ticket: Ticket): string | undefined {
  const { value } = ticket;
  const state = either(value, "state")?.toLowerCase();
  const isMerged =
    state === "merged" ||
    member(value, "merged") === true ||
    eitherValue(value, "merged_at", "mergedAt") !== undefined ||
    member(value, "pull_request", "merged_at") !== undefined;
  if (isMerged) return "merged";
  if (state === "closed") return closedState(ticket, either(value, "state_reason", "stateReason"));
  if (ticket.status !== undefined) return statusState(context, ticket.status);
  if (state === undefined) return undefined;
  return openState(ticket, eitherValue(value, "draft", "isDraft") === true);
}

/** Puts the states into the plan; a project's status is judged by its name, one that tells nothing counts as active. */
export function addWorkflow(context: GithubContext): void {
  const { draft } = context;
  const statuses = [...context.statuses].map((name): WorkflowState => {
    const category = answeredCategory(draft, name) ?? categoryOfWords(name);
    if (category === undefined) {
      warn(draft, "github-status-category-unknown", [], [name], { status: name.slice(0, 80), category: "active" });
      assume(draft, "category", `${name.slice(0, 80)}: active`, "the name of the status tells nothing");
    }
    return { id: `status:${name}`, name, category: category ?? "active" };
  });
  const own = plain.map((state) => ({
    ...state,
    category: answeredCategory(draft, state.name, state.id) ?? state.category,
  }));
  table(draft, "workflows").set(githubFlow, { id: githubFlow, name: "GitHub", states: [...own, ...statuses] });
}

/** The category of a state, once all statuses are known. */
export function categoryOf(context: GithubContext, id: string): WorkflowState["category"] | undefined {
  return table(context.draft, "workflows")
    .get(githubFlow)
    ?.states.find((state) => state.id === id)?.category;
}
