import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { refusal, tooSmall } from "./issue.js";
import { adaptiveDays } from "./service-level-expectation.js";
import { keeps } from "./sle-age-score.js";
import { fullProtocol, protocolIssues, type TeamPast, teamPast } from "./sle-origins.js";
import { calibratedCurve, curveBook } from "./sle-record.js";
import type { SlePrior, SleProtocol, SleTeam } from "./sle-types.js";
import { startedBefore } from "./sle-work.js";

/** Guards tried: 1.0, 1.1 .. 2.0; finer steps would follow single teams. */
const guards: readonly number[] = Array.from({ length: 11 }, (_none, step) => (10 + step) / 10);

/** Mean hit of one team under each guard. */
function hitsByGuard(past: TeamPast, protocol: Required<SleProtocol>): number[] {
  const { work, origins } = past;
  const book = curveBook(work, protocol.prior);
  const sums = guards.map(() => 0);
  for (const day of origins) {
    const { steps } = calibratedCurve(book, day);
    const [from, to] = [startedBefore(work, day), startedBefore(work, day + protocol.stepDays)];
    guards.forEach((guard, at) => {
      const days = adaptiveDays(steps, protocol.probability, guard) ?? book.curveOn(day).longest;
      let hits = 0;
      for (let item = from; item < to; item++) hits += keeps(work, item, days);
      sums[at] = sums[at]! + hits / (to - from) / origins.length;
    });
  }
  return sums;
}

/**
 * Learns the guard of a prior from teams: the one under which, over their past, expectations come true as often as asked.
 *
 * Takes the guard from 1 to 2, in steps of 0.1, whose hits, averaged over teams, are nearest the probability; the smaller of two
 * equally near. The prior's other numbers stay. To judge what was learned use `backtestSle` on other teams than these.
 *
 * @param teams - with all their items, times in integer milliseconds; not changed
 * @param reference - the teams in words; results carry it
 * @param protocol - as for `backtestSle`; its prior is the one to start from
 * @returns the prior with its guard and reference replaced
 *
 * Issues: predictability/sample-too-small, predictability/out-of-range, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id.
 * Time O(teams origins (52 + 11) items); space O(items).
 * Source: own.
 *
 * @example
 * const items = Array.from({ length: 300 }, (_none, i) => ({ id: `I${i}`, startedAt: i * 86400000, finishedAt: (i + (i % 7)) * 86400000 }));
 * orThrow(learnSlePrior([{ id: "North", items }], "our one team")).guard; // => 1
 */
export function learnSlePrior(
  teams: readonly SleTeam[],
  reference: string,
  protocol: SleProtocol = {},
): Result<SlePrior> {
  const full = fullProtocol(protocol);
  const refused = refusal(protocolIssues(full));
  if (refused) return refused;
  const issues: Issue[] = [];
  const hits = teams.flatMap((team, at) => {
    const read = teamPast(team, at, full);
    issues.push(...read.issues);
    return read.past.origins.length < full.minimumOrigins ? [] : [hitsByGuard(read.past, full)];
  });
  if (hits.length === 0) return tooSmall(1, 0, ["teams"], issues);
  let [best, nearest] = [guards[0]!, Infinity];
  guards.forEach((guard, at) => {
    const mean = hits.reduce((sum, each) => sum + each[at]!, 0) / hits.length;
    const away = Math.abs(mean - full.probability);
    if (away < nearest) [best, nearest] = [guard, away];
  });
  return ok({ ...full.prior, reference, guard: best }, issues);
}
