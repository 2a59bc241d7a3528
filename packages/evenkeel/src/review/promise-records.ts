import type { WorkHistory, WorkPlan } from "@evenkeel/core";
import { measureLedger } from "@evenkeel/predictability";
import { ledgerFromPlan } from "@evenkeel/predictability/from-plan";
import type { Collector } from "./collector.js";
import type { PromiseBasis, PromiseRecord } from "./types.js";

const bases: readonly PromiseBasis[] = ["commitment", "due date", "milestone", "iteration"];

/** What became of the promises of a plan, by what they rest on: commitments first, each basis once. */
export function promiseRecords(
  plan: WorkPlan,
  history: WorkHistory,
  now: number,
  collect: Collector,
): readonly PromiseRecord[] {
  const ledger = ledgerFromPlan(plan, history, { until: now });
  const records = bases.flatMap((basis) => {
    const record = collect.take("record of promises", measureLedger(ledger, now, { basis }));
    return record === undefined ? [] : [{ basis, record }];
  });
  if (records.every(({ record }) => record.promises === 0)) collect.miss("evenkeel/no-promises", {});
  return records;
}
