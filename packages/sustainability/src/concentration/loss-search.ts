import { ConcaveBound } from "./concave-bound.js";
import type { LossProblem } from "./loss-problem.js";
import { type LargestSum, sumOfLargest } from "./sum-of-largest.js";

const undecided = 0;
const lost = 1;
const staying = 2;
/** Bounds are sums of fractions; whole units stand further apart than their rounding. */
const tolerance = 1e-6;

/** More open people than these are bounded by pairs alone: the closer bound takes the cube of their number. */
const mostConcave = 160;

/** Internal: a set that is enough, none of this size, or not known within the visits allowed. */
export type LossAnswer = { readonly lost: readonly number[] } | "none" | "cut off";

/** Choices not tried yet: person to stay, with what holds above that choice. */
interface Choice {
  readonly person: number;
  readonly decided: number;
  readonly from: number;
  readonly to: number;
  readonly gone: number;
  readonly losses: number;
}

/**
 * Internal: searches a set of at most so many people whose loss is enough.
 *
 * A bound is a value for each open person such that no set loses more than the sum of the largest values there is room for:
 * from a concave quadratic (`ConcaveBound`), or, for very many people, from pairs. There a group, which counts only when
 * all go, gives each of its k open members 1/k of its units, shared out over pairs with the others; each of those who go
 * has at most the best partners there is room for. People who cannot be in (or out of) a set that reaches the bound are
 * decided at once; the person of largest value is tried first.
 */
export class LossSearch {
  visits = 0;
  private readonly state: Uint8Array;
  private readonly trail: Int32Array;
  private decided = 0;
  private losses = 0;
  /** Groups that can still be lost, one segment a level; `left` counts their undecided members, `stamp` the visit. */
  private active: Int32Array;
  private readonly left: Int32Array;
  private readonly stamp: Int32Array;
  private readonly value: Float64Array;
  private readonly shared: Float64Array;
  private readonly scratch: Float64Array;
  private readonly partners: Int32Array;
  /** People who are undecided. */
  private readonly open: Int32Array;
  private readonly concave: ConcaveBound;
  private readonly local: Int32Array;
  private readonly members: Int32Array;
  /** Whether groups' members are taken to go independently of one another; else they are taken to go together. */
  private isMixed = false;
  private readonly best: LargestSum = { sum: 0, lastIn: 0, firstOut: 0 };

  constructor(private readonly problem: LossProblem) {
    const [people, groups] = [problem.people.length, problem.weight.length];
    this.state = new Uint8Array(people);
    this.trail = new Int32Array(people);
    this.active = new Int32Array(4 * groups + 16);
    this.left = new Int32Array(groups);
    this.stamp = new Int32Array(groups);
    this.value = new Float64Array(people);
    this.shared = new Float64Array(people);
    this.scratch = new Float64Array(people);
    this.partners = new Int32Array(people);
    this.open = new Int32Array(people);
    this.concave = new ConcaveBound(Math.min(people, mostConcave));
    this.local = new Int32Array(people);
    this.members = new Int32Array(people);
  }

  private decide(person: number, to: 1 | 2): void {
    this.state[person] = to;
    this.trail[this.decided++] = person;
    if (to === lost) this.losses++;
  }

  private undo(decided: number): void {
    while (this.decided > decided) {
      const person = this.trail[--this.decided]!;
      if (this.state[person] === lost) this.losses--;
      this.state[person] = undecided;
    }
  }

  /** Copies the groups of a segment that can still be lost with `room` more people behind it; returns the units gone. */
  private narrow(from: number, to: number, room: number): { readonly to: number; readonly gone: number } {
    const { start, member, weight } = this.problem;
    if (this.active.length < to + (to - from)) {
      const larger = new Int32Array(2 * (to + (to - from)));
      larger.set(this.active);
      this.active = larger;
    }
    let end = to;
    let gone = 0;
    for (let at = from; at < to; at++) {
      const group = this.active[at]!;
      let open = 0;
      for (let k = start[group]!; k < start[group + 1]!; k++) {
        const state = this.state[member[k]!]!;
        if (state === undecided) open++;
        else if (state === staying) {
          open = room + 1;
          break;
        }
      }
      if (open === 0) gone += weight[group]!;
      else if (open <= room) {
        this.left[group] = open;
        this.stamp[group] = this.visits;
        this.active[end++] = group;
      }
    }
    return { to: end, gone };
  }

  /** Most units a person can add as one of `room` people. */
  private valueOf(person: number, room: number): number {
    const { start, member, weight, groupStart, groupOf } = this.problem;
    let alone = 0;
    let partners = 0;
    for (let at = groupStart[person]!; at < groupStart[person + 1]!; at++) {
      const group = groupOf[at]!;
      if (this.stamp[group] !== this.visits) continue;
      const open = this.left[group]!;
      if (open === 1) {
        alone += weight[group]!;
        continue;
      }
      const share = weight[group]! / (open * (open - 1));
      for (let k = start[group]!; k < start[group + 1]!; k++) {
        const other = member[k]!;
        if (other === person || this.state[other] !== undecided) continue;
        if (this.shared[other] === 0) this.partners[partners++] = other;
        this.shared[other]! += share;
      }
    }
    for (let at = 0; at < partners; at++) {
      const other = this.partners[at]!;
      this.scratch[at] = this.shared[other]!;
      this.shared[other] = 0;
    }
    sumOfLargest(this.scratch, partners, room - 1, this.best);
    return alone + this.best.sum;
  }

