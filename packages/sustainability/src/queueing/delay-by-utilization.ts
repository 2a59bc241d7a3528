import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type ManyServers, queueWait } from "./many-servers.js";
import { queueIssues } from "./queue-issues.js";

/** Several servers with any variation of arrivals and services. */
export interface VariedServers extends ManyServers {
  /** Squared coefficient of variation of the times between arrivals. */
  readonly arrivalScv: number;
  /** Squared coefficient of variation of the service times. */
  readonly serviceScv: number;
}

/** What a utilisation costs. */
export interface UtilizationDelay {
  readonly utilization: number;
  /** Mean wait, in the unit of the service time. */
  readonly wait: number;
  /** Mean wait over mean service time. */
  readonly waitPerService: number;
}

/**
 * Mean wait in front of several equal servers, by the formula of Allen and Cunneen; an approximation.
 *
 * Exact for M/M/c; with one server it is Kingman's formula.
 *
 * @param input - servers, utilisation, mean service time, variation of arrivals and services
 * @returns mean wait before service, in the unit of the service time
 *
 * Issues: sustainability/unstable-queue, sustainability/impossible-queue-value.
 * Time O(servers), space O(1).
 * Source: Allen (1990), Probability, Statistics and Queueing Theory (Allen-Cunneen approximation).
 *
 * @example
 * allenCunneenWait({ servers: 1, utilization: 0.5, arrivalScv: 1, serviceScv: 0, serviceTime: 8 }); // => { ok: true, value: 4, issues: [] }
 */
export function allenCunneenWait(input: VariedServers): Result<number> {
  const wait = queueWait(input);
  const issues = [...wait.issues, ...queueIssues(input, { arrivalScv: "atLeastZero", serviceScv: "atLeastZero" })];
  const [first, ...rest] = issues;
  if (!wait.ok || first !== undefined) return refuse([first ?? wait.issues[0]!, ...rest]);
  return ok(((input.arrivalScv + input.serviceScv) / 2) * wait.value.meanWait);
}

/**
 * What utilisation costs: the mean wait at each of several utilisations, other things equal.
 *
 * @param input - servers, variation of arrivals and services, mean service time
 * @param utilizations - 0 to under 1; default 50 % to 95 % in steps of 5, and 99 %
 * @returns one row a possible utilisation, in the order given
 *
 * Issues: sustainability/unstable-queue and sustainability/impossible-queue-value, for rows left out (or for all).
 * Time O(servers x utilisations), space O(utilisations).
 * Source: as `allenCunneenWait`.
 *
 * @example
 * const rows = delayByUtilization({ servers: 1, arrivalScv: 1, serviceScv: 1, serviceTime: 2 }, [0.5, 0.75]);
 * rows.ok && rows.value.map(({ wait }) => wait); // => [2, 6]
 */
export function delayByUtilization(
  input: Omit<VariedServers, "utilization">,
  utilizations: readonly number[] = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99],
): Result<UtilizationDelay[]> {
  const whole = allenCunneenWait({ ...input, utilization: 0 });
  if (!whole.ok) return whole;
  const left: Issue[] = [];
  const rows = utilizations.flatMap((utilization, at): UtilizationDelay[] => {
    const wait = allenCunneenWait({ ...input, utilization });
    if (wait.ok) return [{ utilization, wait: wait.value, waitPerService: wait.value / input.serviceTime }];
    left.push(...wait.issues.map((found) => ({ ...found, path: ["utilizations", at] })));
    return [];
  });
  return ok(rows, left);
}
