import type { FlowItem } from "../src/index.js";

const day = 86_400_000;

interface Answer {
  readonly reached: number[];
  readonly inState: number[];
  readonly wip: number;
  readonly blocked: number;
}

const endOf = ({ finishedAt, droppedAt }: FlowItem): number => finishedAt ?? droppedAt ?? Infinity;
const isEnd = (category: string): boolean => category === "done" || category === "dropped";

/** What holds at the last millisecond of a day, asked of each item anew; by the words of the definitions. */
export function atEndOf(items: readonly FlowItem[], dayNumber: number, order: readonly string[]): Answer {
  const now = (dayNumber + 1) * day - 1;
  const here = (from: number, to = Infinity): boolean => from <= now && now < to;
  const inProgress = (item: FlowItem): boolean => item.startedAt !== undefined && here(item.startedAt, endOf(item));
  const told = items.filter(({ visits = [] }) => visits.length > 0);
  const furthest = (item: FlowItem): number =>
    endOf(item) <= now
      ? order.length
      : Math.max(
          -1,
          ...(item.visits ?? [])
            .filter(({ from, category }) => from <= now && from < endOf(item) && !isEnd(category))
            .map(({ state }) => order.indexOf(state)),
        );
  return {
    reached: order.map((_state, place) => told.filter((item) => furthest(item) >= place).length),
    inState: order.map(
      (state) =>
        told.filter(
          (item) =>
            now < endOf(item) &&
            (item.visits ?? []).some(
              (visit) => visit.state === state && !isEnd(visit.category) && here(visit.from, visit.to),
            ),
        ).length,
    ),
    wip: items.filter(inProgress).length,
    blocked: items.filter(
      (item) =>
        inProgress(item) &&
        (item.blocked ?? []).some(({ from, to }) => here(from, to)) &&
        !(item.visits ?? []).some(({ category, from, to }) => isEnd(category) && here(from, to)),
    ).length,
  };
}
