import type { LossProblem } from "./loss-problem.js";

/** Internal: a set of lost people with what it loses, changed one person at a time. */
class LossSet {
  readonly isLost: Uint8Array;
  /** Members of each group who stay. */
  readonly staying: Int32Array;
  /** By person who stays: units that would go if they went too. */
  readonly gain: Float64Array;
  /** By person: units that nobody holds any more and this person did. */
  readonly missed: Float64Array;
  lost = 0;
  size = 0;

  constructor(readonly problem: LossProblem) {
    const { people, weight, start, member } = problem;
    this.isLost = new Uint8Array(people.length);
    this.gain = new Float64Array(people.length);
    this.missed = new Float64Array(people.length);
    this.staying = Int32Array.from(weight, (_units, group) => start[group + 1]! - start[group]!);
    this.staying.forEach((left, group) => {
      if (left === 1) this.gain[member[start[group]!]!]! += weight[group]!;
    });
  }

  /** Adds the units of a group to the gain of its one member who stays. */
  private credit(group: number, sign: 1 | -1): void {
    const { start, member, weight } = this.problem;
    for (let at = start[group]!; at < start[group + 1]!; at++) {
      const person = member[at]!;
      if (this.isLost[person] === 0) this.gain[person]! += sign * weight[group]!;
    }
  }

  /** Counts the units of a group as lost, or as held again. */
  private miss(group: number, sign: 1 | -1): void {
    const { start, member, weight } = this.problem;
    this.lost += sign * weight[group]!;
    for (let at = start[group]!; at < start[group + 1]!; at++) this.missed[member[at]!]! += sign * weight[group]!;
  }

  lose(person: number): void {
    const { groupStart, groupOf } = this.problem;
    for (let at = groupStart[person]!; at < groupStart[person + 1]!; at++) {
      const group = groupOf[at]!;
      if (this.staying[group] === 1) {
        this.credit(group, -1);
        this.miss(group, 1);
      }
    }
    this.isLost[person] = 1;
    this.size++;
    for (let at = groupStart[person]!; at < groupStart[person + 1]!; at++) {
      const group = groupOf[at]!;
      if (--this.staying[group]! === 1) this.credit(group, 1);
    }
  }

  regain(person: number): void {
    const { groupStart, groupOf } = this.problem;
    for (let at = groupStart[person]!; at < groupStart[person + 1]!; at++) {
      const group = groupOf[at]!;
      if (this.staying[group]!++ === 1) this.credit(group, -1);
    }
    this.isLost[person] = 0;
    this.size--;
    for (let at = groupStart[person]!; at < groupStart[person + 1]!; at++) {
      const group = groupOf[at]!;
      if (this.staying[group] === 1) {
        this.credit(group, 1);
        this.miss(group, -1);
      }
    }
  }

  people(): number[] {
    return [...this.isLost.keys()].filter((person) => this.isLost[person] === 1);
  }
}

/** The person with the largest (or smallest) value among the lost or the others; the lowest index among equals. */
function extreme(set: LossSet, isLost: 0 | 1, value: Float64Array, sign: 1 | -1): number {
  let best = -1;
  for (let person = 0; person < value.length; person++) {
    if (set.isLost[person] === isLost && (best < 0 || sign * value[person]! > sign * value[best]!)) best = person;
  }
  return best;
}

/** Swaps one person at a time while that loses more units and they are not enough yet. */
function improve(set: LossSet): void {
  for (let better = true; better && set.lost < set.problem.needed; ) {
    better = false;
    for (const person of set.people()) {
      const before = set.lost;
      set.regain(person);
      const other = extreme(set, 0, set.gain, 1);
      set.lose(other);
      if (set.lost > before) better = true;
      else {
        set.regain(other);
        set.lose(person);
      }
    }
  }
}

/**
 * A small set of people whose loss is enough: everybody, less who is missed least, made smaller by swaps.
 *
 * The set need not be smallest; it is the upper bound the search starts from.
 */
export function smallLoss(problem: LossProblem): number[] {
  const set = new LossSet(problem);
  if (problem.needed <= 0) return [];
  for (let person = 0; person < problem.people.length; person++) set.lose(person);
  for (;;) {
    const found = set.people();
    set.regain(extreme(set, 1, set.missed, -1));
    improve(set);
    if (set.lost < problem.needed) return found;
  }
}
