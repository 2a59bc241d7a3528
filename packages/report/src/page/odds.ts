import type { Texts } from "./texts.js";

/** A chance as people count: so many in 10 or 20; what is rarer than 1 in 20 either way is said as such. */
export function odds({ say }: Texts, chance: number): string {
  if (chance < 0.05) return say("odds-under");
  if (chance > 0.95 + 1e-9) return say("odds-over");
  const n = Math.round(chance * 20);
  const isAbout = Math.abs(chance * 20 - n) > 1e-9;
  const [count, of] = n === 10 ? [1, 2] : n % 2 === 0 ? [n / 2, 10] : [n, 20];
  return say("odds", { n: count, of, isAbout });
}
