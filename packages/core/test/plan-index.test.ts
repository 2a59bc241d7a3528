import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accountableFor,
  dependencyNeighbourhood,
  goalPath,
  indexPlan,
  isOpenItem,
  itemCategories,
  itemsAt,
  openItems,
  outcomesServed,
  type PlanIndex,
  rollUp,
  traceToGoal,
  updateIndex,
  validatePlan,
} from "../src/index.js";
import { anyPlan, goldenPlans, kanbanHistory, reversedRows, rowChanges } from "../src/testing.js";

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort();

/** Everything an index says, in an order of its own. */
function dump(index: PlanIndex) {
  const items = [...index.items.values()].map((node) => ({
    row: node.row,
    category: node.category,
    parent: node.parent?.row.id,
    children: ids(node.children.map(({ row }) => row)),
    assignments: ids(node.assignments),
    incoming: ids(node.incoming),
    outgoing: ids(node.outgoing),
    commitments: ids(node.commitments),
    decisions: ids(node.decisions),
    timeboxes: ids(node.timeboxes),
    twins: [...index.sameTitle("items", node.row.id)].sort(),
  }));
  const outcomes = [...index.outcomes.values()].map((node) => ({
    row: node.row,
    parent: node.parent?.row.id,
    children: ids(node.children.map(({ row }) => row)),
    items: ids(node.items.map(({ row }) => row)),
    commitments: ids(node.commitments),
  }));
  const people = [...index.people.values()].map((node) => ({
    row: node.row,
    assignments: ids(node.assignments),
    teams: ids(node.teams),
    outcomes: ids(node.outcomes),
  }));
  const byId = (a: { row: { id: string } }, b: { row: { id: string } }) => (a.row.id < b.row.id ? -1 : 1);
  return { items: items.sort(byId), outcomes: outcomes.sort(byId), people: people.sort(byId) };
}

describe("an index", () => {
  test("kept up to date equals one made anew", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const index = indexPlan(deepFreeze(before));
        index.sameTitle("items", "");
        updateIndex(index, deepFreeze(rowChanges(before, after)));
        expect(dump(index)).toEqual(dump(indexPlan(after)));
      }),
      { numRuns: statedRuns(5_000) },
    );
  });

  test("says of each item what reading the plan says", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const index = indexPlan(plan);
        const open = [...index.items.values()].filter(isOpenItem).map(({ row }) => row.id);
        expect(open).toEqual(openItems(plan).map(({ id }) => id));
        const categories = itemCategories(plan);
        for (const item of plan.items ?? []) {
          const node = index.items.get(item.id)!;
          expect(node.category).toBe(categories.get(item.id));
          expect(ids(node.assignments)).toEqual(
            ids((plan.assignments ?? []).filter(({ itemId }) => itemId === item.id)),
          );
          expect(ids(node.incoming)).toEqual(
            ids((plan.dependencies ?? []).filter(({ successorId }) => successorId === item.id)),
          );
          let at: typeof item | undefined = item;
          while (at !== undefined && at.outcomeIds === undefined)
            at = plan.items?.find(({ id }) => id === (at?.parentId ?? ""));
          expect(outcomesServed(index, node).map(({ row }) => row.id)).toEqual(at?.outcomeIds ?? []);
        }
      }),
      { numRuns: statedRuns(5_000) },
    );
  });
});

describe("dependency neighbourhood", () => {
  test("is what following links one by one reaches", () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(4), (plan, reach) => {
        const index = indexPlan(plan);
        const [start] = [...index.items.keys()];
        let front = new Set([start]);
        const seen = new Set(front);
        for (let step = 0; step < reach; step++) {
          front = new Set(
            (plan.dependencies ?? [])
              .filter(({ predecessorId }) => front.has(predecessorId))
              .map(({ successorId }) => successorId)
              .filter((id) => !seen.has(id)),
          );
          for (const id of front) seen.add(id);
        }
        const found = dependencyNeighbourhood(index, start ?? "", { before: 0, after: reach });
        expect(new Set([start, ...found.map(({ itemId }) => itemId)])).toEqual(seen);
      }),
      { numRuns: statedRuns(5_000) },
    );
  });
});

describe("roll-ups", () => {
  test("lose no item: projects without parents and the rest add up to the portfolio", () => {
    fc.assert(
      fc.property(anyPlan, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), (plan, picks) => {
        const projects = [
          { id: "p0", name: "A" },
          { id: "p1", name: "B" },
          { id: "p2", name: "C", parentId: "p1" },
        ];
        const items = (plan.items ?? []).map((item, at) =>
          picks[at] === 0 ? item : { ...item, projectId: `p${picks[at]}` },
        );
        const index = indexPlan({ ...plan, projects, items });
        const [all] = rollUp(index, "portfolio");
        const roots = rollUp(index, "project").filter(({ id }) => id !== "p2");
        for (const field of ["items", "open", "effortMinutes"] as const)
          expect(roots.reduce((sum, row) => sum + row[field], 0)).toBe(all?.[field]);
      }),
      { numRuns: statedRuns(5_000) },
    );
  });

  test("of a person hold their own effort", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const parents = new Set((plan.items ?? []).map(({ parentId }) => parentId));
        for (const { id, effortMinutes } of rollUp(indexPlan(plan), "person")) {
          const own = (plan.assignments ?? []).filter(
            ({ personId, itemId }) => personId === id && !parents.has(itemId),
          );
          expect(effortMinutes).toBe(own.reduce((sum, row) => sum + (row.effortMinutes ?? 0), 0));
        }
      }),
      { numRuns: statedRuns(2_000) },
    );
  });
});

describe.each(Object.entries(goldenPlans))("the %s plan", (_name, plan) => {
  test("is valid and answers the same questions as the others", () => {
    expect(validatePlan(plan)).toEqual({ ok: true, value: plan, issues: [] });
    const index = indexPlan(deepFreeze(plan));
    const open = [...index.items.values()].filter(isOpenItem);
    expect(open.length).toBeGreaterThan(0);
    for (const { row } of open) {
      expect(traceToGoal(index, row.id)?.paths.length).toBeGreaterThan(0);
      expect(accountableFor(index, row.id)).toBeDefined();
    }
    const [all] = rollUp(index, "portfolio");
    expect(all?.items).toBe([...index.items.values()].filter(({ children }) => children.length === 0).length);
    for (const level of ["person", "team", "project"] as const) expect(rollUp(index, level).length).toBeGreaterThan(0);
    const again = indexPlan(reversedRows(plan));
    expect(rollUp(again, "project")).toEqual(rollUp(index, "project"));
  });
});

test("how items stood at an instant is told by the history up to then", () => {
  const at = (text: string) =>
    itemsAt(goldenPlans.kanban, kanbanHistory, Date.parse(text)).map(
      ({ itemId, category, waiting }) => `${itemId} ${category} ${waiting}`,
    );
  expect(at("2026-05-04T08:30:00Z")).toEqual(["k1 proposed false"]);
  expect(at("2026-05-04T10:30:00Z")).toEqual(["k1 active false", "k2 waiting true"]);
});

test("a goal's path ends at its root", () => {
  const index = indexPlan(goldenPlans.sprint);
  expect(goalPath(index.outcomes.get("two-taps")!).map(({ row }) => row.id)).toEqual(["two-taps", "direct"]);
});
