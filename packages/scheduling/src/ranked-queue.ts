/** Nodes waiting in order of their rank, each once: a binary heap. */
export class RankedQueue {
  private readonly heap: number[] = [];
  private readonly isIn: Uint8Array;

  /** @param direction - 1 lowest rank first, -1 highest first */
  constructor(
    private readonly rank: Int32Array,
    private readonly direction: 1 | -1,
  ) {
    this.isIn = new Uint8Array(rank.length);
  }

  private isBefore(a: number, b: number): boolean {
    return this.direction * (this.rank[a]! - this.rank[b]!) < 0;
  }

  push(node: number): void {
    if (this.isIn[node] === 1) return;
    this.isIn[node] = 1;
    const { heap } = this;
    let at = heap.push(node) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.isBefore(node, heap[up]!)) break;
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = node;
  }

  pop(): number | undefined {
    const { heap } = this;
    const first = heap[0];
    if (first === undefined) return undefined;
    this.isIn[first] = 0;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!this.isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}
