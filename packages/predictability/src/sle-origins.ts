import type { Issue } from "@evenkeel/kernel";
import { checkFlow } from "./flow-rows.js";
import type { FlowItem } from "./flow-types.js";
import { fault } from "./issue.js";
import { sleIssues } from "./service-level-expectation.js";
import { defaultSlePrior } from "./sle-prior.js";
import type { SleProtocol, SleTeam } from "./sle-types.js";
import { compileStarted, fortnight, type StartedWork, startedBefore } from "./sle-work.js";

/** A protocol with its defaults. */
export type FullProtocol = Required<SleProtocol>;

/** A team ready to be tested: its work and the days to stand at. */
export interface TeamPast {
  readonly id: string;
  readonly items: readonly FlowItem[];
  readonly work: StartedWork;
  readonly origins: readonly number[];
  /** Day after the last start, finish or drop: what is known ends here. */
  readonly until: number;
}

const finishedWithinDays = 90;
const days = ["warmUpDays", "settleDays", "stepDays", "minimumFinished", "minimumOrigins", "minimumStarted"] as const;

/** The protocol with its defaults filled in. */
export function fullProtocol(protocol: SleProtocol): FullProtocol {
  return {
    probability: 0.85,
    method: "adaptive",
    windowDays: 90,
    prior: defaultSlePrior,
    warmUpDays: 90,
    settleDays: 60,
    stepDays: fortnight,
    minimumFinished: 15,
    minimumOrigins: 4,
    minimumStarted: 150,
    ...protocol,
  };
}

/** Faults of a protocol. */
export function protocolIssues(protocol: FullProtocol): Issue[] {
  const { probability, windowDays, prior } = protocol;
  const faults = sleIssues(probability, windowDays, prior);
  for (const name of days) {
    const value = protocol[name];
    if (Number.isSafeInteger(value) && value >= 1 && value <= 100_000) continue;
    const facts = { found: String(value), low: 1, high: 100_000 };
    faults.push(fault("predictability/out-of-range", { path: [name], facts }));
  }
  return faults;
}

/** Where too few items have a start, all are taken to start when created. */
function withStarts(items: readonly FlowItem[], minimumStarted: number): readonly FlowItem[] {
  if (items.filter(({ startedAt }) => startedAt !== undefined).length >= minimumStarted) return items;
  return items.map(({ startedAt: _unknown, createdAt, ...item }) =>
    createdAt === undefined ? item : { ...item, createdAt, startedAt: createdAt },
  );
}

/** Days from which the past is judged: enough finished before, something started next, time left to see it end. */
function originDays(work: StartedWork, protocol: FullProtocol): number[] {
  const finishes = work.end.filter((_end, item) => work.finished[item] === 1).sort();
  if (finishes.length === 0) return [];
  const origins: number[] = [];
  const { warmUpDays, settleDays, stepDays, minimumFinished } = protocol;
  const last = finishes.at(-1)! - settleDays;
  let [from, to] = [0, 0];
  for (let day = work.start[0]! + warmUpDays; day <= last; day += stepDays) {
    const next = startedBefore(work, day);
    if (next === work.start.length) break;
    // Over steps in which nothing starts, however many.
    day += Math.floor((work.start[next]! - day) / stepDays) * stepDays;
    if (day > last) break;
    while (to < finishes.length && finishes[to]! < day) to++;
    while (finishes[from]! < day - finishedWithinDays) from++;
    if (to - from >= minimumFinished) origins.push(day);
  }
  return origins;
}

/** A team's rows checked and compiled; issues name its place. */
export function teamPast(team: SleTeam, at: number, protocol: FullProtocol): { past: TeamPast; issues: Issue[] } {
  const checked = checkFlow(withStarts(team.items, protocol.minimumStarted));
  const work = compileStarted(checked.items);
  const until = work.start.reduce((last, start, item) => {
    const end = work.end[item]!;
    return Math.max(last, (end === Infinity ? start : end) + 1);
  }, -Infinity);
  const past = { id: team.id, items: checked.items, work, origins: originDays(work, protocol), until };
  return { past, issues: checked.issues.map((each) => ({ ...each, path: ["teams", at, ...each.path] })) };
}
