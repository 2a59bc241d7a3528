import { type ItemNode, type OutcomeNode, outcomesServed, ownerOf, type PlanIndex } from "@evenkeel/core";

/** The person of that id, unless they are gone. */
function presentPerson(plan: PlanIndex, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const person = plan.people.get(id);
  return person === undefined || person.row.active === false ? undefined : id;
}

/** Whom to ask about an outcome: its owner, else that of the nearest outcome above; undefined: anyone. */
export function askAboutOutcome(plan: PlanIndex, outcome: OutcomeNode | undefined): string | undefined {
  const seen = new Set<OutcomeNode>();
  for (let at = outcome; at !== undefined && !seen.has(at); at = at.parent) {
    seen.add(at);
    const found = presentPerson(plan, at.row.ownerId);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Whom to ask about an item: its owner, else the owner of the nearest ancestor, else the owner of an outcome it serves; undefined: anyone.
 * `besides` is not asked: about someone who is not there, or about a team.
 */
export function askAboutItem(plan: PlanIndex, item: ItemNode | undefined, besides?: string): string | undefined {
  const seen = new Set<ItemNode>();
  for (let at = item; at !== undefined && !seen.has(at); at = at.parent) {
    seen.add(at);
    const owner = ownerOf(at);
    const found = owner?.table === "people" && owner.id !== besides ? presentPerson(plan, owner.id) : undefined;
    if (found !== undefined) return found;
  }
  if (item === undefined) return undefined;
  for (const outcome of outcomesServed(plan, item)) {
    const found = askAboutOutcome(plan, outcome);
    if (found !== undefined && found !== besides) return found;
  }
  return undefined;
}
