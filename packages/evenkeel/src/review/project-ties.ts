import type { Dependency, WorkPlan } from "@evenkeel/core";
import { compileGraph, cycles } from "@evenkeel/graph";
import { type Issue, issue, orThrow } from "@evenkeel/kernel";
import type { PlanPart } from "./plan-parts.js";

/** Links between projects. */
export interface ProjectTies {
  /** All dependencies that act, within projects and between them. */
  readonly dependencies: readonly Dependency[];
  /** Those between projects. */
  readonly crossing: readonly Dependency[];
  /** Per part the items of others that it is tied to. */
  readonly tiedTo: readonly ReadonlySet<string>[];
  readonly issues: readonly Issue[];
}

/** Of each item the part it is in: that of its project, else the one of items without. */
function partsByItem({ items = [] }: WorkPlan, parts: readonly PlanPart[]): ReadonlyMap<string, number> {
  const ofProject = new Map(parts.map(({ projectId }, at) => [projectId, at]));
  const rest = ofProject.get(undefined);
  return new Map(
    items.flatMap(({ id, projectId }) => {
      const at = ofProject.get(projectId) ?? rest;
      return at === undefined ? [] : [[id, at] as const];
    }),
  );
}

/** Circles of dependencies, as item ids. */
function circles(
  dependencies: readonly Dependency[],
): { readonly members: ReadonlySet<string>; readonly shortest: string[] }[] {
  const ids = [...new Set(dependencies.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]))];
  const indexOf = new Map(ids.map((id, at) => [id, at]));
  const ends = (key: "predecessorId" | "successorId"): number[] => dependencies.map((row) => indexOf.get(row[key])!);
  const graph = orThrow(compileGraph(ids.length, ends("predecessorId"), ends("successorId")));
  return cycles(graph).map(({ members, nodes }) => ({
    members: new Set(Array.from(members, (at) => ids[at]!)),
    shortest: Array.from(nodes, (at) => ids[at]!),
  }));
}

/**
 * The links between the parts of a plan. Where items of several projects wait for one another the links between these act
 * nowhere: each project keeps its dates, and the circle is named.
 */
export function projectTies(plan: WorkPlan, parts: readonly PlanPart[]): ProjectTies {
  const { dependencies = [] } = plan;
  const tiedTo = parts.map(() => new Set<string>());
  if (parts.length < 2) return { dependencies, crossing: [], tiedTo, issues: [] };
  const partOf = partsByItem(plan, parts);
  const isCrossing = ({ predecessorId, successorId }: Dependency): boolean => {
    const [before, after] = [partOf.get(predecessorId), partOf.get(successorId)];
    return before !== undefined && after !== undefined && before !== after;
  };
  if (!dependencies.some(isCrossing)) return { dependencies, crossing: [], tiedTo, issues: [] };
  const round = circles(dependencies).filter(
    ({ members }) => new Set([...members].map((id) => partOf.get(id))).size > 1,
  );
  const circleOf = new Map(round.flatMap((circle) => [...circle.members].map((id) => [id, circle] as const)));
  const acting = dependencies.filter((row) => {
    const circle = circleOf.get(row.predecessorId);
    return !isCrossing(row) || circle === undefined || circle !== circleOf.get(row.successorId);
  });
  const crossing = acting.filter(isCrossing);
  const ignores = parts.map(({ plan: { projects = [] }, projectId }) =>
    projects.some(({ id, scheduling }) => id === projectId && scheduling?.ignoresOtherProjects === true),
  );
  const tie = (id: string, other: string): void => {
    const at = partOf.get(id)!;
    if (!ignores[at]) tiedTo[at]!.add(other);
  };
  for (const { predecessorId, successorId } of crossing) {
    tie(successorId, predecessorId);
    tie(predecessorId, successorId);
  }
  const issues = round.map(({ shortest }) =>
    issue("evenkeel/cycle-between-projects", {
      severity: "warning",
      path: ["dependencies"],
      subject: shortest,
      facts: { activities: [...shortest, shortest[0]!] },
    }),
  );
  return { dependencies: acting, crossing, tiedTo, issues };
}
