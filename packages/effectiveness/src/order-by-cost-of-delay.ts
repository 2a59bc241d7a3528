import { compareText, type Issue, ok, type Result } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { amountIssues, fault, refusal } from "./issue.js";

/** Work whose delay costs; one piece at a time. */
export interface DelayedJob {
  readonly id: string;
  /** Cost of each unit of time it is not finished, at least 0; the same unit for all. */
  readonly rate: number;
  /** Time of the whole capacity it takes, at least 0. With several at a time: the capacity it consumes, not its lead time. */
  readonly duration: number;
}

/** A job in its place. */
export interface OrderedJob extends DelayedJob {
  /** Units of time from now. */
  readonly start: number;
  readonly finish: number;
  /** rate x finish. */
  readonly cost: number;
  /** rate / duration; Infinity for what takes no time. */
  readonly urgency: number;
}

/** An order, and what the delay in it costs. */
export interface DelayOrder {
  readonly jobs: readonly OrderedJob[];
  /** Sum of rate x finish. */
  readonly cost: number;
}

/** The least costly order beside the order given. */
export interface DelayComparison extends DelayOrder {
  readonly given: DelayOrder;
  /** Cost of the given order less the least cost; at least 0 but for rounding. */
  readonly saving: number;
}

const urgencyOf = ({ rate, duration }: DelayedJob): number =>
  duration === 0 ? Number.POSITIVE_INFINITY : rate / duration;

function inOrder(jobs: readonly DelayedJob[]): DelayOrder {
  let start = 0;
  const placed = jobs.map((job): OrderedJob => {
    const { id, rate, duration } = job;
    const begin = start;
    start += duration;
    return { id, rate, duration, start: begin, finish: start, cost: rate * start, urgency: urgencyOf(job) };
  });
  return { jobs: placed, cost: sumExact(placed.map(({ cost }) => cost)) };
}

/**
 * The order that makes delay cost least: highest cost of delay per duration first.
 *
 * Exact for one job at a time without release dates or dependencies; ties by shorter duration, then id. Rates must be what a delay
 * costs, not scores: ratios of made-up points order nothing.
 *
 * @param jobs - in the order they would be done otherwise; not changed
 * @returns jobs in the least costly order, the order given, and what the change saves
 *
 * Issues: effectiveness/impossible-value, effectiveness/duplicate-id.
 * Time O(n log n), space O(n).
 * Source: Smith (1956), "Various optimizers for single-stage production"; cost of delay divided by duration: Reinertsen (2009).
 *
 * @example
 * const found = orThrow(orderByCostOfDelay([{ id: "long", rate: 3, duration: 6 }, { id: "short", rate: 2, duration: 1 }]));
 * [found.jobs[0]?.id, found.cost, found.saving]; // => ["short", 23, 9]
 */
export function orderByCostOfDelay(jobs: readonly DelayedJob[]): Result<DelayComparison> {
  const counts = new Map<string, number>();
  for (const { id } of jobs) counts.set(id, (counts.get(id) ?? 0) + 1);
  const refused = refusal(
    jobs.flatMap(({ id, rate, duration }, at) => {
      const count = counts.get(id) ?? 1;
      const twin = (): Issue =>
        fault("effectiveness/duplicate-id", { path: [at, "id"], subject: [id], facts: { count } });
      return [
        ...amountIssues(rate, 0, [at, "rate"], id),
        ...amountIssues(duration, 0, [at, "duration"], id),
        ...(count > 1 ? [twin()] : []),
      ];
    }),
  );
  if (refused) return refused;
  const keyed = jobs.map((job) => ({ job, urgency: urgencyOf(job) }));
  keyed.sort((a, b) => {
    if (a.urgency !== b.urgency) return b.urgency - a.urgency;
    return a.job.duration - b.job.duration || compareText(a.job.id, b.job.id);
  });
  const [best, given] = [inOrder(keyed.map(({ job }) => job)), inOrder(jobs)];
  return ok({ ...best, given, saving: given.cost - best.cost });
}
