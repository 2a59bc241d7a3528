import { canonicalJson, type EpochMillis, formatInstant } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { digestHistory } from "../digest-history.js";
import type { WorkEvent, WorkHistory } from "../history.js";
import { itemTimes } from "../item-times.js";
import type { WorkPlan } from "../plan.js";
import { replayItems } from "../replay-items.js";
import { statesAt } from "../states-at.js";
import { onTimeLine } from "../time-line.js";
import type { Law } from "./law.js";

/** The same history as life tells it: some events recorded late or by clocks that are ahead, some corrected, some replaced twice. */
export function messy(history: WorkHistory, picks: readonly number[]): WorkHistory {
  const pick = (at: number, size: number): number => (picks[at % picks.length] ?? 0) % size;
  const events = history.events.map((event, index) => {
    const recorded = formatInstant((onTimeLine(event.at) ?? 0) + (pick(index, 7) - 2) * 60_000);
    const target = history.events[pick(index + 1, history.events.length)]?.id;
    return {
      ...event,
      ...(pick(index + 2, 2) === 0 ? { recordedAt: recorded } : {}),
      ...(pick(index + 3, 6) === 0 && target !== undefined && target !== event.id ? { corrects: target } : {}),
    } as WorkEvent;
  });
  return { ...history, events };
}

/** Plans with histories that are late, out of order and corrected. */
export const withMess = (
  works: fc.Arbitrary<{ readonly plan: WorkPlan; readonly history: WorkHistory }>,
): fc.Arbitrary<{ readonly plan: WorkPlan; readonly history: WorkHistory }> =>
  fc
    .tuple(works, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }))
    .map(([{ plan, history }, picks]) => ({ plan, history: messy(history, picks) }));

const joined = (...parts: readonly WorkHistory[]): WorkHistory => ({
  formatVersion: 1,
  events: parts.flatMap(({ events }) => events),
});

/** Laws of histories: snapshots, late events, corrections, where time goes. */
export function historyLaws(
  works: fc.Arbitrary<{ readonly plan: WorkPlan; readonly history: WorkHistory }>,
  end: EpochMillis | number,
): Law[] {
  const anyWork = withMess(works);
  return [
    {
      name: "a snapshot and what came after it replay as all events do, however often it is taken",
      statedRuns: 10_000,
      property: fc.property(anyWork, fc.nat(), fc.nat(), ({ plan, history }, one, other) => {
        const [first, second] = [one, other].map((cut) => cut % (history.events.length + 1)).sort((a, b) => a - b);
        const part = (from?: number, to?: number): WorkHistory => ({
          formatVersion: 1,
          events: history.events.slice(from, to),
        });
        const twice = digestHistory(joined(digestHistory(part(0, first)), part(first, second)));
        const snapshot = joined(twice, part(second));
        const states = (of: WorkHistory): string => canonicalJson([...statesAt(of, end)].sort());
        return (
          canonicalJson(replayItems(plan, snapshot)) === canonicalJson(replayItems(plan, history)) &&
          states(snapshot) === states(history)
        );
      }),
    },
    {
      name: "the state at an instant is the last one a replay until then saw",
      statedRuns: 10_000,
      property: fc.property(anyWork, fc.nat(3599), ({ plan, history }, second) => {
        const instant = Number(end) - second * 1000;
        const states = statesAt(history, instant);
        return replayItems(plan, history, instant).every(
          ({ id, changes }) => changes.length === 0 || states.get(id) === changes.at(-1)?.stateId,
        );
      }),
    },
    {
      name: "active, waiting and paused time add up to no more than the whole, and blocked time lies within it",
      statedRuns: 10_000,
      property: fc.property(anyWork, ({ plan, history }) =>
        replayItems(plan, history).every((replay) => {
          const { activeMillis, waitingMillis, blockedMillis, pausedMillis, cycleMillis, ageMillis } = itemTimes(
            replay,
            end,
          );
          const whole = cycleMillis ?? ageMillis;
          const parts = activeMillis + waitingMillis + pausedMillis;
          const idle = replay.changes.some(({ category }) => category === "proposed");
          if (whole === undefined) return replay.startedAt === undefined || replay.droppedAt !== undefined;
          return blockedMillis <= whole && (idle ? parts <= whole : parts === whole);
        }),
      ),
    },
  ];
}
