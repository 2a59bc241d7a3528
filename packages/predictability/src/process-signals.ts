import type { ProcessSignal } from "./flow-types.js";

/**
 * Wheeler's three rules: a point outside the limits; eight successive points on one side of the centre, told once a run;
 * three of four successive points nearer a limit than the centre, on the same side, told where the last of them is one.
 */
export function signalsOf(values: readonly number[], centre: number, lower: number, upper: number): ProcessSignal[] {
  const signals: ProcessSignal[] = [];
  const side = values.map((value) => Math.sign(value - centre));
  const near = values.map((value) => (value > (centre + upper) / 2 ? 1 : value < (centre + lower) / 2 ? -1 : 0));
  let runStart = 0;
  values.forEach((value, at) => {
    if (value > upper || value < lower) signals.push({ rule: "outside-limits", from: at, to: at });
    if (at > 0 && side[at] !== side[at - 1]) runStart = at;
    if (side[at] !== 0 && at - runStart + 1 === 8) signals.push({ rule: "eight-on-one-side", from: runStart, to: at });
    if (at >= 3 && near[at] !== 0) {
      const four = near.slice(at - 3, at + 1).filter((each) => each === near[at]).length;
      if (four >= 3) signals.push({ rule: "three-of-four-near-limit", from: at - 3, to: at });
    }
  });
  return signals;
}

/** The first two rules alone, with limits that lie askew about the centre. */
export function runSignals(values: readonly number[], centre: number, lower: number, upper: number): ProcessSignal[] {
  return signalsOf(values, centre, lower, upper).filter(({ rule }) => rule !== "three-of-four-near-limit");
}
