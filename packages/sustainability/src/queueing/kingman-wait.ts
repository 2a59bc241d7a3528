import { ok, type Result, refuse } from "@evenkeel/kernel";
import { queueIssues } from "./queue-issues.js";

/** One server with a queue in front of it. */
export interface KingmanInput {
  /** Demand over capacity, 0 to under 1. */
  readonly utilization: number;
  /** Squared coefficient of variation of the times between arrivals; 1 for random arrivals, 0 for an even stream. */
  readonly arrivalScv: number;
  /** Squared coefficient of variation of the service times. */
  readonly serviceScv: number;
  /** Mean service time, above 0; the wait has its unit. */
  readonly serviceTime: number;
}

/**
 * Mean wait in front of one server, by Kingman's formula.
 *
 * Exact with random (Poisson) arrivals, whatever the service times; else an approximation that is good when busy.
 *
 * @param input - utilisation, variation of arrivals and services, mean service time
 * @returns mean wait before service, in the unit of the service time
 *
 * Issues: sustainability/unstable-queue, sustainability/impossible-queue-value.
 * Time O(1), space O(1).
 * Source: Kingman (1961), "The single server queue in heavy traffic"; Hopp & Spearman, Factory Physics (VUT).
 *
 * @example
 * kingmanWait({ utilization: 0.5, arrivalScv: 1, serviceScv: 0, serviceTime: 8 }); // => { ok: true, value: 4, issues: [] }
 */
export function kingmanWait(input: KingmanInput): Result<number> {
  const [first, ...rest] = queueIssues(input, {
    utilization: "share",
    arrivalScv: "atLeastZero",
    serviceScv: "atLeastZero",
    serviceTime: "aboveZero",
  });
  if (first !== undefined) return refuse([first, ...rest]);
  const { utilization, arrivalScv, serviceScv, serviceTime } = input;
  return ok((utilization / (1 - utilization)) * ((arrivalScv + serviceScv) / 2) * serviceTime);
}
