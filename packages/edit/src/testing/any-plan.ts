import type { WorkPlan } from "@evenkeel/core";
import { anyPlan } from "@evenkeel/core/testing";
import * as fc from "fast-check";

/** Valid plans with rows of every table that names rows of others; some tables known to be empty. */
export const anyEditedPlan: fc.Arbitrary<WorkPlan> = fc
  .tuple(anyPlan, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }))
  .map(([plan, picks]) => {
    const items = plan.items ?? [];
    let asked = 0;
    const pick = (size: number): number => (picks[asked++ % picks.length] ?? 0) % size;
    const item = (): string => items[pick(items.length)]?.id ?? "";
    const some = <T>(make: (at: number) => T, most = 3): T[] =>
      Array.from({ length: pick(most + 1) }, (_none, at) => make(at));
    return {
      ...plan,
      terms: [],
      projects: [{ id: "p1", name: "Refit" }],
      containers: [{ id: "b1", name: "Board", kind: "board" as const, workflowId: "board" }],
      teams: [{ id: "crew", name: "Crew", members: [{ personId: "ana" }, { personId: "ben" }] }],
      items: items.map((row) => ({
        ...row,
        ...(pick(3) === 0 ? { projectId: "p1" } : {}),
        ...(pick(4) === 0 ? { memberships: [{ containerId: "b1", stateId: "todo" }] } : {}),
        ...(pick(3) === 0
          ? {
              estimates: [
                {
                  of: "points" as const,
                  basis: "original" as const,
                  value: { kind: "single" as const, amount: 1 + pick(8) },
                },
              ],
            }
          : {}),
      })),
      dependencies: (plan.dependencies ?? []).map((row) =>
        pick(2) === 0 ? { ...row, handoff: { from: "ana", to: "ben", what: "keys" } } : row,
      ),
      relations: some((at) => ({ id: `r${at}`, kind: "relates" as const, fromId: item(), toId: item() })),
      commitments: some((at) => ({
        id: `c${at}`,
        due: "2026-06-01",
        byId: "ana",
        subject: { table: "items" as const, id: item() },
      })),
      decisions: some((at) => ({
        id: `q${at}`,
        question: "Which?",
        deciderId: "ben",
        blocks: [...new Set([item(), item()])],
      })),
      risks: some((at) => ({ id: `k${at}`, title: "Rain", ownerId: "crew", itemIds: [item()] })),
      timeboxes: some((at) => ({
        id: `t${at}`,
        name: "Sprint",
        kind: "iteration" as const,
        itemIds: [...new Set([item(), item()])],
      })),
      schedules: some(
        (at) => ({
          id: `s${at}`,
          kind: "baseline" as const,
          projectId: "p1",
          items: [{ itemId: item(), start: "2026-05-01" }],
        }),
        1,
      ),
    };
  });
