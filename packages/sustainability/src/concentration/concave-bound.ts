import { type LargestSum, sumOfLargest } from "./sum-of-largest.js";

/** Ascent steps towards the top of the concave function; more make the bound closer, any number keeps it true. */
const steps = 24;

/**
 * Internal: an upper bound on the units that `room` of the open people can lose, from a concave quadratic.
 *
 * A group of s open members of whom m go is worth at most (m - k)(m - k - 1) / ((s - k)(s - k - 1)) of its units, for any k
 * from 0 to s - 2: never negative, and 1 when all go. Their sum is constant + a x + x C x over 0/1 vectors x. As x² = x
 * there, shift (x - x²) may be added; with a shift of at least the largest eigenvalue of C across the plane of all x
 * with `room` ones, the sum is concave on that plane, so its tangent at any point is an upper bound that is linear in x.
 * Cholesky's factorisation proves the shift large enough.
 * Source: own; quadratic bounds on unions after Dawson & Sankoff (1967), convexification after Hammer & Rubin (1970),
 * tangents after Frank & Wolfe (1956).
 */
export class ConcaveBound {
  /** Tangent: units at most `constant` + the `room` largest of `slope`. */
  constant = 0;
  readonly slope: Float64Array;
  private readonly linear: Float64Array;
  private readonly pairs: Float64Array;
  private readonly factor: Float64Array;
  private readonly point: Float64Array;
  private readonly image: Float64Array;
  private readonly vertex: Uint8Array;
  private readonly vertexImage: Float64Array;
  private readonly scratch: Float64Array;
  private readonly best: LargestSum = { sum: 0, lastIn: 0, firstOut: 0 };
  private base = 0;
  private count = 0;
  private shift = 1;

  constructor(people: number) {
    this.slope = new Float64Array(people);
    this.linear = new Float64Array(people);
    this.pairs = new Float64Array(people * people);
    this.factor = new Float64Array(people * people);
    this.point = new Float64Array(people);
    this.image = new Float64Array(people);
    this.vertex = new Uint8Array(people);
    this.vertexImage = new Float64Array(people);
    this.scratch = new Float64Array(people);
  }

  begin(people: number): void {
    this.count = people;
    this.base = 0;
    this.linear.fill(0, 0, people);
    this.pairs.fill(0, 0, people * people);
  }

  /** Adds a group by the positions of its open members; `k` is 0 for groups of one or two. */
  add(members: Int32Array, size: number, units: number, k: number): void {
    const { linear, pairs, count } = this;
    if (size === 1) {
      linear[members[0]!]! += units;
      return;
    }
    const pair = units / ((size - k) * (size - k - 1));
    this.base += k * (k + 1) * pair;
    for (let i = 0; i < size; i++) {
      const row = members[i]! * count;
      linear[members[i]!]! -= 2 * k * pair;
      for (let j = 0; j < size; j++) if (i !== j) pairs[row + members[j]!]! += pair;
    }
  }

  /** Whether shift I - P C P is positive definite, P taking the mean away. */
  private isConcaveWith(shift: number): boolean {
    const { pairs, factor, count } = this;
    const mean = this.scratch;
    let all = 0;
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let j = 0; j < count; j++) sum += pairs[i * count + j]!;
      mean[i] = sum / count;
      all += sum;
    }
    all /= count * count;
    for (let i = 0; i < count; i++) {
      const row = i * count;
      for (let j = 0; j <= i; j++) {
        const other = j * count;
        let value = mean[i]! + mean[j]! - all - pairs[row + j]! + (i === j ? shift : 0);
        for (let k = 0; k < j; k++) value -= factor[row + k]! * factor[other + k]!;
        if (i !== j) factor[row + j] = value / factor[other + j]!;
        else if (value > 1e-9 * shift) factor[row + i] = Math.sqrt(value);
        else return false;
      }
    }
    return true;
  }

  /** A shift that is large enough and, near the last one, not much larger than it must be. */
  private findShift(): void {
    let shift = this.shift;
    if (this.isConcaveWith(shift)) {
      for (let tries = 0; tries < 60 && shift > 1e-6 && this.isConcaveWith(shift / 1.04); tries++) shift /= 1.04;
    } else {
      do shift *= 1.04;
      while (!this.isConcaveWith(shift));
    }
    this.shift = shift;
  }

  /** Sets the tangent; stops early once it shows that fewer than `needed` units can go. */
  fit(room: number, needed: number): void {
    const { linear, pairs, count, point, image, slope, vertex, vertexImage, scratch, best } = this;
    this.findShift();
    const { shift } = this;
    point.fill(room / count, 0, count);
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let j = 0; j < count; j++) sum += pairs[i * count + j]!;
      image[i] = ((sum - shift) * room) / count;
    }
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step < steps; step++) {
      let value = this.base;
      let constant = this.base;
      for (let i = 0; i < count; i++) {
        value += point[i]! * (linear[i]! + shift + image[i]!);
        constant -= point[i]! * image[i]!;
        scratch[i] = linear[i]! + shift + 2 * image[i]!;
      }
      vertexImage.set(scratch.subarray(0, count));
      sumOfLargest(scratch, count, room, best);
      const bound = constant + best.sum;
      if (bound < least) {
        least = bound;
        this.constant = constant;
        slope.set(vertexImage.subarray(0, count));
      }
      if (bound < needed - 1e-6 || bound - value < 0.05) return;
      let free = room;
      for (let i = 0; i < count; i++) {
        vertex[i] = vertexImage[i]! > best.lastIn ? 1 : 0;
        free -= vertex[i]!;
      }
      for (let i = 0; i < count && free > 0; i++) {
        if (vertexImage[i] !== best.lastIn) continue;
        vertex[i] = 1;
        free--;
      }
      const rise = bound - value;
      let curve = 0;
      for (let i = 0; i < count; i++) {
        let sum = -shift * vertex[i]!;
        for (let j = 0; j < count; j++) if (vertex[j] === 1) sum += pairs[i * count + j]!;
        vertexImage[i] = sum;
        curve += (vertex[i]! - point[i]!) * (sum - image[i]!);
      }
      const stride = curve < 0 ? Math.min(1, -rise / (2 * curve)) : 1;
      for (let i = 0; i < count; i++) {
        point[i]! += stride * (vertex[i]! - point[i]!);
        image[i]! += stride * (vertexImage[i]! - image[i]!);
      }
    }
  }
}
