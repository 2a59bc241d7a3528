/** Entries a bucket holds on average before the map gets more buckets. */
const crowded = 64;

interface Bucket<V> {
  /** The map that may change it; others copy it first. */
  readonly owner: object;
  readonly entries: Map<string, V>;
}

/** A number that tells most texts apart; FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A map that is copied at once, whatever its size: both copies go on sharing the buckets neither of them changes. */
export class ForkableMap<V> {
  private buckets: (Bucket<V> | undefined)[];
  private owner: object = {};
  private isListOwn = true;
  private count = 0;

  /** Room for so many entries; more is made when needed. */
  constructor(expected = 0) {
    let size = 1;
    while (size * crowded < expected) size *= 2;
    this.buckets = Array.from({ length: size });
  }
  get size(): number {
    return this.count;
  }
  get(key: string): V | undefined {
    return this.buckets[hashOf(key) & (this.buckets.length - 1)]?.entries.get(key);
  }
  set(key: string, value: V): void {
    const { entries } = this.ownBucket(key);
    if (!entries.has(key)) this.count++;
    entries.set(key, value);
    if (this.count > 2 * crowded * this.buckets.length) this.grow();
  }
  delete(key: string): void {
    if (this.ownBucket(key).entries.delete(key)) this.count--;
  }
  /** A copy; what happens to either is not seen in the other. */
  fork(): ForkableMap<V> {
    const other = new ForkableMap<V>();
    other.buckets = this.buckets;
    other.count = this.count;
    other.isListOwn = false;
    this.isListOwn = false;
    this.owner = {};
    return other;
  }
  private ownBucket(key: string): Bucket<V> {
    if (!this.isListOwn) {
      this.buckets = this.buckets.slice();
      this.isListOwn = true;
    }
    const at = hashOf(key) & (this.buckets.length - 1);
    const held = this.buckets[at];
    if (held?.owner === this.owner) return held;
    const own: Bucket<V> = { owner: this.owner, entries: new Map(held?.entries) };
    this.buckets[at] = own;
    return own;
  }
  private grow(): void {
    const larger = new ForkableMap<V>(2 * this.count);
    for (const bucket of this.buckets) for (const [key, value] of bucket?.entries ?? []) larger.set(key, value);
    this.buckets = larger.buckets;
    this.owner = larger.owner;
  }
}
