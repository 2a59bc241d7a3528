import type { WorkColumns, WorkInterval } from "../types.js";

/** A time in which work was changed, bounds included. */
export interface Changed {
  readonly from: number;
  readonly to: number;
}

const idAt = (intervals: readonly WorkInterval[], row: number): string => intervals[row]?.id ?? String(row);

/** Work of one person as an open session keeps it: an edit writes over what it changes, so that little is new after it. */
export class OwnRows {
  private personIds: readonly string[];
  private personOf: Int32Array;
  private from: Float64Array;
  private to: Float64Array;
  /** Ids that edits gave; until the first one those of the columns it came from. */
  private ids: string[] | undefined;
  private idOf: (row: number) => string;

  /** Some rows of others' columns, in their order. */
  constructor(
    private readonly personId: string,
    { from, to, idOf = String }: Pick<WorkColumns, "from" | "to" | "idOf">,
    rows: readonly number[],
  ) {
    this.personIds = [personId];
    this.personOf = new Int32Array(rows.length);
    this.from = Float64Array.from(rows, (row) => from[row] ?? 0);
    this.to = Float64Array.from(rows, (row) => to[row] ?? 0);
    this.idOf = (row) => idOf(rows[row] ?? 0);
  }

  /** The rows as they are now; they change with the next edit. */
  columns(): WorkColumns {
    const { personIds, personOf, from, to, idOf } = this;
    return { personIds, personOf, from, to, idOf };
  }

  /** Takes other rows for all rows of the person; the time of all rows that they do not share at beginning and end. */
  take(intervals: readonly WorkInterval[]): Changed {
    const [olds, news] = [this.from.length, intervals.length];
    const most = Math.min(olds, news);
    let head = 0;
    while (head < most && this.isRow(head, intervals, head)) head++;
    let tail = 0;
    while (tail < most - head && this.isRow(olds - 1 - tail, intervals, news - 1 - tail)) tail++;
    let begin = Number.POSITIVE_INFINITY;
    let end = Number.NEGATIVE_INFINITY;
    for (let row = head; row < olds - tail; row++) {
      begin = Math.min(begin, this.from[row] ?? begin);
      end = Math.max(end, this.to[row] ?? end);
    }
    for (let row = head; row < news - tail; row++) {
      begin = Math.min(begin, intervals[row]?.from ?? begin);
      end = Math.max(end, intervals[row]?.to ?? end);
    }
    if (olds === news && news > 0) this.write(intervals, head, news - tail);
    else this.replace(intervals);
    return { from: begin, to: end };
  }

  private isRow(row: number, intervals: readonly WorkInterval[], at: number): boolean {
    const interval = intervals[at];
    // Compared as numbers, so that what the columns hold is not boxed row by row.
    return (
      interval !== undefined &&
      interval.from - (this.from[row] ?? 0) === 0 &&
      interval.to - (this.to[row] ?? 0) === 0 &&
      this.idOf(row) === idAt(intervals, at)
    );
  }

  private replace(intervals: readonly WorkInterval[]): void {
    const rows = intervals.length;
    // Who has no row is nobody that work is known of.
    this.personIds = rows === 0 ? [] : [this.personId];
    this.personOf = new Int32Array(rows);
    this.from = new Float64Array(rows);
    this.to = new Float64Array(rows);
    this.write(intervals, 0, rows);
  }

  private write(intervals: readonly WorkInterval[], first: number, end: number): void {
    const ids = this.ownIds(intervals);
    for (let row = first; row < end; row++) {
      this.from[row] = intervals[row]?.from ?? Number.NaN;
      this.to[row] = intervals[row]?.to ?? Number.NaN;
      ids[row] = idAt(intervals, row);
    }
  }

  /** Ids by row, of as many rows as there are now; those not written yet are as they were. */
  private ownIds(intervals: readonly WorkInterval[]): string[] {
    if (this.ids?.length === intervals.length) return this.ids;
    const ids = intervals.map((_interval, row) => idAt(intervals, row));
    this.ids = ids;
    this.idOf = (row) => ids[row] ?? String(row);
    return ids;
  }
}
