import { type ItemNode, isOpenItem, type WorkContext } from "@evenkeel/core";

/** One point of the assessment: how many of how many, against its threshold. */
export interface LogicPoint {
  /** Number of the point in the published assessment. */
  readonly point: number;
  readonly name:
    | "logic"
    | "leads"
    | "lags"
    | "relationshipTypes"
    | "hardConstraints"
    | "highFloat"
    | "negativeFloat"
    | "highDuration"
    | "resources"
    | "missedTasks";
  readonly count: number;
  readonly of: number;
  /** count / of; 0 where there is nothing. */
  readonly share: number;
  readonly threshold: number;
  /** Whether the share has to be at most, or at least, the threshold. */
  readonly comparator: "atMost" | "atLeast";
  readonly holds: boolean;
}

const minutesPer44Days = 44 * 480;
const hard: readonly string[] = ["mustStartOn", "mustFinishOn", "startNoLaterThan", "finishNoLaterThan"];

function floats({ plan }: WorkContext): Map<string, number> {
  const known = new Map<string, number>();
  for (const { kind, items } of plan.rows("schedules").values()) {
    if (kind === "baseline") continue;
    for (const { itemId, totalFloatMinutes } of items)
      if (totalFloatMinutes !== undefined) known.set(itemId, totalFloatMinutes);
  }
  return known;
}

/**
 * The logic of a schedule at a glance: the points of the DCMA's 14-point assessment that dates, links and floats can tell.
 *
 * Incomplete activities only (no summaries, no milestones where the assessment excludes them). Points 9 (invalid dates),
 * 11 to 14 (missed tasks against a baseline beside it, critical path test, CPLI, BEI) need a baseline or a test run;
 * point 11 is given where a baseline is stored. The thresholds are the published ones: 5 %, 0 %, 5 %, 90 % finish-to-start.
 *
 * @param context - the work; floats come from its stored schedules
 * @returns points in the order of the assessment; those without data are left out
 *
 * Issues: none.
 * Time O(items + dependencies), space the same.
 * Source: Defense Contract Management Agency (2012), EVMS Program Analysis Pamphlet, DCMA-EA PAM 200.1.
 *
 * @example
 * import { indexPlan, workContext } from "@evenkeel/core";
 * logicHealth(workContext({ plan: { formatVersion: 1 }, now: 0 })); // => []
 */
export function logicHealth(context: WorkContext): LogicPoint[] {
  const { plan } = context;
  const tasks = [...plan.items.values()].filter((node) => isOpenItem(node) && node.row.schedule?.kind === "task");
  if (tasks.length === 0) return [];
  const ids = new Set(tasks.map(({ row }) => row.id));
  const links = [...plan.dependencies.values()].filter(
    ({ before, after }) => ids.has(before.row.id) || ids.has(after.row.id),
  );
  const total = floats(context);
  const floating = tasks.filter(({ row }) => total.has(row.id));
  const count = <T>(rows: readonly T[], is: (row: T) => boolean): number => rows.filter(is).length;
  const atMost = (
    point: number,
    name: LogicPoint["name"],
    found: number,
    of: number,
    threshold: number,
  ): LogicPoint[] => {
    const share = of === 0 ? 0 : found / of;
    return of === 0
      ? []
      : [{ point, name, count: found, of, share, threshold, comparator: "atMost", holds: share <= threshold }];
  };
  const isLoose = ({ incoming, outgoing }: ItemNode): boolean => incoming.length === 0 || outgoing.length === 0;
  const direct = count(links, ({ row }) => row.type === "FS");
  const share = links.length === 0 ? 0 : direct / links.length;
  return [
    ...atMost(1, "logic", count(tasks, isLoose), tasks.length, 0.05),
    ...atMost(
      2,
      "leads",
      count(links, ({ row }) => (row.lag?.amount ?? 0) < 0),
      links.length,
      0,
    ),
    ...atMost(
      3,
      "lags",
      count(links, ({ row }) => (row.lag?.amount ?? 0) > 0),
      links.length,
      0.05,
    ),
    ...(links.length === 0
      ? []
      : [
          {
            point: 4,
            name: "relationshipTypes" as const,
            count: direct,
            of: links.length,
            share,
            threshold: 0.9,
            comparator: "atLeast" as const,
            holds: share >= 0.9,
          },
        ]),
    ...atMost(
      5,
      "hardConstraints",
      count(tasks, ({ row }) => (row.constraints ?? []).some(({ kind }) => hard.includes(kind))),
      tasks.length,
      0.05,
    ),
    ...atMost(
      6,
      "highFloat",
      count(floating, ({ row }) => (total.get(row.id) ?? 0) > minutesPer44Days),
      floating.length,
      0.05,
    ),
    ...atMost(
      7,
      "negativeFloat",
      count(floating, ({ row }) => (total.get(row.id) ?? 0) < 0),
      floating.length,
      0,
    ),
    ...atMost(
      8,
      "highDuration",
      count(tasks, ({ row }) => (row.schedule?.durationMinutes ?? 0) > minutesPer44Days),
      tasks.length,
      0.05,
    ),
    ...atMost(
      10,
      "resources",
      count(tasks, ({ row, assignments }) => (row.schedule?.durationMinutes ?? 0) > 0 && assignments.length === 0),
      tasks.length,
      0,
    ),
  ];
}
