import type { WorkPlan } from "@evenkeel/core";
import type { Fact, Message } from "@evenkeel/kernel";

/** Names by id. People and teams share one space of names, items and outcomes another: ids are unique within a table only. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, string>;
}

/** Which names a fact's id is looked up in. */
const naming: ReadonlyMap<string, keyof Names> = /* @__PURE__ */ new Map<string, keyof Names>([
  ["person", "people"],
  ["people", "people"],
  ["group", "people"],
  ["to", "people"],
  ["from", "people"],
  ["by", "people"],
  ["predecessor", "items"],
  ["successor", "items"],
  ["item", "items"],
]);

function byId(
  rows: readonly { readonly id: string; readonly name?: string; readonly title?: string }[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, title } of rows) if (!names.has(id)) names.set(id, name ?? title ?? id);
  return names;
}

/** The names of a plan's people and teams, items and outcomes; the first row of an id wins. */
export function namesOf(plan: WorkPlan): Names {
  return {
    people: byId([...(plan.people ?? []), ...(plan.teams ?? [])]),
    items: byId([...(plan.items ?? []), ...(plan.outcomes ?? [])]),
  };
}

/** A chance as facts of a text: what would be rounded to nothing is said to be under 1 %. */
export function chanceFacts(chance: number): { readonly chance: number; readonly isTiny: boolean } {
  const isTiny = chance < 0.005;
  return { chance: isTiny ? 0.01 : chance, isTiny };
}

/** The same message with names where its facts hold ids. */
export function named<M extends Message>(message: M, names: Names): M {
  const facts = Object.fromEntries(
    Object.entries(message.facts).map(([key, fact]): [string, Fact] => {
      const space = naming.get(key);
      if (space === undefined) return [key, fact];
      const show = (id: string): string => names[space].get(id) ?? id;
      if (typeof fact === "string") return [key, show(fact)];
      return [key, Array.isArray(fact) && fact.every((each) => typeof each === "string") ? fact.map(show) : fact];
    }),
  );
  return { ...message, facts };
}
