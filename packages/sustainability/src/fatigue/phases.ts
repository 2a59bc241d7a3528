import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { FatigueCurve, SampleTime, SleepPlan } from "./types.js";

/** A model as its state and how that goes on; every formula is closed in the hours since the last change. */
export interface FatigueModel<State, Sample> {
  readonly initial: State;
  readonly awake: (state: State, hours: number) => State;
  readonly asleep: (state: State, hours: number) => State;
  /** What to say of a state, `hours` after the last change. */
  readonly tell: (state: State, awake: boolean, hours: number, sample: SampleTime) => Sample;
}

/** A time of sleep or of wake and the state it begins in. */
interface Phase<State> {
  readonly from: number;
  readonly awake: boolean;
  readonly state: State;
}

function planIssues({ start, sleeps }: SleepPlan): Issue[] {
  const found = Number.isFinite(start)
    ? []
    : [issue("sustainability/fatigue-time", { path: ["start"], facts: { found: String(start) } })];
  const order = sleeps.map((sleep, at) => ({ ...sleep, at })).sort((a, b) => a.from - b.from || a.at - b.at);
  return [
    ...found,
    ...order.flatMap(({ from, to, at }, place) => {
      const fair = Number.isFinite(from) && Number.isFinite(to) && from < to && from >= start;
      const overlaps = place > 0 && from < order[place - 1]!.to;
      return fair && !overlaps
        ? []
        : [
            issue("sustainability/fatigue-sleep", {
              path: ["sleeps", at],
              facts: { from: String(from), to: String(to) },
            }),
          ];
    }),
  ];
}

function sampleIssues(samples: readonly SampleTime[], start: number): Issue[] {
  return samples.flatMap(({ at, timeOfDay }, index) => [
    ...(Number.isFinite(at) && at >= start
      ? []
      : [issue("sustainability/fatigue-time", { path: ["samples", index, "at"], facts: { found: String(at) } })]),
    ...(timeOfDay >= 0 && timeOfDay < 24
      ? []
      : [
          issue("sustainability/fatigue-time-of-day", {
            path: ["samples", index, "timeOfDay"],
            facts: { found: String(timeOfDay) },
          }),
        ]),
  ]);
}

/** When sleep and wake change, in order; touching sleeps are one. */
function changesOf({ start, sleeps }: SleepPlan): { from: number; awake: boolean }[] {
  const changes = [{ from: start, awake: true }];
  for (const { from, to } of [...sleeps].sort((a, b) => a.from - b.from)) {
    if (changes.at(-1)?.from === from) changes.pop();
    if (changes.at(-1)?.awake !== false) changes.push({ from, awake: false });
    changes.push({ from: to, awake: true });
  }
  return changes;
}

function phasesOf<State, Sample>(plan: SleepPlan, model: FatigueModel<State, Sample>): Phase<State>[] {
  const phases: Phase<State>[] = [];
  for (const change of changesOf(plan)) {
    const last = phases.at(-1);
    const state = last === undefined ? model.initial : after(last, change.from, model);
    phases.push({ ...change, state });
  }
  return phases;
}

function after<State, Sample>(phase: Phase<State>, at: number, model: FatigueModel<State, Sample>): State {
  return (phase.awake ? model.awake : model.asleep)(phase.state, at - phase.from);
}

/** The last phase that has begun at a moment, or, for `before`, that had begun ahead of it. */
function phaseAt<State>(phases: readonly Phase<State>[], { at, before }: SampleTime): Phase<State> {
  let [low, high] = [0, phases.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const { from } = phases[middle]!;
    if (from < at || (from === at && before !== true)) low = middle;
    else high = middle - 1;
  }
  return phases[low]!;
}

/** Runs a model over a plan of sleep, or says what is wrong with the times. */
export function fatigueCurve<State, Sample>(
  plan: SleepPlan,
  samples: readonly SampleTime[],
  model: FatigueModel<State, Sample>,
): Result<FatigueCurve<Sample>> {
  const [first, ...rest] = [...planIssues(plan), ...sampleIssues(samples, plan.start)];
  if (first !== undefined) return refuse([first, ...rest]);
  const phases = phasesOf(plan, model);
  return ok({
    dataClass: "wellbeing",
    basis: plan.basis ?? "assumed",
    samples: samples.map((sample) => {
      const phase = phaseAt(phases, sample);
      return model.tell(after(phase, sample.at, model), phase.awake, sample.at - phase.from, sample);
    }),
  });
}
