import type { StateCategory } from "@evenkeel/core";
import { categoryByName } from "../english-states.js";

/** A move of an item into a state, in the order it happened. */
export interface Move {
  readonly at: string;
  readonly to: string;
}

/** Names of states and lists, the first that fits; what else a status may be called `categoryByName` knows. */
const words: readonly (readonly [RegExp, StateCategory])[] = [
  [/^(blocked.*|on hold|paused|parked|waiting.*|pending|stuck|impeded)$/i, "waiting"],
  [
    /^(in[ -]?progress|doing|active|started|(in |code |peer )?review(ing)?|in (development|testing|qa|work)|develop(ment|ing)|test(ing)?|qa|verif(y|ication)|wip|working( on it)?|ongoing|implement(ing|ation)|build(ing)?)$/i,
    "active",
  ],
  [
    /^(ideas?|inbox|next( up)?|up next|upcoming|planned|later|someday|wish ?list|(product|sprint) backlog|unstarted|not started|todos?|to-do|proposed|requested|requests|options|incoming|soon)$/i,
    "proposed",
  ],
  [/^(all done|finished|shipped|live|deployed|merged|delivered|accepted)$/i, "done"],
  [/^(archived?|removed|not planned|discarded|dropped)$/i, "dropped"],
];

/** The category an English name of a state or list suggests, marks and pictures round it left aside. */
export function categoryOfWords(name: string): StateCategory | undefined {
  const plain = name
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\p{L}\p{N}\s'-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? categoryByName(plain);
}

/** When work began and ended, by recorded moves alone: the first move into work, and the move into the last stay in done. */
export function spanOfMoves(
  initial: { readonly stateId: string | undefined; readonly at: string | undefined },
  moves: readonly Move[],
  categoryOf: (stateId: string) => StateCategory | undefined,
): { readonly startedAt?: string | undefined; readonly finishedAt?: string | undefined } {
  const all = initial.stateId === undefined ? moves : [{ at: initial.at, to: initial.stateId }, ...moves];
  let startedAt: string | undefined;
  let finishedAt: string | undefined;
  let isDone = false;
  for (const move of all) {
    const category = categoryOf(move.to);
    if (category === "active") startedAt ??= move.at;
    if (category === "done" && !isDone) finishedAt = move.at;
    if (category !== "done") finishedAt = undefined;
    isDone = category === "done";
  }
  return { startedAt, finishedAt };
}
