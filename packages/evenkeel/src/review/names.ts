import type { WorkPlan } from "@evenkeel/core";
import type { Fact, Message } from "@evenkeel/kernel";

/** Facts that hold ids of people, teams or items; shown by name. */
const naming = new Set(["person", "people", "to", "from", "predecessor", "successor", "subject", "item", "by"]);

/** Names by id, own properties only. */
export type Names = ReadonlyMap<string, string>;

/** The names of a plan's people, teams, items and outcomes; the first row of an id wins. */
export function namesOf(plan: WorkPlan): Names {
  const names = new Map<string, string>();
  const put = (id: string, name: string): void => {
    if (!names.has(id)) names.set(id, name);
  };
  for (const { id, name } of [...(plan.people ?? []), ...(plan.teams ?? [])]) put(id, name);
  for (const { id, title } of [...(plan.items ?? []), ...(plan.outcomes ?? [])]) put(id, title);
  return names;
}

/** The same message with names where its facts hold ids. */
export function named<M extends Message>(message: M, names: Names): M {
  const show = (fact: Fact): Fact => {
    if (typeof fact === "string") return names.get(fact) ?? fact;
    return Array.isArray(fact) && fact.every((each) => typeof each === "string")
      ? fact.map((each) => names.get(each) ?? each)
      : fact;
  };
  const facts = Object.fromEntries(
    Object.entries(message.facts).map(([key, fact]) => [key, naming.has(key) ? show(fact) : fact]),
  );
  return { ...message, facts };
}
