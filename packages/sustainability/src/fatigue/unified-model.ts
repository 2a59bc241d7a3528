import type { Result } from "@evenkeel/kernel";
import { exp, sin } from "@evenkeel/stats";
import { type FatigueModel, fatigueCurve } from "./phases.js";
import type { FatigueCurve, SampleTime, SleepPlan, UnifiedSample } from "./types.js";

/** S and L of the paper. */
export interface UnifiedState {
  readonly homeostatic: number;
  readonly allostatic: number;
}

// The paper's U0, tau_w, tau_s, tau_la (hours), kappa, phi, w_c and w_d.
const upper = 24.12;
const wakeTime = 40;
const sleepTime = 1;
const debtTime = 97.44;
const circadianAmplitude = 4.13;
const circadianPhase = 2.02;
const inertiaAmplitude = 1.14;
const inertiaDecay = -0.46;

/** Five harmonics of a day. */
function circadian(timeOfDay: number): number {
  const angle = ((2 * Math.PI) / 24) * (timeOfDay + circadianPhase);
  return (
    0.97 * sin(angle) + 0.22 * sin(2 * angle) + 0.07 * sin(3 * angle) + 0.03 * sin(4 * angle) + 0.0001 * sin(5 * angle)
  );
}

/** The model as its paper has it. */
export const unifiedModel: FatigueModel<UnifiedState, UnifiedSample> = {
  initial: { homeostatic: 0, allostatic: 0 },
  awake: ({ homeostatic, allostatic }, hours) => {
    const [rise, debt] = [exp(-hours / wakeTime), exp(-hours / debtTime)];
    return { homeostatic: upper - (upper - homeostatic) * rise, allostatic: allostatic * debt + upper * (1 - debt) };
  },
  asleep: ({ homeostatic, allostatic }, hours) => {
    const [fall, debt] = [exp(-hours / sleepTime), exp(-hours / debtTime)];
    const share = ((allostatic + 2 * upper) * debtTime) / (debtTime - sleepTime);
    return {
      homeostatic: homeostatic * fall - 2 * upper * (1 - fall) + share * (debt - fall),
      allostatic: allostatic * debt - 2 * upper * (1 - debt),
    };
  },
  tell: ({ homeostatic, allostatic }, awake, hours, { at, timeOfDay }) => {
    const rhythm = circadian(timeOfDay);
    return {
      at,
      awake,
      homeostatic,
      allostatic,
      circadian: rhythm,
      inertia: awake ? inertiaAmplitude * exp(inertiaDecay * hours) : 0,
      fatigue: homeostatic + circadianAmplitude * rhythm,
    };
  },
};

/**
 * Fatigue by the unified model of performance: homeostatic process, sleep debt of past days, time of day.
 *
 * What a population would feel that sleeps so; the sleep is assumed unless it was measured. Closed form, so samples may lie
 * anywhere. Nothing is cut off: S and L may fall below 0. Wellbeing of a person: to plan shifts, or for that person alone;
 * never a mark of a person in a report, nor a ground for hiring, pay, discipline or fitness for duty.
 *
 * @param plan - start and sleep periods, hours
 * @param samples - moments with their local hour of day
 * @returns the curve at the moments, in the order given
 *
 * Issues: sustainability/fatigue-time, sustainability/fatigue-sleep, sustainability/fatigue-time-of-day.
 * Time O((samples + sleeps) log sleeps), space O(samples + sleeps).
 * Source: Rajdev et al. (2013), "A unified mathematical model to quantify performance impairment for both chronic sleep
 * restriction and total sleep deprivation"; Ramakrishnan et al. (2016), "A unified model of performance: validation of its
 * predictions across different sleep/wake schedules".
 *
 * @example
 * const { samples } = unifiedPerformance({ start: 0, sleeps: [{ from: 16, to: 24 }] }, [{ at: 16, timeOfDay: 23 }, { at: 24, timeOfDay: 7 }]).value;
 * samples.map(({ awake, homeostatic }) => [awake, homeostatic.toFixed(6)]); // => [[false, "7.951880"], [true, "0.059178"]]
 */
export function unifiedPerformance(
  plan: SleepPlan,
  samples: readonly SampleTime[],
): Result<FatigueCurve<UnifiedSample>> {
  return fatigueCurve(plan, samples, unifiedModel);
}
