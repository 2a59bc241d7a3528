import { replayItems, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import type { FlowItem } from "./flow-types.js";
import { addCommitment } from "./from-plan-ledger-commitments.js";
import { addDue, baselineFinishes, firstDate } from "./from-plan-ledger-dates.js";
import { addTimebox } from "./from-plan-ledger-scope.js";
import { type LedgerTables, later, type Turn, turnsOf } from "./from-plan-ledger-tables.js";
import { eventsAbout, type FromPlanOptions } from "./from-plan-times.js";
import { ledgerFromExpectation } from "./ledger-from-expectation.js";
import type { Ledger } from "./ledger-types.js";
import type { ServiceLevelExpectation } from "./sle-types.js";

/** What the adapter may be told. */
export interface LedgerFromPlanOptions extends FromPlanOptions {
  /** Adds a promise for each of the items started. */
  readonly expectation?: Pick<ServiceLevelExpectation, "days" | "probability"> & {
    readonly items: readonly FlowItem[];
  };
}

/**
 * All promises of a plan in one ledger: commitments, due dates, milestones, the scope of iterations, and an expectation if one is given.
 *
 * The first value is the history's first: `commitmentMade`, the first due date, the scope when an iteration began; where the history
 * is silent, the row is taken as the first. What was done before an iteration began is not committed. A milestone without a due date
 * has its deadline, else its finish in the earliest baseline. Basis: commitment, due date, milestone, iteration, expectation.
 * `by` is a team; what a person promised counts for the plan.
 *
 * @param plan - any valid plan; not changed
 * @param history - its history, which may be empty; not changed
 * @param options - until: what is dated later is not seen; expectation with the items it holds for
 * @returns ids begin with their table; a day is kept until its end
 *
 * Issues: none; `validatePlan` and `validateHistory` name texts that are no times.
 * Time O(n log n), space O(n), for changes of scope times the size of their iteration.
 * Source: own.
 *
 * @example
 * const plan = { formatVersion: 1 as const, items: [{ id: "A", title: "Paint", kind: "task" as const, dueDate: "1970-01-02" }] };
 * ledgerFromPlan(plan, { formatVersion: 1, events: [] }).promises[0]?.value; // => 172799999
 */
export function ledgerFromPlan(plan: WorkPlan, history: WorkHistory, options: LedgerFromPlanOptions = {}): Ledger {
  const { until = later, expectation } = options;
  const tables: LedgerTables = {
    promises: [],
    revisions: [],
    outcomes: [],
    reopenings: [],
    withdrawals: [],
    splits: [],
    forecasts: [],
  };
  const teams = new Set((plan.teams ?? []).map(({ id }) => id));
  const commitments = eventsAbout("commitments", history, later);
  for (const row of plan.commitments ?? []) addCommitment(tables, row, commitments.get(row.id) ?? [], teams, until);
  const replays = new Map(replayItems(plan, history, until).map((replay) => [replay.id, replay]));
  const items = new Map((plan.items ?? []).map((item) => [item.id, item]));
  const baselines = baselineFinishes(plan.schedules ?? []);
  const dates = eventsAbout("items", history, later);
  for (const item of items.values()) {
    const date = firstDate(item, dates.get(item.id) ?? [], baselines.get(item.id), until);
    if (date !== undefined) addDue(tables, item, date, replays.get(item.id), until);
  }
  const turns = (itemId: string): Turn[] => {
    const item = items.get(itemId);
    return item === undefined ? [] : turnsOf(item, replays.get(itemId), until);
  };
  const scopes = eventsAbout("timeboxes", history, later);
  for (const box of plan.timeboxes ?? []) addTimebox(tables, box, scopes.get(box.id) ?? [], turns, until);
  if (expectation !== undefined) {
    const { promises, outcomes = [], withdrawals = [] } = ledgerFromExpectation(expectation.items, expectation);
    tables.promises.push(...promises);
    tables.outcomes.push(...outcomes);
    tables.withdrawals.push(...withdrawals);
  }
  return tables;
}
