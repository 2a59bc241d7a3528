import type { Instrument } from "./types.js";

/**
 * COPSOQ III as an instrument: items scored 0, 25, 50, 75, 100, a scale is the mean of the answered items if at least
 * half of them are answered.
 *
 * Which items make a scale differs between the short, middle and long versions and between countries: they are given.
 * The rule has not been read in the manual, so every scale is unverified.
 *
 * @param scales - ids of the items of each scale, by scale
 * @param reversed - ids of items where a high answer is good and a high scale is not, or the other way round
 * @returns the instrument, as data
 *
 * Issues: none.
 * Time O(items), space the same.
 * Source: Burr et al. (2019), "The third version of the Copenhagen Psychosocial Questionnaire" (not read).
 *
 * @example
 * scoreInstrument(copsoq({ pace: ["WP1", "WP2"] }), { WP1: 75 }).value; // => [{ scale: "pace", value: 75, answered: 1, items: 2, unverified: true }]
 */
export function copsoq(
  scales: Readonly<Record<string, readonly string[]>>,
  reversed: readonly string[] = [],
): Instrument {
  const ids = [...new Set(Object.values(scales).flat())];
  return {
    formatVersion: 1,
    id: "copsoq-iii",
    title: "Copenhagen Psychosocial Questionnaire III",
    version: "1.0.0",
    citation: [
      {
        title: "Burr et al. (2019) The third version of the Copenhagen Psychosocial Questionnaire",
      },
    ],
    items: ids.map((id) => ({ id, least: 0, most: 100, ...(reversed.includes(id) ? { reversed: true } : {}) })),
    scales: Object.entries(scales).map(([id, items]) => ({
      id,
      rule: "mean",
      items,
      answeredShare: 0.5,
      unverified: true,
    })),
  };
}
