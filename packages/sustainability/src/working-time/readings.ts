/** What a measure read: a value for each window, in rows of typed arrays that are used again for the next person. */
export class Readings {
  length = 0;
  from: Float64Array = new Float64Array(64);
  to: Float64Array = new Float64Array(64);
  value: Float64Array = new Float64Array(64);
  /** Room for places of readings that fail. */
  failing: Int32Array = new Int32Array(64);
  /** The records are shorter than the period that the rule is about. */
  isTooShort = false;

  clear(): void {
    this.length = 0;
    this.isTooShort = false;
  }

  add(from: number, to: number, value: number): void {
    const at = this.place();
    this.from[at] = from;
    this.to[at] = to;
    this.value[at] = value;
  }

  /**
   * Place of one more reading, for who fills it within a call that is made for each window: there numbers handed on to
   * `add` are boxed one by one, millions of them.
   */
  place(): number {
    if (this.length === this.from.length) this.grow();
    return this.length++;
  }

  private grow(): void {
    const doubled = (old: Float64Array): Float64Array => {
      const next = new Float64Array(2 * old.length);
      next.set(old);
      return next;
    };
    this.from = doubled(this.from);
    this.to = doubled(this.to);
    this.value = doubled(this.value);
    this.failing = new Int32Array(this.value.length);
  }
}
