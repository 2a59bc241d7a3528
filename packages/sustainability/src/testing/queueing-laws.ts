import type { Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { allenCunneenWait, type VariedServers } from "../queueing/delay-by-utilization.js";
import { kingmanWait } from "../queueing/kingman-wait.js";
import { queueWait } from "../queueing/many-servers.js";

const share = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);
const scv = fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100);

/** Queues that have an end. */
export const anyQueue: fc.Arbitrary<VariedServers> = fc.record({
  servers: fc.integer({ min: 1, max: 200 }),
  utilization: share,
  arrivalScv: scv,
  serviceScv: scv,
  serviceTime: fc.double({ min: 0.1, max: 1000, noNaN: true }),
});

/** Laws of waiting. */
export function queueingLaws(): Law[] {
  return [
    {
      name: "more use never shortens the wait",
      statedRuns: 10_000,
      property: fc.property(anyQueue, share, (queue, other) => {
        const [low, high] = [Math.min(queue.utilization, other), Math.max(queue.utilization, other)];
        const [quiet, busy] = [low, high].map((utilization) => allenCunneenWait({ ...queue, utilization }));
        return quiet?.ok === true && busy?.ok === true && quiet.value <= busy.value * (1 + 1e-9);
      }),
    },
    {
      name: "one server waits by Kingman's formula, and twice as many servers at the same use wait less",
      statedRuns: 10_000,
      property: fc.property(anyQueue, (queue) => {
        const [one, kingman] = [allenCunneenWait({ ...queue, servers: 1 }), kingmanWait(queue)];
        const [some, more] = [queueWait(queue), queueWait({ ...queue, servers: 2 * queue.servers })];
        return (
          one.ok &&
          kingman.ok &&
          Math.abs(one.value - kingman.value) <= 1e-9 * kingman.value &&
          some.ok &&
          more.ok &&
          more.value.meanWait <= some.value.meanWait * (1 + 1e-9)
        );
      }),
    },
  ];
}
