import { compareText } from "@evenkeel/kernel";
import type { ItemNode, PlanIndex } from "./plan-index.js";
import type { StateCategory } from "./projects.js";
import { isOpenItem } from "./queries.js";

/** Sums over a set of items. Items are leaves: a parent counts through its children. */
export interface RollUp {
  /** Id of the person, team or project; absent for the whole portfolio and for what belongs to none. */
  readonly id?: string;
  readonly items: number;
  readonly byCategory: Readonly<Record<StateCategory | "unknown", number>>;
  /** Neither done nor dropped. */
  readonly open: number;
  readonly blocked: number;
  /** Person-minutes of the assignments counted; items without effort add nothing. */
  readonly effortMinutes: number;
  readonly remainingEffortMinutes: number;
  /** Open commitments about the items. */
  readonly openCommitments: number;
}

/** The levels sums are made for. */
export type RollUpLevel = "person" | "team" | "project" | "portfolio";

interface Building {
  items: Set<ItemNode>;
  effort: number;
  remaining: number;
}

const effortOf = (minutes: number | undefined): number => minutes ?? 0;

function close(id: string | undefined, { items, effort, remaining }: Building): RollUp {
  const byCategory = { proposed: 0, waiting: 0, active: 0, done: 0, dropped: 0, unknown: 0 };
  const promises = new Set<string>();
  let [open, blocked] = [0, 0];
  for (const node of items) {
    byCategory[node.category ?? "unknown"]++;
    if (!isOpenItem(node)) continue;
    open++;
    if (node.row.blocked === true) blocked++;
    for (const { id: commitment, state } of node.commitments)
      if (state === undefined || state === "open") promises.add(commitment);
  }
  const sums = { effortMinutes: effort, remainingEffortMinutes: remaining, openCommitments: promises.size };
  return { ...(id === undefined ? {} : { id }), items: items.size, byCategory, open, blocked, ...sums };
}

/** The project of an item: its own, or that of the nearest ancestor with one. */
function projectOf(item: ItemNode): string | undefined {
  const seen = new Set<ItemNode>();
  for (let at: ItemNode | undefined = item; at !== undefined && !seen.has(at); at = at.parent) {
    seen.add(at);
    if (at.row.projectId !== undefined) return at.row.projectId;
  }
  return undefined;
}

function withParents(index: PlanIndex, table: "projects" | "teams", id: string | undefined): string[] {
  const line: string[] = [];
  for (let at = id; at !== undefined && !line.includes(at); at = index.row(table, at)?.parentId) line.push(at);
  return line;
}

function placesOf(index: PlanIndex, level: RollUpLevel, item: ItemNode): Map<string | undefined, number[]> {
  const places = new Map<string | undefined, number[]>();
  const put = (place: string | undefined, at: number): void => {
    places.set(place, [...(places.get(place) ?? []), at]);
  };
  item.assignments.forEach((assignment, at) => {
    if (level === "person" && assignment.personId !== undefined) put(assignment.personId, at);
    if (level === "team") {
      const teams = assignment.teamId === undefined ? [] : [assignment.teamId];
      const own = (index.people.get(assignment.personId ?? "")?.teams ?? []).map(({ id }) => id);
      const all = new Set([...teams, ...own].flatMap((id) => withParents(index, "teams", id)));
      for (const team of all) put(team, at);
    }
  });
  const everything = item.assignments.map((_assignment, at) => at);
  if (level === "portfolio") places.set(undefined, everything);
  if (level === "project") {
    const line = withParents(index, "projects", projectOf(item));
    for (const place of line.length === 0 ? [undefined] : line) places.set(place, everything);
  } else if (places.size === 0) places.set(undefined, everything);
  return places;
}

/**
 * Sums of items, effort and open commitments for each person, team or project, or for the portfolio as a whole.
 *
 * A person's sum holds the items assigned to them and their own effort; a team's holds those of its members and of the teams
 * below it; a project's those of the projects below it. What belongs to none is one more row without an id, so that
 * nothing is lost. An item of several people counts with each of them: only projects without parents add up to the portfolio.
 *
 * @param index - of the plan
 * @param level - whose sums
 * @returns rows by id, the one without id last
 *
 * Issues: none.
 * Time O(items x assignments and ancestors of each), space the same.
 * Source: own.
 *
 * @example
 * rollUp(indexPlan({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", finishedAt: "2026-05-01" }] }), "portfolio").map(({ items, open }) => [items, open]); // => [[1, 0]]
 */
export function rollUp(index: PlanIndex, level: RollUpLevel): RollUp[] {
  const building = new Map<string | undefined, Building>();
  for (const item of index.items.values()) {
    if (item.children.length > 0) continue;
    for (const [place, counted] of placesOf(index, level, item)) {
      const sums = building.get(place) ?? { items: new Set(), effort: 0, remaining: 0 };
      building.set(place, sums);
      sums.items.add(item);
      for (const at of counted) {
        sums.effort += effortOf(item.assignments[at]?.effortMinutes);
        sums.remaining += effortOf(item.assignments[at]?.remainingEffortMinutes ?? item.assignments[at]?.effortMinutes);
      }
    }
  }
  return [...building]
    .sort(([a], [b]) => (a === undefined ? 1 : b === undefined ? -1 : compareText(a, b)))
    .map(([place, sums]) => close(place, sums));
}
