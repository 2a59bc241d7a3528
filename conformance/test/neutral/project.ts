/** What an item of the project is doing, in words of no tool. */
export type State = "todo" | "doing" | "waiting" | "done" | "cancelled";

export interface NeutralItem {
  readonly number: number;
  readonly title: string;
  readonly owner: "Ada" | "Bo" | "Cy";
  readonly due?: string;
  /** Numbers of the items it waits for. */
  readonly after: readonly number[];
  /** Instants at which it came into a state; it begins in `todo`. */
  readonly moves: readonly (readonly [at: string, state: State])[];
  /** When nothing could be done; the last may be open. */
  readonly blocked?: readonly (readonly [from: string, to?: string])[];
}

/** The instant all items were written down. */
export const created = "2026-03-02T08:00:00Z";
/** The instant the project is looked at. */
export const now = Date.UTC(2026, 2, 20, 12);

const march = (day: number, hour: number, minute = 0): string =>
  new Date(Date.UTC(2026, 2, day, hour, minute)).toISOString().replace(".000", "");

/** One project: 12 items, 14 links, one item cancelled, one reopened, two blocked of which one still is. */
export const items: readonly NeutralItem[] = [
  {
    number: 1,
    title: "Survey the shore",
    owner: "Ada",
    due: "2026-03-05",
    after: [],
    moves: [
      [march(2, 10), "doing"],
      [march(4, 15), "done"],
    ],
  },
  {
    number: 2,
    title: "Dig the basin",
    owner: "Bo",
    due: "2026-03-12",
    after: [1],
    moves: [
      [march(4, 16), "doing"],
      [march(6, 9), "waiting"],
      [march(9, 9), "doing"],
      [march(11, 12), "done"],
    ],
  },
  {
    number: 3,
    title: "Get the permits",
    owner: "Cy",
    due: "2026-03-06",
    after: [],
    moves: [
      [march(3, 9), "doing"],
      [march(5, 11), "done"],
      [march(9, 10), "doing"],
      [march(10, 17), "done"],
    ],
  },
  {
    number: 4,
    title: "Order the steel",
    owner: "Ada",
    due: "2026-03-16",
    after: [3],
    moves: [
      [march(10, 18), "doing"],
      [march(17, 10), "done"],
    ],
    blocked: [[march(11, 8), march(13, 8)]],
  },
  {
    number: 5,
    title: "Fill the dam",
    owner: "Bo",
    due: "2026-03-24",
    after: [2],
    moves: [[march(12, 8), "doing"]],
    blocked: [[march(16, 9)]],
  },
  { number: 6, title: "Drive the piles", owner: "Cy", after: [2, 4], moves: [[march(18, 8), "doing"]] },
  { number: 7, title: "Pour the deck", owner: "Ada", due: "2026-04-02", after: [6], moves: [] },
  {
    number: 8,
    title: "Hang the lamps",
    owner: "Bo",
    after: [4],
    moves: [
      [march(5, 8), "doing"],
      [march(9, 11), "cancelled"],
    ],
  },
  { number: 9, title: "Set the rails", owner: "Cy", after: [7], moves: [] },
  { number: 10, title: "Paint the rails", owner: "Bo", due: "2026-04-10", after: [7, 9], moves: [] },
  {
    number: 11,
    title: "Carve the sign",
    owner: "Cy",
    after: [3],
    moves: [
      [march(11, 9, 30), "doing"],
      [march(12, 14), "waiting"],
      [march(13, 8), "doing"],
      [march(13, 16, 45), "done"],
    ],
  },
  { number: 12, title: "Open the pier", owner: "Ada", due: "2026-04-20", after: [5, 10, 11], moves: [] },
];

export const stateOf = (item: NeutralItem): State => item.moves.at(-1)?.[1] ?? "todo";
export const blocks = (item: NeutralItem): number[] =>
  items.flatMap((other) => (other.after.includes(item.number) ? [other.number] : []));
/** When work first began, when it last ended as done, when it was cancelled. */
export const startOf = (item: NeutralItem): string | undefined => item.moves.find(([, to]) => to === "doing")?.[0];
export const endOf = (item: NeutralItem, as: State): string | undefined =>
  stateOf(item) === as ? item.moves.at(-1)?.[0] : undefined;
