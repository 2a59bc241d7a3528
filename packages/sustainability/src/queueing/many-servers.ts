import { ok, type Result, refuse } from "@evenkeel/kernel";
import { log } from "@evenkeel/stats";
import { queueIssues } from "./queue-issues.js";

/** Equal servers with one queue in front of them. */
export interface ManyServers {
  /** 1..1,000,000 */
  readonly servers: number;
  /** Demand over the capacity of all servers, 0 to under 1. */
  readonly utilization: number;
  /** Mean service time, above 0; waits have its unit. */
  readonly serviceTime: number;
}

/** How long one waits in an M/M/c queue. */
export interface QueueWait {
  /** Chance of having to wait at all (Erlang C). */
  readonly chanceOfWaiting: number;
  /** Mean wait of everybody, in the unit of the service time. */
  readonly meanWait: number;
}

const ranges = { servers: "servers", utilization: "share", serviceTime: "aboveZero" } as const;

/**
 * Chance that a call finds all servers busy and is lost (Erlang B).
 *
 * @param servers - whole number, 0..1,000,000
 * @param offeredLoad - arrival rate times mean service time, at least 0
 * @returns 0..1
 *
 * Issues: none; NaN for impossible values.
 * Time O(servers), space O(1).
 * Source: Erlang (1917); recursion of Jagerman (1974), which neither overflows nor cancels.
 *
 * @example
 * erlangB(2, 1); // => 0.2
 */
export function erlangB(servers: number, offeredLoad: number): number {
  if (!(Number.isInteger(servers) && servers >= 0 && servers <= 1_000_000 && offeredLoad >= 0)) return Number.NaN;
  let blocked = 1;
  for (let server = 1; server <= servers; server++)
    blocked = (offeredLoad * blocked) / (server + offeredLoad * blocked);
  return blocked;
}

function erlangC({ servers, utilization }: ManyServers): number {
  const blocked = erlangB(servers, servers * utilization);
  return blocked / (1 - utilization * (1 - blocked));
}

/**
 * Chance of waiting and mean wait with several equal servers (M/M/c): exact for random arrivals and exponential services.
 *
 * @param input - servers, utilisation, mean service time
 * @returns chance of waiting 0..1, and mean wait in the unit of the service time
 *
 * Issues: sustainability/unstable-queue, sustainability/impossible-queue-value.
 * Time O(servers), space O(1).
 * Source: Erlang (1917); Gross & Harris, Fundamentals of Queueing Theory.
 *
 * @example
 * const wait = queueWait({ servers: 2, utilization: 0.5, serviceTime: 3 });
 * wait.ok && Math.round(wait.value.meanWait * 1e9) / 1e9; // => 1
 */
export function queueWait(input: ManyServers): Result<QueueWait> {
  const [first, ...rest] = queueIssues(input, ranges);
  if (first !== undefined) return refuse([first, ...rest]);
  const chanceOfWaiting = erlangC(input);
  const { servers, utilization, serviceTime } = input;
  return ok({ chanceOfWaiting, meanWait: (chanceOfWaiting * serviceTime) / (servers * (1 - utilization)) });
}

/**
 * The wait that a stated share of arrivals does not exceed, with several equal servers (M/M/c).
 *
 * @param input - servers, utilisation, mean service time
 * @param probability - 0 to under 1
 * @returns wait in the unit of the service time; 0 where that share does not wait at all
 *
 * Issues: sustainability/unstable-queue, sustainability/impossible-queue-value.
 * Time O(servers), space O(1).
 * Source: as `queueWait`; the wait of those who wait is exponential.
 *
 * @example
 * queueWaitQuantile({ servers: 1, utilization: 0.5, serviceTime: 1 }, 0.5); // => { ok: true, value: 0, issues: [] }
 */
export function queueWaitQuantile(input: ManyServers, probability: number): Result<number> {
  const [first, ...rest] = queueIssues({ ...input, probability }, { ...ranges, probability: "probability" });
  if (first !== undefined) return refuse([first, ...rest]);
  const chance = erlangC(input);
  const over = 1 - probability;
  const { servers, utilization, serviceTime } = input;
  return ok(chance <= over ? 0 : (log(chance / over) * serviceTime) / (servers * (1 - utilization)));
}