  /** Fits the concave bound to the groups from..to; returns the bound on what can go beside what is gone. */
  private boundByConcave(from: number, to: number, room: number, open: number, needed: number): number {
    const { start, member, weight } = this.problem;
    const { concave, local, members } = this;
    for (let at = 0; at < open; at++) local[this.open[at]!] = at;
    concave.begin(open);
    const share = room / open;
    for (let at = from; at < to; at++) {
      const group = this.active[at]!;
      let size = 0;
      for (let k = start[group]!; k < start[group + 1]!; k++)
        if (this.state[member[k]!] === undecided) members[size++] = local[member[k]!]!;
      const k = this.isMixed ? Math.max(0, Math.min(size - 2, Math.round((size - 1) * share - 0.5))) : 0;
      concave.add(members, size, weight[group]!, k);
    }
    concave.fit(room, needed);
    for (let at = 0; at < open; at++) {
      this.value[this.open[at]!] = concave.slope[at]!;
      this.scratch[at] = concave.slope[at]!;
    }
    sumOfLargest(this.scratch, open, room, this.best);
    return concave.constant + this.best.sum;
  }

  /** Decides people without a choice; returns how many. */
  private settle(bound: number, open: number, needed: number): number {
    const { lastIn, firstOut } = this.best;
    let settled = 0;
    for (let at = 0; at < open; at++) {
      const person = this.open[at]!;
      const value = this.value[person]!;
      if (value < lastIn && bound - lastIn + value + tolerance < needed) {
        this.decide(person, staying);
        settled++;
      } else if (value >= lastIn && bound - value + firstOut + tolerance < needed) {
        this.decide(person, lost);
        settled++;
      }
    }
    return settled;
  }

  /** Bounds the open people by their pairs; returns the bound on what can go beside what is gone. */
  private boundByPairs(room: number, open: number): number {
    for (let at = 0; at < open; at++) {
      const person = this.open[at]!;
      this.value[person] = this.valueOf(person, room);
    }
    for (let at = 0; at < open; at++) this.scratch[at] = this.value[this.open[at]!]!;
    sumOfLargest(this.scratch, open, room, this.best);
    return this.best.sum;
  }

  /** What follows for the open people: no set is enough, some are decided without a choice, or the one to choose next. */
  private weigh(from: number, to: number, gone: number, room: number, isFirst: boolean): "dead" | "settled" | number {
    const needed = this.problem.needed - gone;
    let open = 0;
    for (let person = 0; person < this.state.length; person++)
      if (this.state[person] === undecided) this.open[open++] = person;
    const isFew = open <= mostConcave;
    if (isFew && isFirst) {
      this.isMixed = false;
      const together = this.boundByConcave(from, to, room, open, needed);
      this.isMixed = true;
      this.isMixed = this.boundByConcave(from, to, room, open, needed) < together;
    }
    this.visits += isFew ? Math.floor(open ** 3 / 200_000) : 0;
    const bound = isFew ? this.boundByConcave(from, to, room, open, needed) : this.boundByPairs(room, open);
    if (bound + tolerance < needed) return "dead";
    if (this.settle(bound, open, needed) > 0) return "settled";
    let top = this.open[0]!;
    for (let at = 1; at < open; at++) if (this.value[this.open[at]!]! > this.value[top]!) top = this.open[at]!;
    return top;
  }

  /** A set of at most `size` people whose loss is enough; `visitLimit` counts the visits of earlier calls too. */
  find(size: number, visitLimit: number): LossAnswer {
    const { people, weight, needed } = this.problem;
    this.undo(0);
    const choices: Choice[] = [];
    let from = 0;
    let to = weight.length;
    let gone = 0;
    for (let group = 0; group < to; group++) this.active[group] = group;
    for (;;) {
      if (++this.visits > visitLimit) return "cut off";
      const room = size - this.losses;
      const narrowed = this.narrow(from, to, room);
      gone += narrowed.gone;
      [from, to] = [to, narrowed.to];
      let rest = 0;
      for (let at = from; at < to; at++) rest += weight[this.active[at]!]!;
      const open = people.length - this.decided;
      if (gone >= needed || (open <= room && gone + rest >= needed)) {
        const found = [...this.state.keys()].filter((person) => {
          const state = this.state[person];
          return state === lost || (gone < needed && state === undecided);
        });
        return { lost: found };
      }
      let isDead = gone + rest < needed || room === 0 || open <= room;
      if (!isDead) {
        const next = this.weigh(from, to, gone, room, choices.length === 0);
        isDead = next === "dead";
        if (typeof next === "number") {
          choices.push({ person: next, decided: this.decided, from, to, gone, losses: this.losses });
          this.decide(next, lost);
        }
      }
      if (isDead) {
        const choice = choices.pop();
        if (choice === undefined) return "none";
        this.undo(choice.decided);
        this.decide(choice.person, staying);
        ({ from, to, gone } = choice);
      }
    }
  }
}
