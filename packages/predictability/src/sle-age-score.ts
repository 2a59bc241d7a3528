import { chanceAtAge } from "./chance-at-age.js";
import type { AgeScore, ChanceBand, ServiceLevelExpectation, SleBacktest } from "./sle-types.js";
import { type StartedWork, startedBefore } from "./sle-work.js";

/** A chance given to an item in progress, the running share it competes with, and what came of it. */
export interface AgedItem {
  readonly chance: number;
  readonly running: number;
  readonly kept: 0 | 1;
}

/** Items a team must have had in progress to be counted among the teams. */
const enoughAged = 20;
const bandsOfTen = 10;

/** Whether an item finished within so many days; never finished = not. */
export function keeps({ start, end, finished }: StartedWork, item: number, days: number): 0 | 1 {
  return finished[item] === 1 && end[item]! - start[item]! + 1 <= days ? 1 : 0;
}

/** Chances of the items in progress before a day and not yet overdue. */
export function agedItems(
  work: StartedWork,
  day: number,
  expectation: ServiceLevelExpectation,
  running: number,
): AgedItem[] {
  const aged: AgedItem[] = [];
  for (let item = startedBefore(work, day) - 1; item >= 0; item--) {
    const age = day - work.start[item]!;
    if (age >= expectation.days) break;
    if (work.end[item]! < day) continue;
    aged.push({ chance: chanceAtAge(expectation, age), running, kept: keeps(work, item, expectation.days) });
  }
  return aged;
}

function meanOf(items: readonly AgedItem[], value: (item: AgedItem) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}

/** 1 - ours over theirs; 0 where theirs had no error to beat. */
function skillOver(ours: number, theirs: number): number {
  return theirs > 0 ? 1 - ours / theirs : 0;
}

/** Scores of one team's chances; undefined without any. */
export function ageScore(items: readonly AgedItem[]): AgeScore | undefined {
  if (items.length === 0) return undefined;
  const brier = meanOf(items, ({ chance, kept }) => (chance - kept) ** 2);
  const share = meanOf(items, ({ kept }) => kept);
  return {
    items: items.length,
    brier,
    skill: skillOver(
      brier,
      meanOf(items, ({ running, kept }) => (running - kept) ** 2),
    ),
    hindsightSkill: skillOver(brier, share * (1 - share)),
  };
}

function bandsOf(teams: readonly (readonly AgedItem[])[]): ChanceBand[] {
  return Array.from({ length: bandsOfTen }, (_none, band) => {
    let [weight, chance, cameTrue] = [0, 0, 0];
    for (const items of teams) {
      const within = items.filter((item) => Math.min(bandsOfTen - 1, Math.floor(item.chance * bandsOfTen)) === band);
      weight += within.length / items.length;
      chance += within.reduce((sum, item) => sum + item.chance, 0) / items.length;
      cameTrue += within.reduce((sum, item) => sum + item.kept, 0) / items.length;
    }
    return {
      from: band / bandsOfTen,
      weight: weight / teams.length,
      meanChance: chance / weight,
      cameTrue: cameTrue / weight,
    };
  }).filter(({ weight }) => weight > 0);
}

/** Scores over teams with enough items in progress; undefined without such a team. */
export function ageScores(teams: readonly (readonly AgedItem[])[]): SleBacktest["age"] {
  const counted = teams.filter((items) => items.length >= enoughAged);
  if (counted.length === 0) return undefined;
  const scores = counted.flatMap((items) => ageScore(items) ?? []);
  const bands = bandsOf(counted);
  const mean = (pick: (score: AgeScore) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  return {
    teams: counted.length,
    skill: mean(({ skill }) => skill),
    hindsightSkill: mean(({ hindsightSkill }) => hindsightSkill),
    reliabilityError: bands.reduce(
      (sum, { weight, meanChance, cameTrue }) => sum + weight * Math.abs(meanChance - cameTrue),
      0,
    ),
    bands,
  };
}
