import type { ZoneRules } from "@evenkeel/calendar";
import { compareText, type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { makeClock } from "./clock.js";
import type { CompiledSchedule } from "./compile-schedule.js";
import { LiveNetwork } from "./live-network.js";
import { LivePasses, type RowsBefore } from "./live-passes.js";
import { isSpan } from "./outline.js";
import { isOverridden, type LinkEnd, lagCalendar, lagLeft, lagTicks } from "./read-links.js";
import { linkTypes } from "./resolve-links.js";
import { isBeyondTime, type Passes, rowOfNode } from "./run-passes.js";
import { criticalRows, driverOf, toActivity, toSchedule } from "./schedule.js";
import { changeBetween } from "./schedule-change.js";
import type { Row } from "./spanned-rows.js";
import type {
  ActivityInput,
  LinkInput,
  Schedule,
  ScheduleChange,
  ScheduledActivity,
  ScheduleEdit,
  ScheduleInput,
} from "./types.js";

/** A change with the edits that take it back. */
export type UndoableChange = ScheduleChange & { readonly inverse: readonly ScheduleEdit[] };

interface Attempt {
  readonly seeds: Set<number>;
  readonly before: RowsBefore;
  readonly issues: Issue[];
  readonly inverse: ScheduleEdit[];
  /** Takes back what was written, last first. */
  readonly revert: (() => void)[];
}

interface LiveState {
  readonly network: LiveNetwork;
  readonly passes: LivePasses;
}

/** Plans in which every edit computes all again. */
function isWhole({ network, input }: CompiledSchedule): boolean {
  return (
    network.left.length > 0 ||
    network.rules.fromFinish ||
    network.rules.criticalBy === "longestPath" ||
    network.special.some((more) => more?.isAlap === true) ||
    input.activities.some(({ kind }) => isSpan(kind))
  );
}

function nodesByPosition({ network, input, positions }: CompiledSchedule): Int32Array {
  const nodeOf = new Int32Array(input.activities.length).fill(-1);
  for (let node = 0; node < network.nodeCount; node++) nodeOf[positions[network.activityOf[node]!]!] = node;
  return nodeOf;
}

/** A compiled plan with its dates, edited in place where that is quick. */
export class LiveSchedule {
  private compiled: CompiledSchedule;
  private passes: Passes;
  private live: LiveState | undefined;
  private readonly nodeOf: Int32Array;
  private readonly isWhole: boolean;
  /** Ends of links by position; those that are summaries stay, since edits of their links compute all again. */
  private linkedSummaries: ReadonlySet<number> | undefined;

  /** @param trunk - what a copy is made of: it shares what no edit changes */
  constructor(compiled: CompiledSchedule, passes: Passes, trunk?: LiveSchedule) {
    this.compiled = compiled;
    this.passes = passes;
    this.isWhole = trunk?.isWhole ?? isWhole(compiled);
    this.nodeOf = trunk?.nodeOf ?? nodesByPosition(compiled);
    this.linkedSummaries = trunk?.linkedSummaries;
  }

  /** A copy that goes its own way. */
  fork(): LiveSchedule {
    if (this.isWhole) return new LiveSchedule(this.compiled, this.passes, this);
    const trunk = this.begin();
    const network = new LiveNetwork(trunk.network);
    const passes = new LivePasses(network, trunk.passes);
    const other = new LiveSchedule(this.ownCopy(network), passes, this);
    other.live = { network, passes };
    return other;
  }

  private ownCopy(network: LiveNetwork): CompiledSchedule {
    const { compiled } = this;
    const { activities, links = [], ...project } = compiled.input;
    return {
      ...compiled,
      network,
      calendarOf: compiled.calendarOf.slice(),
      linkPositions: Array.from(compiled.linkPositions),
      input: { ...project, activities: activities.slice(), links: links.slice() },
    };
  }

  private begin(): LiveState {
    if (this.live !== undefined) return this.live;
    const network = new LiveNetwork(this.compiled.network);
    const passes = new LivePasses(network, this.passes);
    this.compiled = this.ownCopy(network);
    this.passes = passes;
    this.live = { network, passes };
    return this.live;
  }

  private rows(): ActivityInput[] {
    return this.compiled.input.activities as ActivityInput[];
  }

  /** Entries are undefined where a link was removed. */
  private links(): (LinkInput | undefined)[] {
    return this.compiled.input.links as (LinkInput | undefined)[];
  }

  schedule(): Schedule {
    return toSchedule(this.compiled, this.passes);
  }

  input(): ScheduleInput {
    const { links = [], ...rest } = this.compiled.input;
    return { ...rest, links: links.filter((link) => link !== undefined) };
  }

  private shown(row: Row, node: number): ScheduledActivity {
    const { compiled, passes } = this;
    const { network, positions } = compiled;
    const more = network.special[node];
    const isDone = more?.isFinished === true || more?.kind === "past";
    const driver = driverOf(compiled, node, passes.early.driver[node]!);
    const position = positions[network.activityOf[node]!]!;
    return toActivity(compiled, position, row, isDone, criticalRows(compiled, passes), driver);
  }

  activity(id: string): ScheduledActivity | undefined {
    const node = this.nodeOf[this.compiled.outline.positionOf.get(id) ?? -1] ?? -1;
    if (this.isWhole || node === -1 || this.compiled.network.special[node]?.kind === "summary")
      return this.schedule().activities.find((row) => row.id === id);
    return this.shown(rowOfNode(this.compiled.network, this.passes, node), node);
  }

  /** What differs between two states with rows of their own. */
  since(before: LiveSchedule): ScheduleChange {
    return changeBetween(before.schedule(), this.schedule());
  }

  /** Carries out edits in place; undefined, with nothing changed, where all must be computed again. */
  edit(edits: readonly ScheduleEdit[], zoneRules: ZoneRules | undefined): Result<UndoableChange> | undefined {
    if (this.isWhole) return undefined;
    const { network, passes } = this.begin();
    const attempt: Attempt = { seeds: new Set(), before: new Map(), issues: [], inverse: [], revert: [] };
    const finishBefore = passes.shownProjectFinish();
    const isQuick = edits.every((edit) => this.tryEdit(edit, attempt, zoneRules));
    const isRefused = attempt.issues.some(({ severity }) => severity === "error");
    if (!isQuick || isRefused) {
      this.takeBack(attempt);
      // What one edit of several gets wrong a later one may mend: the whole says.
      return isQuick && edits.length === 1 ? refuse(attempt.issues as [Issue, ...Issue[]]) : undefined;
    }
    passes.settle(attempt.seeds, attempt.before);
    if ([...attempt.before.keys()].some((node) => isBeyondTime(passes, node))) {
      this.takeBack(attempt);
      return undefined;
    }
    const moved = [...attempt.before].flatMap(([node, row]) => {
      const now = rowOfNode(network, passes, node);
      if (network.special[node]?.kind === "summary" || now.every((value, at) => value === row[at])) return [];
      const { driver: _driver, ...before } = this.shown(row, node);
      return [{ before, after: this.shown(now, node) }];
    });
    const { write } = this.compiled.clock;
    return ok(
      {
        moved: moved.sort((a, b) => compareText(a.after.id, b.after.id)),
        appeared: [],
        vanished: [],
        finish: { before: write(finishBefore), after: write(passes.shownProjectFinish()) },
        inverse: attempt.inverse.reverse(),
      },
      attempt.issues,
    );
  }

  /** Undoes what an attempt wrote; rows that moved to other slots are placed again. */
  private takeBack({ revert, seeds }: Attempt): void {
    for (const step of revert.reverse()) step();
    this.begin().passes.settle(seeds, new Map());
  }

  private tryEdit(edit: ScheduleEdit, attempt: Attempt, zoneRules: ZoneRules | undefined): boolean {
    if (edit.kind === "putActivity") return this.putActivity(edit.activity, attempt, zoneRules);
    if (edit.kind === "putLink") return this.putLink(edit.link, attempt);
    if (edit.kind === "removeLink") return this.removeLink(edit, attempt);
    return false;
  }

  private seed(node: number, attempt: Attempt): void {
    attempt.seeds.add(node);
    if (!attempt.before.has(node)) attempt.before.set(node, rowOfNode(this.compiled.network, this.passes, node));
  }

  private putActivity(row: ActivityInput, attempt: Attempt, zoneRules: ZoneRules | undefined): boolean {
    const { compiled } = this;
    const { network } = this.begin();
    const position = compiled.outline.positionOf.get(row.id);
    if (position === undefined) return false;
    const old = this.rows()[position]!;
    const node = this.nodeOf[position]!;
    const isSameShape =
      old.parentId === row.parentId &&
      old.kind === row.kind &&
      (old.inactive === true) === (row.inactive === true) &&
      (old.outside === undefined) === (row.outside === undefined);
    const begins = row.actualStart !== undefined || old.actualStart !== undefined;
    if (begins && this.isBelowLinkedSummary(position)) return false;
    if (node === -1 || !isSameShape || compiled.outline.isSummary[position] === 1) return false;
    if (isOverridden(old, network.rules) !== isOverridden(row, network.rules)) return false;
    const clock = makeClock(compiled.input.zone, zoneRules, attempt.issues);
    const { length, calendar, special } = compiled.readNode(row, position, clock, attempt.issues);
    if (special?.isAlap === true || length > longest) return false;
    this.seed(node, attempt);
    const was = {
      length: network.duration[node]!,
      calendar: network.calendarOf[node]!,
      special: network.special[node],
    };
    const write = (now: ActivityInput, read: typeof was): void => {
      this.rows()[position] = now;
      network.duration[node] = read.length;
      network.calendarOf[node] = compiled.calendarOf[position] = read.calendar;
      network.special[node] = read.special;
    };
    write(row, { length, calendar, special });
    attempt.revert.push(() => write(old, was));
    attempt.inverse.push({ kind: "putActivity", activity: old });
    for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) this.relink(node, slot, attempt);
    for (let at = network.successorRowStart[node]!; at < network.successorRowEnd[node]!; at++)
      this.relink(network.successor[at]!, network.successorSlot[at]!, attempt);
    return true;
  }

  /** Whether a link ends at a summary above. */
  private isBelowLinkedSummary(position: number): boolean {
    const { outline, input } = this.compiled;
    if (outline.parent[position] === -1) return false;
    this.linkedSummaries ??= new Set(
      (input.links ?? []).flatMap((link) => (link === undefined ? [] : [outline.positionOf.get(link.successor) ?? -1])),
    );
    for (let up = outline.parent[position]!; up !== -1; up = outline.parent[up]!)
      if (this.linkedSummaries.has(up)) return true;
    return false;
  }

  private endOf(node: number): LinkEnd {
    const { network, positions, calendarOf, outline } = this.compiled;
    const position = positions[network.activityOf[node]!]!;
    return {
      row: this.rows()[position]!,
      isSummary: outline.isSummary[position] === 1,
      calendar: calendarOf[position]!,
      special: network.special[node],
      length: network.duration[node]!,
    };
  }

  /** Lag and its calendar of a link between two nodes. */
  private columnsOf(
    link: LinkInput,
    at: number,
    type: number,
    from: number,
    to: number,
    issues: Issue[],
  ): { lag: number; lagCalendar: number } {
    const { linkContext, outline, calendarOf } = this.compiled;
    const calendarBy = (id: string): number => calendarOf[outline.positionOf.get(id)!]!;
    const of = lagCalendar(link.lag, calendarBy(link.predecessor), calendarBy(link.successor), linkContext);
    const before = this.endOf(from);
    const ticks = lagTicks(link, at, before, issues);
    return { lag: lagLeft(ticks, type, before, this.endOf(to), of, linkContext), lagCalendar: of };
  }

  /** Reads the lag of a slot again, whose ends may have changed. */
  private relink(to: number, slot: number, attempt: Attempt): void {
    const { network } = this.begin();
    const at = this.compiled.linkPositions[network.linkOf[slot]!]!;
    if (at === -1) return;
    const from = network.predecessor[slot]!;
    const was = { lag: network.lag[slot]!, lagCalendar: network.lagCalendar[slot]! };
    const now = this.columnsOf(this.links()[at]!, at, network.type[slot]!, from, to, attempt.issues);
    if (was.lag === now.lag && was.lagCalendar === now.lagCalendar) return;
    this.seed(from, attempt);
    this.seed(to, attempt);
    network.lag[slot] = now.lag;
    network.lagCalendar[slot] = now.lagCalendar;
    const link = network.linkOf[slot]!;
    attempt.revert.push(() => {
      // Links put since may have moved the rows of this node.
      let moved = network.rowStart[to]!;
      while (network.linkOf[moved] !== link || network.predecessor[moved] !== from) moved++;
      network.lag[moved] = was.lag;
      network.lagCalendar[moved] = was.lagCalendar;
    });
  }

  /** The nodes of both ends, where a link between them is one slot. */
  private ends(predecessor: string, successor: string): readonly [number, number] | undefined {
    const { outline, network } = this.compiled;
    const [a, b] = [outline.positionOf.get(predecessor) ?? -1, outline.positionOf.get(successor) ?? -1];
    if (a === -1 || b === -1 || a === b) return undefined;
    const [from, to] = [this.nodeOf[a]!, this.nodeOf[b]!];
    const isPlain = from !== -1 && to !== -1 && outline.isSummary[a] === 0 && outline.isSummary[b] === 0;
    if (!isPlain || this.rows()[a]!.inactive === true || isOverridden(this.rows()[b]!, network.rules)) return undefined;
    // A link to a summary above ties the same two: which slot is whose is not told apart here.
    return this.isBelowLinkedSummary(b) ? undefined : [from, to];
  }

  private putLink(link: LinkInput, attempt: Attempt): boolean {
    const { network } = this.begin();
    const ends = this.ends(link.predecessor, link.successor);
    const type = linkTypes.indexOf(link.type ?? "FS");
    if (ends === undefined || type === -1) return false;
    const [from, to] = ends;
    const slot = network.slotOf(from, to, type);
    const linkPositions = this.compiled.linkPositions as number[];
    const links = this.links();
    const columns = this.columnsOf(link, links.length, type, from, to, attempt.issues);
    if (Math.abs(columns.lag) > longest) return false;
    if (slot === -1 && !network.order(from, to)) return false;
    this.seed(from, attempt);
    this.seed(to, attempt);
    if (slot !== -1) {
      const old = this.take(to, slot, attempt);
      attempt.inverse.push({ kind: "putLink", link: old });
    } else {
      const { predecessor, successor } = link;
      attempt.inverse.push({ kind: "removeLink", predecessor, successor, type: linkTypes[type]! });
    }
    const at = links.push(link) - 1;
    this.insert(from, to, { type, ...columns, link: linkPositions.push(at) - 1 });
    attempt.revert.push(() => {
      network.remove(to, network.slotOf(from, to, type));
      links.pop();
      linkPositions.pop();
    });
    return true;
  }

  private insert(from: number, to: number, columns: Parameters<LiveNetwork["insert"]>[2]): void {
    const { network } = this.begin();
    // As in a network built anew: by predecessor, then by type.
    const by = network.activityOf[from]!;
    network.insert(from, to, columns, (slot) => {
      const other = network.activityOf[network.predecessor[slot]!]!;
      return other < by || (other === by && network.type[slot]! < columns.type);
    });
  }

  /** Takes the link of a slot out; the row it had. */
  private take(to: number, slot: number, attempt: Attempt): LinkInput {
    const { network } = this.begin();
    const from = network.predecessor[slot]!;
    const [type, link] = [network.type[slot]!, network.linkOf[slot]!];
    const columns = { type, link, lag: network.lag[slot]!, lagCalendar: network.lagCalendar[slot]! };
    const at = this.compiled.linkPositions[link]!;
    const old = this.links()[at]!;
    network.remove(to, slot);
    this.links()[at] = undefined;
    attempt.revert.push(() => {
      this.links()[at] = old;
      this.insert(from, to, columns);
    });
    return old;
  }

  private removeLink(edit: Extract<ScheduleEdit, { kind: "removeLink" }>, attempt: Attempt): boolean {
    const { network } = this.begin();
    const ends = this.ends(edit.predecessor, edit.successor);
    if (ends === undefined) return false;
    const [from, to] = ends;
    const slot = network.slotOf(from, to, linkTypes.indexOf(edit.type ?? "FS"));
    if (slot === -1) return false;
    this.seed(from, attempt);
    this.seed(to, attempt);
    attempt.inverse.push({ kind: "putLink", link: this.take(to, slot, attempt) });
    return true;
  }
}

/** Longer times are compiled anew, where the whole chain is measured. */
const longest = 50_000_000;
