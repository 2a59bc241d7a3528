import type { ZoneRules } from "./types.js";

const millisPerTick = 6000;

/**
 * From local ticks to the ticks of the time line: itself without a zone; with one, the earlier instant of a repeated
 * local time and the moment of the jump for a skipped one, so that the order of times is kept.
 */
export function offsetSpans(
  zone: string | undefined,
  zoneRules: ZoneRules | undefined,
  from: number,
  to: number,
): (local: number) => number {
  const found = zone === undefined ? undefined : zoneRules?.transitions(zone, from * millisPerTick, to * millisPerTick);
  if (found === undefined) return (local) => local;
  const at = found.map((transition) => transition.at / millisPerTick);
  const offset = found.map((transition) => transition.offset / millisPerTick);
  let span = 0;
  const localEnd = (k: number): number => (k + 1 < at.length ? at[k + 1]! + offset[k]! : Number.POSITIVE_INFINITY);
  return (local) => {
    while (span > 0 && local < localEnd(span - 1)) span--;
    while (local >= localEnd(span)) span++;
    return Math.round(span === 0 ? local - offset[0]! : Math.max(at[span]!, local - offset[span]!));
  };
}
