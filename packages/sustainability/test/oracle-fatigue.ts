// Both models as differential equations, integrated in small steps (Runge-Kutta of order four): no closed form.

type Slope = (state: readonly number[], awake: boolean) => readonly number[];

const unified: Slope = ([s = 0, l = 0], awake) =>
  awake ? [(24.12 - s) / 40, (24.12 - l) / 97.44] : [l - s, (-2 * 24.12 - l) / 97.44];

const rate = -Math.log(0.3 / 6.34) / 8;
const threeProcess: Slope = ([s = 0], awake) =>
  awake ? [-0.0353 * (s - 2.4)] : [s < 12.2 ? rate * (14.3 - 12.2) : rate * (14.3 - s)];

const slopes = { unified, threeProcess };

/** The state at the end of phases of [hours, awake], from an initial state. */
export function integrate(
  model: keyof typeof slopes,
  initial: readonly number[],
  phases: readonly (readonly [number, boolean])[],
): readonly number[] {
  const slope = slopes[model];
  const moved = (state: readonly number[], by: readonly number[], step: number) =>
    state.map((value, at) => value + step * (by[at] ?? 0));
  let state = initial;
  for (const [hours, awake] of phases) {
    const steps = Math.ceil(hours * 200);
    const step = hours / steps;
    for (let at = 0; at < steps; at++) {
      const first = slope(state, awake);
      const second = slope(moved(state, first, step / 2), awake);
      const third = slope(moved(state, second, step / 2), awake);
      const fourth = slope(moved(state, third, step), awake);
      state = state.map((value, i) => value + (step / 6) * (first[i]! + 2 * second[i]! + 2 * third[i]! + fourth[i]!));
    }
  }
  return state;
}
