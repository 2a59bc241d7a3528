import { kaplanMeier, type Lifetime } from "@evenkeel/stats";
import { millisPerDay } from "./flow-rows.js";
import type { FollowedPromise } from "./ledger-follow.js";
import type { SlipQuantiles } from "./ledger-types.js";

type Slipped = Pick<FollowedPromise, "due" | "fulfilledAt" | "failedAt" | "withdrawnAt">;

/** The smallest slip that so large a share of the promises did not exceed; never interpolated. */
function quantilesOf(lifetimes: readonly Lifetime[]): SlipQuantiles {
  const curve = kaplanMeier(lifetimes);
  const at = (p: number): number | undefined =>
    curve.ok ? curve.value.find(({ survival }) => 1 - survival >= p - 1e-12)?.duration : undefined;
  const [p50, p85, p95] = [at(0.5), at(0.85), at(0.95)];
  return {
    ...(p50 === undefined ? {} : { p50 }),
    ...(p85 === undefined ? {} : { p85 }),
    ...(p95 === undefined ? {} : { p95 }),
  };
}

/**
 * Slip after the date in the given unit of milliseconds. An open promise is censored at `now`; one withdrawn or given up stays at
 * risk for ever: its slip has no end, and taking back a late promise shortens nothing.
 */
function lifetimeOf({ due, fulfilledAt, failedAt, withdrawnAt }: Slipped, now: number, unit: number): Lifetime[] {
  if (due === undefined) return [];
  if (fulfilledAt !== undefined) return [{ duration: (fulfilledAt - due) / unit, ended: true }];
  const never = failedAt !== undefined || withdrawnAt !== undefined;
  return [{ duration: never ? Number.MAX_VALUE : (now - due) / unit, ended: false }];
}

/** Quantiles of days after the date. */
export function slipDaysOf(promises: readonly Slipped[], now: number): SlipQuantiles {
  return quantilesOf(promises.flatMap((each) => lifetimeOf(each, now, millisPerDay)));
}

/** Quantiles of slip over the time that was given, where the promise says when it was made. */
export function slipRatioOf(promises: readonly FollowedPromise[], now: number): SlipQuantiles {
  return quantilesOf(
    promises.flatMap((each) => {
      const given = (each.due ?? 0) - (each.promise.madeAt ?? Number.POSITIVE_INFINITY);
      return given > 0 ? lifetimeOf(each, now, given) : [];
    }),
  );
}
