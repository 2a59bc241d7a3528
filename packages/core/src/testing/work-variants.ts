import type { Subject, TableName } from "../common.js";
import { fieldAvailability } from "../field-availability.js";
import type { WorkHistory } from "../history.js";
import { tableNames, type WorkPlan } from "../plan.js";
import { emptied, rowChanges, uncovered, withoutRow } from "../plan-variants.js";
import { changeWork, touchedBy, type WorkContext, workContext } from "../work-context.js";

/** Plan, history and instant. */
export interface DatedWork {
  readonly plan: WorkPlan;
  readonly history: WorkHistory;
  readonly now: number;
}

type Place = { readonly table: string; readonly id: string };

/** Fields a row cannot do without: a plan without them is no plan. */
const required: Readonly<Record<string, readonly string[]>> = {
  items: ["id", "title", "kind"],
  outcomes: ["id", "title"],
  dependencies: ["id", "predecessorId", "successorId", "type"],
  relations: ["id", "kind", "fromId", "toId"],
  people: ["id", "name"],
  teams: ["id", "name"],
  assignments: ["id", "itemId", "role", "personId", "teamId", "resourceId"],
  commitments: ["id", "due"],
  decisions: ["id", "question"],
  terms: ["id", "term", "meaning"],
  timeboxes: ["id", "name", "kind"],
  workflows: ["id", "name", "states"],
  containers: ["id", "name", "kind"],
  projects: ["id", "name"],
};

function reversed(plan: WorkPlan): WorkPlan {
  const entries = Object.entries(plan).map(([key, rows]) => [key, Array.isArray(rows) ? [...rows].reverse() : rows]);
  return Object.fromEntries(entries) as unknown as WorkPlan;
}

function partsOf(need: string): { readonly table: TableName; readonly field: string } | undefined {
  const [table = "", field = ""] = need.split(".");
  if (!(tableNames as readonly string[]).includes(table) || required[table]?.includes(field) === true) return undefined;
  return { table: table as TableName, field };
}

/** How dated work is varied, for laws of checks. */
export const workVariants = {
  open: (work: DatedWork): { readonly input: WorkContext; readonly isAvailable: (need: string) => boolean } => ({
    input: workContext(work),
    isAvailable: fieldAvailability(work),
  }),
  permute: (work: DatedWork): DatedWork => ({
    ...work,
    plan: reversed(work.plan),
    history: { ...work.history, events: [...work.history.events].reverse() },
  }),
  empty: (work: DatedWork, need: string): DatedWork | undefined => {
    const parts = partsOf(need);
    return parts === undefined ? undefined : { ...work, plan: emptied(work.plan, parts.table, parts.field) };
  },
  uncover: (work: DatedWork, need: string): DatedWork | undefined => {
    const [table = "", field = ""] = need.split(".");
    if (table === "events") return { ...work, history: { formatVersion: 1, events: [] } };
    return { ...work, plan: uncovered(work.plan, table, field) };
  },
  without: (work: DatedWork, row: Place): DatedWork => ({ ...work, plan: withoutRow(work.plan, row as Subject) }),
  fields: ({ plan }: DatedWork): readonly string[] =>
    tableNames.flatMap((table) => {
      const names = new Set(((plan[table] ?? []) as readonly object[]).flatMap((row) => Object.keys(row)));
      return [...names].map((field) => `${table}.${field}`);
    }),
  edit: (
    input: WorkContext,
    from: DatedWork,
    to: DatedWork,
  ): { readonly touched: readonly Place[]; readonly apply: () => WorkContext } => {
    const changed = rowChanges(from.plan, to.plan);
    const isSame = from.history === to.history;
    const subjects = isSame ? [] : [...from.history.events, ...to.history.events].map(({ subject }) => subject);
    const touched = [...touchedBy({ changed }), ...subjects];
    return {
      touched,
      apply: () => {
        changeWork(input, { changed });
        // History only grows; going back to an older one needs a context of its own.
        return isSame ? input : { ...workContext(to), plan: input.plan };
      },
    };
  },
} as const;
