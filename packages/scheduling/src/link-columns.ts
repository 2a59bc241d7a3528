import type { NetworkColumns } from "./types.js";

/** Links as columns, and where in the input each comes from. */
export interface LinkRows {
  readonly columns: Pick<NetworkColumns, "from" | "to" | "type" | "lag" | "lagCalendar">;
  readonly linkPositions: Int32Array;
}

/** Columns of links while they are read: links to summaries unfold, so that they may grow. */
export class LinkRowsDraft {
  private count = 0;
  private lag: Int32Array;
  private calendar: Int32Array;
  private position: Int32Array;

  /** Rooms for ends and types, of one length; what they hold may be read until as many links are pushed. */
  constructor(
    private from: Int32Array,
    private to: Int32Array,
    private type: Uint8Array,
  ) {
    this.lag = new Int32Array(from.length);
    this.calendar = new Int32Array(from.length);
    this.position = new Int32Array(from.length);
  }

  push(from: number, to: number, type: number, lag: number, calendar: number, position: number): void {
    if (this.count === this.from.length) this.grow();
    const at = this.count++;
    this.from[at] = from;
    this.to[at] = to;
    this.type[at] = type;
    // Memory that only ever holds zeros is never fetched.
    if (lag !== 0) this.lag[at] = lag;
    if (calendar !== 0) this.calendar[at] = calendar;
    this.position[at] = position;
  }

  private grow(): void {
    const wider = <T extends Int32Array | Uint8Array>(values: T): T => {
      const result = new (values.constructor as new (length: number) => T)(2 * values.length + 16);
      result.set(values);
      return result;
    };
    this.from = wider(this.from);
    this.to = wider(this.to);
    this.type = wider(this.type);
    this.lag = wider(this.lag);
    this.calendar = wider(this.calendar);
    this.position = wider(this.position);
  }

  rows(): LinkRows {
    const { count } = this;
    return {
      columns: {
        from: this.from.subarray(0, count),
        to: this.to.subarray(0, count),
        type: this.type.subarray(0, count),
        lag: this.lag.subarray(0, count),
        lagCalendar: this.calendar.subarray(0, count),
      },
      linkPositions: this.position.subarray(0, count),
    };
  }
}
