import { InternalError, type Issue, ok, type Result } from "@evenkeel/kernel";
import { wilsonInterval } from "@evenkeel/stats";
import { refusal, tooSmall } from "./issue.js";
import { adaptiveExpectation, plainExpectation } from "./service-level-expectation.js";
import { type AgedItem, agedItems, ageScore, ageScores, keeps } from "./sle-age-score.js";
import { type FullProtocol, fullProtocol, protocolIssues, type TeamPast, teamPast } from "./sle-origins.js";
import { curveBook } from "./sle-record.js";
import type {
  ServiceLevelExpectation,
  SleBacktest,
  SleKept,
  SleOrigin,
  SleProtocol,
  SleTeam,
  SleTeamBacktest,
} from "./sle-types.js";
import { type StartedWork, startedBefore } from "./sle-work.js";

/** Outcomes, all as promised, that the running share starts from. */
const startOfRunning = 10;

/** Finished or overdue items, and those of them that kept their expectation. */
interface Outcomes {
  readonly due: number;
  readonly kept: number;
}

/** What became, before a day, of the items started after an origin. Dropped within the expectation: no outcome. */
function outcomes(work: StartedWork, origin: SleOrigin, stepDays: number, day: number): Outcomes {
  let [due, kept] = [0, 0];
  const to = startedBefore(work, origin.day + stepDays);
  for (let item = startedBefore(work, origin.day); item < to; item++) {
    const [start, end] = [work.start[item]!, work.end[item]!];
    if (end < day && work.finished[item] === 1) due++;
    else if (Math.min(end, day) - start >= origin.expectedDays) due++;
    if (end < day) kept += keeps(work, item, origin.expectedDays);
  }
  return { due, kept };
}

function recordOf(work: StartedWork, origins: readonly SleOrigin[], stepDays: number, day: number): Outcomes {
  let [due, kept] = [0, 0];
  for (const origin of origins) {
    const found = outcomes(work, origin, stepDays, day);
    due += found.due;
    kept += found.kept;
  }
  return { due, kept };
}

function keptOf({ due, kept }: Outcomes): SleKept | undefined {
  const interval = wilsonInterval(kept, due);
  return interval.ok ? { items: due, kept, share: kept / due, ...interval.value } : undefined;
}

/** The expectation of a team on a day. */
function expectationsOf({ items, work }: TeamPast, protocol: FullProtocol) {
  const { probability, method, windowDays, prior } = protocol;
  const book = curveBook(work, prior);
  return (day: number): ServiceLevelExpectation | undefined =>
    method === "adaptive"
      ? adaptiveExpectation(book, day, probability)
      : plainExpectation(items, day, probability, method, windowDays);
}

function testTeam(past: TeamPast, protocol: FullProtocol): { team: SleTeamBacktest; aged: AgedItem[] } {
  const { work } = past;
  const { probability, stepDays } = protocol;
  const expectationOn = expectationsOf(past, protocol);
  const origins: SleOrigin[] = [];
  const aged: AgedItem[] = [];
  for (const day of past.origins) {
    const expectation = expectationOn(day);
    if (expectation === undefined) throw new InternalError("A day with finished work before it gives no expectation.");
    const { due, kept } = recordOf(work, origins, stepDays, day);
    const running = (kept + startOfRunning * probability) / (due + startOfRunning);
    for (const item of agedItems(work, day, expectation, running)) aged.push(item);
    const [from, to] = [startedBefore(work, day), startedBefore(work, day + stepDays)];
    let hits = 0;
    for (let item = from; item < to; item++) hits += keeps(work, item, expectation.days);
    origins.push({ day, expectedDays: expectation.days, reached: expectation.reached, items: to - from, hits });
  }
  const kept = keptOf(recordOf(work, origins, stepDays, past.until));
  const age = ageScore(aged);
  const hit = origins.reduce((sum, { hits, items }) => sum + hits / items, 0) / origins.length;
  const team = {
    id: past.id,
    origins,
    hit,
    ...(kept === undefined ? {} : { kept }),
    ...(age === undefined ? {} : { age }),
  };
  return { team, aged };
}

/**
 * How often service level expectations of the past came true, had they been given: rolling origins, many teams.
 *
 * At each origin the expectation is made from what was known, and judged on the items started in the next days: a hit is an item
 * finished within it, and what never finished is a miss. No origin sees what came after it. The chance at an age is judged on the
 * items in progress, against the share of expectations the team had kept until then. Teams count alike, however many items they have.
 *
 * @param teams - with all their items, times in integer milliseconds; not changed
 * @param protocol - days and least numbers; what is not given is as published: 85 %, every 14 days from day 90
 * @returns each team's origins, hits, record with its interval and scores at an age; means over teams; teams too short to judge
 *
 * Issues: predictability/sample-too-small, predictability/out-of-range, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id.
 * Time O(teams origins (origins + 52) items); space O(items).
 * Source: Kanban Guide (2020); Brier (1950); Wilson (1927); protocol own.
 *
 * @example
 * const items = Array.from({ length: 300 }, (_none, i) => ({ id: `I${i}`, startedAt: i * 86400000, finishedAt: (i + (i % 7)) * 86400000 }));
 * orThrow(backtestSle([{ id: "North", items }])).teams[0]?.kept; // => { items: 168, kept: 168, share: 1, low: 0.977645331650132, high: 1 }
 */
export function backtestSle(teams: readonly SleTeam[], protocol: SleProtocol = {}): Result<SleBacktest> {
  const full = fullProtocol(protocol);
  const refused = refusal(protocolIssues(full));
  if (refused) return refused;
  const issues: Issue[] = [];
  const tested: { team: SleTeamBacktest; aged: AgedItem[] }[] = [];
  const leftOut: string[] = [];
  teams.forEach((team, at) => {
    const read = teamPast(team, at, full);
    issues.push(...read.issues);
    if (read.past.origins.length < full.minimumOrigins) leftOut.push(team.id);
    else tested.push(testTeam(read.past, full));
  });
  if (tested.length === 0) return tooSmall(1, 0, ["teams"], issues);
  const mean = (pick: (team: SleTeamBacktest) => number): number =>
    tested.reduce((sum, { team }) => sum + pick(team), 0) / tested.length;
  const age = ageScores(tested.map(({ aged }) => aged));
  return ok(
    {
      method: full.method,
      probability: full.probability,
      teams: tested.map(({ team }) => team),
      leftOut,
      hit: mean(({ hit }) => hit),
      deviation: mean(({ hit }) => Math.abs(hit - full.probability)),
      ...(age === undefined ? {} : { age }),
    },
    issues,
  );
}
