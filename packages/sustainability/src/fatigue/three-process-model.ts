import type { Result } from "@evenkeel/kernel";
import { cos, exp } from "@evenkeel/stats";
import { type FatigueModel, fatigueCurve } from "./phases.js";
import type { FatigueCurve, SampleTime, SleepPlan, ThreeProcessSample } from "./types.js";

/** S of the paper. */
export interface ThreeProcessState {
  readonly homeostatic: number;
}

// The paper's la, ha, d, g = ln((ha - 14) / (ha - 7.96)) / 8, bl, Ca, p, Um, Ua, Wc, Wd, and the line of the KSS.
const lower = 2.4;
const upper = 14.3;
const wakeDecay = -0.0353;
export const recovery = -0.3813564465968838;
const breakpoint = 12.2;
const circadianAmplitude = 2.5;
const acrophase = 16.8;
const ultradianMean = -0.5;
const ultradianAmplitude = 0.5;
const inertiaAmplitude = -5.72;
const inertiaDecay = -1.51;
const sleepinessAtZero = 10.6;
const sleepinessPerAlertness = -0.6;

/** The model with the constants of Ingre et al. (2014). */
export const threeProcessModel: FatigueModel<ThreeProcessState, ThreeProcessSample> = {
  initial: { homeostatic: 7.96 },
  awake: ({ homeostatic }, hours) => ({ homeostatic: lower + (homeostatic - lower) * exp(wakeDecay * hours) }),
  asleep: ({ homeostatic }, hours) => {
    // Straight up to the break point, a curve from there on; from above it the time is negative and the curve begins with a jump.
    const slope = recovery * (breakpoint - upper);
    const untilBreak = (breakpoint - homeostatic) / slope;
    return {
      homeostatic:
        hours <= untilBreak
          ? homeostatic + hours * slope
          : upper - (upper - breakpoint) * exp(recovery * (hours - untilBreak)),
    };
  },
  tell: ({ homeostatic }, awake, hours, { at, timeOfDay }) => {
    const circadian = circadianAmplitude * cos(((2 * Math.PI) / 24) * (timeOfDay - acrophase));
    const ultradian = ultradianMean + ultradianAmplitude * cos(((2 * Math.PI) / 12) * (timeOfDay - acrophase - 3));
    const inertia = awake ? inertiaAmplitude * exp(inertiaDecay * hours) : 0;
    const alertness = homeostatic + circadian + ultradian;
    return {
      at,
      awake,
      homeostatic,
      circadian,
      ultradian,
      inertia,
      alertness,
      sleepiness: sleepinessAtZero + sleepinessPerAlertness * (alertness + inertia),
    };
  },
};

/**
 * Alertness and sleepiness by the three-process model: homeostatic, circadian and ultradian process, and sleep inertia.
 *
 * What a population would feel that sleeps so; the sleep is assumed unless it was measured. Closed form, so samples may lie
 * anywhere. A sleep that begins above the break point of 12.2 (a nap) begins with a jump, as the model has it; the first
 * wake of a plan carries full inertia. Wellbeing of a person: to plan shifts, or for that person alone; never a mark of a
 * person in a report, nor a ground for hiring, pay, discipline or fitness for duty.
 *
 * @param plan - start and sleep periods, hours
 * @param samples - moments with their local hour of day
 * @returns the curve at the moments, in the order given
 *
 * Issues: sustainability/fatigue-time, sustainability/fatigue-sleep, sustainability/fatigue-time-of-day.
 * Time O((samples + sleeps) log sleeps), space O(samples + sleeps).
 * Source: Åkerstedt and Folkard (1997), "The three-process model of alertness and its extension to performance, sleep
 * latency, and sleep length"; constants of Ingre et al. (2014), "Validating and extending the three process model of
 * alertness in airline operations".
 *
 * @example
 * const { samples } = threeProcessAlertness({ start: 0, sleeps: [] }, [{ at: 0, timeOfDay: 7 }]).value;
 * samples.map(({ alertness, sleepiness }) => [alertness.toFixed(6), sleepiness.toFixed(6)]); // => [["5.820096", "10.539942"]]
 */
export function threeProcessAlertness(
  plan: SleepPlan,
  samples: readonly SampleTime[],
): Result<FatigueCurve<ThreeProcessSample>> {
  return fatigueCurve(plan, samples, threeProcessModel);
}
