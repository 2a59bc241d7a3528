/** Nodes by lowest key, a binary heap. */
export class NodeQueue {
  readonly #key: Int32Array;
  readonly #heap: number[] = [];

  constructor(key: Int32Array) {
    this.#key = key;
  }

  push(node: number): void {
    const [heap, key] = [this.#heap, this.#key];
    let at = heap.push(node) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (key[heap[up]!]! <= key[node]!) break;
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = node;
  }

  /** The node of lowest key; undefined when none is left. */
  pop(): number | undefined {
    const [heap, key] = [this.#heap, this.#key];
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && key[heap[child + 1]!]! < key[heap[child]!]!) child++;
      if (key[heap[child]!]! >= key[last]!) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}
