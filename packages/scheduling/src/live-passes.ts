import { previousWorkingTime } from "@evenkeel/calendar";
import { Latest } from "./latest.js";
import type { LiveNetwork } from "./live-network.js";
import { measureFloat } from "./measure-floats.js";
import { placeEarly } from "./place-early.js";
import { placeLate } from "./place-late.js";
import { RankedQueue } from "./ranked-queue.js";
import { type Passes, rowOfNode } from "./run-passes.js";
import type { Row } from "./spanned-rows.js";
import type { EarlyDates, Floats, LateDates } from "./types.js";

/** Rows as they were, of the nodes that were looked at. */
export type RowsBefore = Map<number, Row>;

/** Dates and floats of a live network; after a change only what depends on it is computed again. */
export class LivePasses implements Passes {
  readonly early: EarlyDates;
  readonly first: EarlyDates;
  readonly late: LateDates;
  readonly floats: Floats;
  private readonly latest: Latest;
  /** Of finishes as they are shown, where those of finished activities are their actual ones. */
  private readonly latestShown: Latest;
  private readonly up: RankedQueue;
  private readonly down: RankedQueue;

  constructor(
    readonly network: LiveNetwork,
    passes: Passes | LivePasses,
  ) {
    const { earlyStart, earlyFinish, driver } = passes.early;
    const { lateStart, lateFinish } = passes.late;
    const { totalFloat, freeFloat, startFloat, finishFloat } = passes.floats;
    this.early = { earlyStart: earlyStart.slice(), earlyFinish: earlyFinish.slice(), driver: driver.slice() };
    this.first = this.early;
    this.late = { lateStart: lateStart.slice(), lateFinish: lateFinish.slice() };
    this.floats = {
      totalFloat: totalFloat.slice(),
      freeFloat: freeFloat.slice(),
      startFloat: startFloat.slice(),
      finishFloat: finishFloat.slice(),
    };
    const isLive = passes instanceof LivePasses;
    this.latest = isLive ? passes.latest.fork() : Latest.of(this.finishes((node) => earlyFinish[node]!));
    this.latestShown = isLive ? passes.latestShown.fork() : Latest.of(this.finishes((node) => this.shownFinish(node)));
    this.up = new RankedQueue(network.rank, 1);
    this.down = new RankedQueue(network.rank, -1);
  }

  /** Finishes of the activities that count. */
  private finishes(finishOf: (node: number) => number): Int32Array {
    const { nodeCount, special } = this.network;
    const values = new Int32Array(nodeCount);
    for (let node = 0; node < nodeCount; node++)
      values[node] = special[node]?.isApart === true ? -0x80000000 : finishOf(node);
    return values;
  }

  private get finish(): number {
    return this.latest.greatest === -0x80000000 ? this.network.start : this.latest.greatest;
  }

  private shownFinish(node: number): number {
    const more = this.network.special[node];
    const isOut = more?.isApart === true || more?.kind === "summary";
    return isOut ? -0x80000000 : rowOfNode(this.network, this, node)[5]!;
  }

  /** The latest finish any activity shows. */
  shownProjectFinish(): number {
    return this.latestShown.greatest === -0x80000000 ? this.network.start : this.latestShown.greatest;
  }

  private remember(node: number, before: RowsBefore): void {
    if (!before.has(node)) before.set(node, rowOfNode(this.network, this, node));
  }

  /** Early dates from the seeds on; the nodes whose dates changed. */
  private settleEarly(before: RowsBefore): number[] {
    const { network, early, up } = this;
    const changed: number[] = [];
    for (let node = up.pop(); node !== undefined; node = up.pop()) {
      this.remember(node, before);
      const [start, finish] = [early.earlyStart[node], early.earlyFinish[node]];
      placeEarly(network, node, early);
      if (early.earlyStart[node] === start && early.earlyFinish[node] === finish) continue;
      changed.push(node);
      if (network.special[node]?.isApart !== true) this.latest.set(node, early.earlyFinish[node]!);
      for (let at = network.successorRowStart[node]!; at < network.successorRowEnd[node]!; at++)
        up.push(network.successor[at]!);
    }
    return changed;
  }

