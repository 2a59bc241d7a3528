/** A time awake is what is not slept. Hours on one time line, from any origin. */
export interface SleepPlan {
  /** Where the model starts, in its initial state. */
  readonly start: number;
  /** Sleep periods [from, to) from `start` on, in any order, none overlapping; touching ones are one sleep. */
  readonly sleeps: readonly { readonly from: number; readonly to: number }[];
  /** Default assumed. */
  readonly basis?: SleepBasis;
}

/** Whether the sleep is assumed (as by default) or was measured. */
export type SleepBasis = "assumed" | "measured";

/** A moment to be told of. */
export interface SampleTime {
  /** Hours on the time line of the plan, at `start` or later. */
  readonly at: number;
  /** Local hour of day, 0 <= h < 24. */
  readonly timeOfDay: number;
  /** At a change between sleep and wake: what held up to it. Default: what holds from it on. */
  readonly before?: true;
}

/** What a model says, and what it rests on. Wellbeing of a person: for that person alone. */
export interface FatigueCurve<Sample> {
  readonly dataClass: "wellbeing";
  readonly basis: SleepBasis;
  /** In the order of the times asked for. */
  readonly samples: readonly Sample[];
}

/** The unified model of performance at a moment. */
export interface UnifiedSample {
  readonly at: number;
  readonly awake: boolean;
  /** S, homeostatic process. */
  readonly homeostatic: number;
  /** L, allostatic process: the debt of past days. */
  readonly allostatic: number;
  /** C, circadian process. */
  readonly circadian: number;
  /** W, sleep inertia; not part of `fatigue`. */
  readonly inertia: number;
  /** S + kappa C; higher is more tired. */
  readonly fatigue: number;
}

/** The three-process model at a moment. */
export interface ThreeProcessSample {
  readonly at: number;
  readonly awake: boolean;
  /** S, homeostatic process. */
  readonly homeostatic: number;
  /** C, circadian process. */
  readonly circadian: number;
  /** U, ultradian process. */
  readonly ultradian: number;
  /** W, sleep inertia; part of `sleepiness` only. */
  readonly inertia: number;
  /** S + C + U; higher is more alert. */
  readonly alertness: number;
  /** Karolinska Sleepiness Scale as the model's line gives it, W included; not cut to 1..9. */
  readonly sleepiness: number;
}
