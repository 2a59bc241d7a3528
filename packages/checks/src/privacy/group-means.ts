import { compareText } from "@evenkeel/kernel";
import { type GroupCell, type SafeGroupOptions, safeGroups, type WithheldReason } from "./safe-groups.js";

/** One person's value in a group. */
export interface GroupValue {
  readonly groupId: string;
  readonly personId: string;
  readonly value: number;
  /** Day, week or month it is of. */
  readonly period?: string;
}

/** A group's mean, or that it is withheld. No extremes, no persons, no rank. */
export interface GroupMean {
  readonly groupId: string;
  readonly period?: string;
  readonly people: number;
  /** Absent when withheld. */
  readonly mean?: number;
  /** Set where the mean is this or less, or this or more: nearer to an end of the scale it would tell what persons said. */
  readonly bound?: "at most" | "at least";
  /** Why there is no mean. */
  readonly withheld?: WithheldReason;
}

/** What the decision rests on, and whose values stay out of it. */
export interface GroupReportOptions extends SafeGroupOptions {
  /** People whose values go into no result of a group. */
  readonly privateIds?: readonly string[];
  /** Least and most a value can be. Where it is given, no mean bounds the value of a person. */
  readonly range?: ValueRange;
}

/** The ends of a scale. */
export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

/** Means that may be published together. */
export interface GroupReport {
  /** By group id, then period. */
  readonly means: readonly GroupMean[];
  /** Over everybody, one a period. */
  readonly totals: readonly Omit<GroupMean, "groupId">[];
  /** What is published now: to be given as `published` beside what was given before, the next time. */
  readonly published: readonly GroupCell[];
}

/** A cell with each person's own values. */
interface Gathered {
  readonly groupId: string;
  readonly period: string | undefined;
  readonly values: Map<string, number[]>;
}

function gather(values: readonly GroupValue[], groupOf: (value: GroupValue) => string): Gathered[] {
  const cells = new Map<string, Gathered>();
  for (const each of values) {
    const groupId = groupOf(each);
    const key = JSON.stringify([groupId, each.period ?? null]);
    const cell = cells.get(key) ?? { groupId, period: each.period, values: new Map<string, number[]>() };
    cells.set(key, cell);
    const own = cell.values.get(each.personId) ?? [];
    cell.values.set(each.personId, own);
    own.push(each.value);
  }
  return [...cells.values()].sort(
    (a, b) => compareText(a.groupId, b.groupId) || compareText(a.period ?? "", b.period ?? ""),
  );
}

/** Mean of means; numbers are put in order first, so that the order given does not show in the last digit. */
function meanOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b).reduce((sum, each) => sum + each, 0) / numbers.length;
}

const cellOf = ({ groupId, period, values }: Gathered): GroupCell => ({
  groupId,
  ...(period === undefined ? {} : { period }),
  personIds: [...values.keys()].sort(compareText),
});

/**
 * A mean as it may be told. Of n people whose mean is m above the least value, none can have more than n times m above it; at a
 * distance of the whole range divided by n from both ends everybody can have any value.
 */
function told(mean: number, people: number, range: ValueRange | undefined): Pick<GroupMean, "mean" | "bound"> {
  if (range === undefined) return { mean };
  const margin = (range.most - range.least) / people;
  const [low, high] = [range.least + margin, range.most - margin];
  if (mean < low) return { mean: low, bound: "at most" };
  return mean > high ? { mean: high, bound: "at least" } : { mean };
}

function row(
  { period, values }: Gathered,
  withheld: WithheldReason | undefined,
  range: ValueRange | undefined,
): Omit<GroupMean, "groupId"> {
  const shown =
    withheld === undefined ? told(meanOf([...values.values()].map(meanOf)), values.size, range) : { withheld };
  return { ...(period === undefined ? {} : { period }), people: values.size, ...shown };
}

/**
 * Means by group, and over everybody, of which none tells of fewer people than the floor, alone or together, now or
 * beside what was published before.
 *
 * A person counts once in a group and period, by the mean of their values. With the ends of the scale (`range`) a mean near one of
 * them is told as a bound, so that no mean tells what anybody cannot have said. Totals are chosen first, then groups as
 * `safeGroups` says. Every mean that is not in the report must not be shown beside it.
 *
 * @param values - one row a person, group and period; finite
 * @param options - data class (floor 5 or 10), a higher floor, what is published already, who is private, the ends of the scale
 * @returns means by group id and period, totals by period, and the cells to remember
 *
 * Issues: none.
 * Time O(n log n) and that of `safeGroups`, space O(n).
 * Source: as `safeGroups`.
 *
 * @example
 * const people = ["a", "b", "c", "d", "e", "f"];
 * const week = (period, members) => members.map((personId) => ({ groupId: "team", personId, value: 2, period }));
 * const first = groupReport(week("w1", people), { dataClass: "record" });
 * groupReport(week("w2", people.slice(1)), { dataClass: "record", published: first.published }).means; // => [{ groupId: "team", period: "w2", people: 5, withheld: "derivable" }]
 */
export function groupReport(values: readonly GroupValue[], options: GroupReportOptions = {}): GroupReport {
  const { published: before = [], privateIds = [], range, ...rest } = options;
  const locked = new Set(privateIds);
  const open = values.filter(({ personId }) => !locked.has(personId));
  const [groups, everybody] = [gather(open, ({ groupId }) => groupId), gather(open, () => "")];
  const cells = everybody.map(cellOf);
  const totals = safeGroups(cells, options);
  const groupCells = groups.map(cellOf);
  const chosen = safeGroups(groupCells, { ...rest, published: [...before, ...totals.published] });
  const reasons = new Map([...totals.withheld, ...chosen.withheld].map(({ cell, reason }) => [cell, reason]));
  const reasonAt = (list: readonly GroupCell[], at: number): WithheldReason | undefined => {
    const cell = list[at];
    return cell === undefined ? undefined : reasons.get(cell);
  };
  return {
    means: groups.map((group, at) => ({ groupId: group.groupId, ...row(group, reasonAt(groupCells, at), range) })),
    totals: everybody.map((all, at) => row(all, reasonAt(cells, at), range)),
    published: [...totals.published, ...chosen.published],
  };
}

/**
 * Means by group of which none tells of fewer people than the floor, alone, together, or beside the overall mean.
 *
 * As `groupReport`, for records. The caller may show the overall mean if everybody is at least the floor.
 *
 * @param values - one row a person, group and period
 * @param smallest - fewest people a shown group has; fewer than 5 counts as 5
 * @param published - results already published
 * @returns one row a group and period, by group id and period
 *
 * Issues: none.
 * Time and space: those of `groupReport`.
 * Source: as `safeGroups`.
 *
 * @example
 * groupMeans(["a", "b", "c", "d", "e"].map((personId) => ({ groupId: "team", personId, value: 2 })), 5); // => [{ groupId: "team", people: 5, mean: 2 }]
 */
export function groupMeans(
  values: readonly GroupValue[],
  smallest: number,
  published: readonly GroupCell[] = [],
): GroupMean[] {
  return [...groupReport(values, { dataClass: "record", smallest, published }).means];
}