  /** Nodes whose late dates read an early date that changed. */
  private pushReadersOfEarly(node: number): void {
    const { network, down } = this;
    const more = network.special[node];
    if (more?.expectedFinish !== undefined || network.rules.multipleCriticalPaths) down.push(node);
    for (let at = network.successorRowStart[node]!; at < network.successorRowEnd[node]!; at++) {
      if (network.type[network.successorSlot[at]!] === 4) down.push(node);
    }
    if (more?.kind === "summary") this.pushPredecessors(node);
  }

  private pushPredecessors(node: number): void {
    for (let at = this.network.rowStart[node]!; at < this.network.rowEnd[node]!; at++)
      this.down.push(this.network.predecessor[at]!);
  }

  /** Nodes that the end of the project may bound: whose late finish is not before it. */
  private pushBoundByEnd(end: number): void {
    const { network, late, down } = this;
    const soonest = Math.min(...network.calendars.map((calendar) => previousWorkingTime(calendar, end)));
    for (let node = 0; node < network.nodeCount; node++) {
      if (late.lateFinish[node]! >= soonest || network.special[node] !== undefined) down.push(node);
    }
  }

  private settleLate(before: RowsBefore): void {
    const { network, early, late, down } = this;
    const end = network.mustFinishBy ?? this.finish;
    for (let node = down.pop(); node !== undefined; node = down.pop()) {
      this.remember(node, before);
      const [start, finish] = [late.lateStart[node], late.lateFinish[node]];
      placeLate(network, node, end, early, late);
      if (late.lateStart[node] !== start || late.lateFinish[node] !== finish) this.pushPredecessors(node);
    }
  }

  private hasSuccessorThatCounts(node: number): boolean {
    const { network } = this;
    for (let at = network.successorRowStart[node]!; at < network.successorRowEnd[node]!; at++) {
      const more = network.special[network.successor[at]!];
      if (network.type[network.successorSlot[at]!] !== 4 && more?.isFinished !== true && more?.isInactive !== true)
        return true;
    }
    return false;
  }

  /**
   * Brings everything up to date once the nodes of `seeds` were read again, or their links changed.
   *
   * @param before - rows of nodes already changed, as they were; gets those of every node that is looked at
   */
  settle(seeds: Iterable<number>, before: RowsBefore): void {
    const { network } = this;
    const ends = [...seeds];
    const finishBefore = this.finish;
    for (const node of ends) this.up.push(node);
    const changed = this.settleEarly(before);
    for (const node of ends) {
      this.down.push(node);
      this.pushPredecessors(node);
    }
    for (const node of changed) this.pushReadersOfEarly(node);
    const { finish } = this;
    if (finish !== finishBefore && network.mustFinishBy === undefined)
      this.pushBoundByEnd(Math.min(finish, finishBefore));
    this.settleLate(before);
    const floats = new Set(before.keys());
    for (const node of changed) {
      for (let at = network.rowStart[node]!; at < network.rowEnd[node]!; at++) floats.add(network.predecessor[at]!);
    }
    for (const node of ends) {
      for (let at = network.rowStart[node]!; at < network.rowEnd[node]!; at++) floats.add(network.predecessor[at]!);
    }
    if (finish !== finishBefore && network.rules.openEndFreeFloat === "toProjectFinish") {
      for (let node = 0; node < network.nodeCount; node++) if (!this.hasSuccessorThatCounts(node)) floats.add(node);
    }
    for (const node of floats) {
      this.remember(node, before);
      measureFloat(network, node, this.early, this.late, finish, this.floats);
    }
    for (const node of before.keys()) this.latestShown.set(node, this.shownFinish(node));
  }
}
