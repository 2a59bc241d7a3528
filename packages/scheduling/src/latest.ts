/** The greatest of values that change one by one: a tournament. */
export class Latest {
  private constructor(
    private readonly size: number,
    private readonly tree: Int32Array,
  ) {}

  static of(values: Int32Array): Latest {
    const size = 1 << (32 - Math.clz32(Math.max(1, values.length - 1)));
    const tree = new Int32Array(2 * size).fill(-0x80000000);
    tree.set(values, size);
    for (let at = size - 1; at > 0; at--) tree[at] = Math.max(tree[2 * at]!, tree[2 * at + 1]!);
    return new Latest(size, tree);
  }

  fork(): Latest {
    return new Latest(this.size, this.tree.slice());
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
