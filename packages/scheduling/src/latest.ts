/** The greatest of values that change one by one: a tournament. */
export class Latest {
  private readonly size: number;
  private readonly tree: Int32Array;

  constructor(values: Int32Array) {
    this.size = 1 << (32 - Math.clz32(Math.max(1, values.length - 1)));
    this.tree = new Int32Array(2 * this.size).fill(-0x80000000);
    this.tree.set(values, this.size);
    for (let at = this.size - 1; at > 0; at--) this.tree[at] = Math.max(this.tree[2 * at]!, this.tree[2 * at + 1]!);
  }

  set(place: number, value: number): void {
    const { tree } = this;
    let at = place + this.size;
    tree[at] = value;
    for (at >>= 1; at > 0; at >>= 1) {
      const greatest = Math.max(tree[2 * at]!, tree[2 * at + 1]!);
      if (tree[at] === greatest) return;
      tree[at] = greatest;
    }
  }

  get greatest(): number {
    return this.tree[1]!;
  }
}
