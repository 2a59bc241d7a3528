/** What a measure read: a value for each window, in rows of typed arrays that are used again for the next person. */
export class Readings {
  length = 0;
  from: Float64Array = new Float64Array(64);
  to: Float64Array = new Float64Array(64);
  value: Float64Array = new Float64Array(64);
  /** The records are shorter than the period that the rule is about. */
  isTooShort = false;

  clear(): void {
    this.length = 0;
    this.isTooShort = false;
  }

  add(from: number, to: number, value: number): void {
    if (this.length === this.from.length) this.grow();
    this.from[this.length] = from;
    this.to[this.length] = to;
    this.value[this.length] = value;
    this.length++;
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
  }
}
