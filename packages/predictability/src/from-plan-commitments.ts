import { type Commitment, onTimeLine, type WorkEvent, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import type { PromiseRow } from "./commitment-types.js";
import { defined, eventsAbout, type FromPlanOptions, millisOf } from "./from-plan-times.js";

const outcomes = {
  commitmentMet: "met",
  commitmentMissed: "missed",
  commitmentWithdrawn: "withdrawn",
} as const satisfies Partial<Record<WorkEvent["type"], PromiseRow["state"]>>;

function promiseOf(row: Commitment, all: readonly WorkEvent[], until: number): PromiseRow | undefined {
  const made = all.find((event) => event.type === "commitmentMade");
  const events = all.filter(({ at }) => (onTimeLine(at) ?? Infinity) <= until);
  if (made !== undefined && !events.includes(made)) return undefined;
  const moved = events.flatMap((event) => {
    if (event.type !== "commitmentRenegotiated") return [];
    const [at, due] = [onTimeLine(event.at), millisOf(event.due, true, Infinity)];
    return at === undefined || due === undefined ? [] : [{ at, due }];
  });
  const ended = events.findLast((event) => event.type in outcomes);
  const due = millisOf(made?.type === "commitmentMade" ? made.due : row.due, true, Infinity);
  if (due === undefined) return undefined;
  const stamped = millisOf(row.resolvedAt, false, until);
  const state = ended === undefined ? undefined : outcomes[ended.type as keyof typeof outcomes];
  const seen = row.resolvedAt === undefined || stamped !== undefined;
  return defined<PromiseRow>({
    id: row.id,
    madeAt: (made === undefined ? undefined : onTimeLine(made.at)) ?? millisOf(row.madeAt, false, Infinity),
    due,
    revisions: moved.length > 0 ? moved : undefined,
    state: state ?? (seen ? (row.state ?? "open") : "open"),
    resolvedAt: ended === undefined ? stamped : onTimeLine(ended.at),
    probability: (made?.type === "commitmentMade" ? made.probability : undefined) ?? row.probability,
  } as { [K in keyof PromiseRow]: PromiseRow[K] | undefined });
}

/**
 * The promises of a plan with what became of them, each with its first date.
 *
 * The history's `commitmentMade` gives the first date; without it the date on the row is taken as the first.
 *
 * @param plan - any valid plan; not changed
 * @param history - its history, which may be empty; not changed
 * @param options - until: what is dated later is not seen
 * @returns one row a commitment whose date is a time, in the order of the plan; a day is kept until its end
 *
 * Issues: none; `validatePlan` and `validateHistory` name texts that are no times.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * commitmentsFromPlan({ formatVersion: 1, commitments: [{ id: "P", due: "1970-01-01", state: "met", resolvedAt: "1970-01-01T08:00:00Z" }] }, { formatVersion: 1, events: [] }); // => [{ id: "P", due: 86399999, state: "met", resolvedAt: 28800000 }]
 */
export function commitmentsFromPlan(plan: WorkPlan, history: WorkHistory, options: FromPlanOptions = {}): PromiseRow[] {
  const { until = Number.POSITIVE_INFINITY } = options;
  const events = eventsAbout("commitments", history, Infinity);
  return (plan.commitments ?? []).flatMap((row) => promiseOf(row, events.get(row.id) ?? [], until) ?? []);
}
