import type { CoordinationInput } from "../src/index.js";

/** What does not fit between givers and receivers, read off sentence by sentence; days as texts compare as texts. */
export function readAloud({ plan }: CoordinationInput): string[] {
  const said: string[] = [];
  const owner = (item: string): string | undefined => {
    const mine = (plan.assignments ?? [])
      .filter(({ itemId }) => itemId === item)
      .sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : a.id < b.id ? -1 : 1));
    return mine[0]?.personId;
  };
  const state = (item: string) => plan.items?.find(({ id }) => id === item)?.stateId;
  for (const link of plan.dependencies ?? []) {
    const { handoff } = link;
    if (handoff === undefined) {
      const open = state(link.successorId) !== "done" && state(link.successorId) !== "no";
      if (open && owner(link.predecessorId) !== owner(link.successorId))
        said.push(`coordination/handoff-missing ${link.id}`);
    } else {
      if ((handoff.promisedBy ?? "") > (handoff.neededBy ?? ""))
        said.push(`coordination/need-before-promise ${link.id}`);
      if (handoff.state === "offered" || state(link.predecessorId) === "done")
        said.push(`coordination/handoff-not-accepted ${link.id}`);
    }
    const due = (item: string) => plan.commitments?.find(({ subject }) => subject?.id === item)?.due ?? "";
    if (link.type === "FS" && due(link.predecessorId) > due(link.successorId))
      said.push(`coordination/promise-before-input ${link.id}`);
  }
  return said.sort();
}
