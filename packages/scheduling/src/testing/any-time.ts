import * as fc from "fast-check";

/** Local times of four weeks of June 2026, ten minutes apart. */
export function anyTime(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 28 * 144 }).map((step) => {
    const [day, minute] = [1 + Math.floor(step / 144), (step % 144) * 10];
    const two = (value: number): string => String(value).padStart(2, "0");
    return `2026-06-${two(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  });
}
