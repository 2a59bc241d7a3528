import type { WorkItem } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";

/** An item that could be pulled, with what policies look at. Times in milliseconds. */
export interface Candidate {
  readonly item: WorkItem;
  readonly started: boolean;
  readonly startedAt: number;
  readonly createdAt: number;
  /** End of the day it is due; Infinity without a date. */
  readonly due: number;
  /** Minutes of work left; absent without a size. */
  readonly remainingMinutes?: number;
}

/** The policies there are; the first is the default. */
export const pullPolicies = ["classOfService", "oldestFirst", "costOfDelay", "dueDateRisk", "wipAware"] as const;

/** How the next item is chosen among those that can be pulled. */
export type PullPolicy = (typeof pullPolicies)[number];

/** What decided an item's place. */
export interface Because {
  /** `completion/next-...` */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** An order with its reason. */
export interface Policy {
  readonly compare: (a: Candidate, b: Candidate) => number;
  readonly because: (candidate: Candidate) => Because;
}

const classes = ["expedite", "fixedDate", "standard", "intangible"] as const;
const classRank = ({ classOfService }: WorkItem): number => classes.indexOf(classOfService ?? "standard");
const last = Number.MAX_SAFE_INTEGER;
const millisPerMinute = 60_000;
const minutesPerDay = 480;
/** A day of working time spread over the calendar: seven days hold five of eight hours. */
const millisPerWorkMinute = (7 / 5) * (86_400_000 / minutesPerDay);

const order = (a: number, b: number): number => (a === b ? 0 : a - b);
const startedFirst = (a: Candidate, b: Candidate): number => Number(b.started) - Number(a.started);

/** The order agreed: class of service, date, rank, priority, age, id. */
function agreed(a: Candidate, b: Candidate): number {
  return (
    classRank(a.item) - classRank(b.item) ||
    order(a.due, b.due) ||
    (a.item.rank ?? last) - (b.item.rank ?? last) ||
    (a.item.priority ?? last) - (b.item.priority ?? last) ||
    compareText(a.item.createdAt ?? "9", b.item.createdAt ?? "9") ||
    compareText(a.item.id, b.item.id)
  );
}

function agreedBecause({ item, started, due }: Candidate): Because {
  const facts = { title: item.title };
  if (started) return { code: "completion/next-started", facts };
  if (item.classOfService === "expedite") return { code: "completion/next-expedite", facts };
  if (due === Number.POSITIVE_INFINITY) return { code: "completion/next-ranked", facts };
  return { code: "completion/next-due", facts: { ...facts, due: item.deadline ?? item.dueDate ?? "" } };
}

/** Cost of delay over duration, per day of work; 0 without either. */
const delayRate = ({ item, remainingMinutes }: Candidate, unit: string): number => {
  const rate = item.costOfDelay?.rate;
  if (rate === undefined || rate.unit !== unit || remainingMinutes === undefined || remainingMinutes <= 0) return 0;
  return rate.value / (remainingMinutes / minutesPerDay);
};

/** Days between the end of the work, if begun now, and the date; Infinity without a date. */
export const slackDays = ({ due, remainingMinutes }: Candidate, now: number): number =>
  (due - now - (remainingMinutes ?? 0) * millisPerWorkMinute) / (24 * 60 * millisPerMinute);

/** The policies, each one comparison and one reason; equal items keep the order agreed. */
export function policyOf(name: PullPolicy, now: number, unit: string): Policy {
  switch (name) {
    case "oldestFirst":
      return {
        compare: (a, b) =>
          startedFirst(a, b) || order(a.startedAt, b.startedAt) || order(a.createdAt, b.createdAt) || agreed(a, b),
        because: (candidate) => {
          const facts = {
            title: candidate.item.title,
            since: candidate.item.startedAt ?? candidate.item.createdAt ?? "",
          };
          return { code: candidate.started ? "completion/next-started" : "completion/next-oldest", facts };
        },
      };
    case "costOfDelay":
      return {
        compare: (a, b) => startedFirst(a, b) || delayRate(b, unit) - delayRate(a, unit) || agreed(a, b),
        because: (candidate) => {
          const rate = delayRate(candidate, unit);
          if (candidate.started || rate === 0) return agreedBecause(candidate);
          return {
            code: "completion/next-delay",
            facts: { title: candidate.item.title, rate: Math.round(rate), unit },
          };
        },
      };
    case "dueDateRisk":
      return {
        compare: (a, b) => startedFirst(a, b) || order(slackDays(a, now), slackDays(b, now)) || agreed(a, b),
        because: (candidate) => {
          const slack = slackDays(candidate, now);
          if (candidate.started || slack === Number.POSITIVE_INFINITY) return agreedBecause(candidate);
          return { code: "completion/next-slack", facts: { title: candidate.item.title, days: Math.floor(slack) } };
        },
      };
    case "classOfService":
    case "wipAware":
      return { compare: (a, b) => startedFirst(a, b) || agreed(a, b), because: agreedBecause };
  }
}
