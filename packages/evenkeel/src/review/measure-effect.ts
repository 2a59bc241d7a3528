import { openItems, type WorkHistory, type WorkPlan, type WorkRecords } from "@evenkeel/core";
import {
  type EffectivenessInput,
  measureAttainment,
  measureEstimates,
  measureRework,
  measureServing,
  measureYield,
} from "@evenkeel/effectiveness";
import { estimatesFromPlan } from "@evenkeel/effectiveness/from-plan";
import type { Collector } from "./collector.js";
import type { Review } from "./types.js";

/** Estimates that quantiles of a ratio need, at least. */
const fewestEstimates = 10;

type Effect = Pick<Review["executive"], "outcomes" | "serving" | "yield" | "rework" | "estimates">;

/** The documents that estimates come from. */
export interface EffectSources {
  readonly plan: WorkPlan;
  readonly history: WorkHistory;
  readonly records?: WorkRecords;
}

/** Whether all work on these items is one person's, a team of one included; a team that names nobody counts as several. */
function isOnePersons({ assignments = [], people = [], teams = [] }: WorkPlan, items: ReadonlySet<string>): boolean {
  const members = new Map(teams.map((team) => [team.id, (team.members ?? []).map(({ personId }) => personId)]));
  const [who, ...others] = new Set(
    assignments.flatMap(({ itemId, personId, teamId }) => {
      if (!items.has(itemId)) return [];
      const inTeam = members.get(teamId ?? "") ?? [];
      return personId ?? (inTeam.length > 0 ? inTeam : (teamId ?? []));
    }),
  );
  return others.length === 0 && people.some(({ id }) => id === who);
}

/** How honest the estimates of the plan were; nothing where they could tell how one person estimates. */
function estimatesOf({ plan, history, records }: EffectSources, collect: Collector): Pick<Effect, "estimates"> {
  const rows = estimatesFromPlan(plan, history, records).filter(({ estimate, actual }) => estimate > 0 && actual > 0);
  if (rows.length < fewestEstimates) {
    const facts = { measure: "estimates", needed: fewestEstimates, found: rows.length };
    collect.miss("evenkeel/too-little-recorded", facts);
    return {};
  }
  if (isOnePersons(plan, new Set(rows.map(({ id }) => id)))) {
    collect.miss("evenkeel/one-person", { measure: "honesty of estimates" });
    return {};
  }
  const estimates = collect.take("estimates", measureEstimates(rows));
  return estimates === undefined ? {} : { estimates };
}

/** What came of the work: outcomes attained, the effort that went into them, what came back, and what estimates were worth. */
export function measureEffect(input: EffectivenessInput, sources: EffectSources, collect: Collector): Effect {
  const { outcomes, effort = [] } = input;
  const serving = collect.take("effort serving outcomes", measureServing(effort));
  const open = new Set(openItems(sources.plan).map(({ id }) => id));
  const logged = new Set((sources.records?.loggedEffort ?? []).map(({ itemId }) => itemId));
  const spent = effort.filter(({ itemId }) => logged.has(itemId) || !open.has(itemId));
  const total = spent.reduce((sum, { minutes }) => sum + minutes, 0);
  if (!(total > 0)) collect.miss("evenkeel/no-effort", {});
  const yielded = total > 0 ? collect.take("outcomes for the effort", measureYield(outcomes, spent)) : undefined;
  const rework = total > 0 ? collect.take("effort on rework", measureRework(spent)) : undefined;
  return {
    outcomes: measureAttainment(outcomes),
    ...(serving === undefined || serving.total === 0 ? {} : { serving }),
    ...(yielded === undefined ? {} : { yield: yielded }),
    ...(rework === undefined ? {} : { rework }),
    ...estimatesOf(sources, collect),
  };
}
