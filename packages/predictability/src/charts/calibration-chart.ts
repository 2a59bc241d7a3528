import { type Chart, ok, type Result } from "@evenkeel/kernel";
import { wilsonInterval } from "@evenkeel/stats";
import { fault, refusal } from "../issue.js";
import { numberAxis, specOf } from "./spec.js";

/** Forecasts or promises with the same stated chance. */
export interface CalibrationRow {
  /** The chance stated, 0..1. */
  readonly probability: number;
  /** How many, whole, at least 1. */
  readonly n: number;
  /** How many of them came true, whole, at most n. */
  readonly hits: number;
}

/**
 * Reliability diagram: the chance that was stated against the share that came true, with the 95 % interval of that share.
 *
 * Honest chances lie on the dotted line within what their number allows.
 *
 * @param rows - one a stated chance, in any order; not changed
 * @returns rows {probability, n, hits, share, low, high} by probability, a Vega-Lite specification and a message; refused if a row is none
 *
 * Issues: predictability/out-of-range, predictability/not-a-count.
 * Time O(n log n), space O(n).
 * Source: Murphy and Winkler (1977), "Reliability of subjective probability forecasts"; Wilson (1927).
 *
 * @example
 * orThrow(calibrationChart([{ probability: 0.85, n: 20, hits: 15 }])).rows[0]?.share; // => 0.75
 */
export function calibrationChart(rows: readonly CalibrationRow[]): Result<Chart> {
  const faults = rows.flatMap(({ probability, n, hits }, at) => [
    ...(probability >= 0 && probability <= 1
      ? []
      : [
          fault("predictability/out-of-range", {
            path: ["rows", at, "probability"],
            facts: { found: String(probability), low: 0, high: 1 },
          }),
        ]),
    ...(
      [
        ["n", n, 1, Number.MAX_SAFE_INTEGER],
        ["hits", hits, 0, n],
      ] as const
    ).flatMap(([name, found, low, high]) =>
      Number.isSafeInteger(found) && found >= low && found <= high
        ? []
        : [
            fault("predictability/not-a-count", {
              path: ["rows", at, name],
              facts: { found: String(found), low, high: String(high) },
            }),
          ],
    ),
  ]);
  const refused = refusal(faults);
  if (refused) return refused;
  const shown = [...rows]
    .sort((a, b) => a.probability - b.probability || a.n - b.n || a.hits - b.hits)
    .map(({ probability, n, hits }) => {
      const found = wilsonInterval(hits, n);
      const { low, high } = found.ok ? found.value : { low: 0, high: 1 };
      return { probability, n, hits, share: hits / n, low, high };
    });
  const count = shown.reduce((sum, { n }) => sum + n, 0);
  const within = shown.filter(({ probability, low, high }) => probability >= low && probability <= high).length;
  const share = (field: string, title: string) => ({
    field,
    type: "quantitative",
    title,
    scale: { domain: [0, 1] },
    axis: { format: "%" },
  });
  return ok({
    rows: shown,
    spec: specOf(
      {
        width: 320,
        height: 320,
        layer: [
          {
            mark: { type: "rule", strokeDash: [1, 3] },
            encoding: { x: { datum: 0 }, y: { datum: 0 }, x2: { datum: 1 }, y2: { datum: 1 } },
          },
          {
            mark: "rule",
            encoding: {
              x: share("probability", "Chance stated"),
              y: share("low", "Share that came true"),
              y2: { field: "high" },
            },
          },
          {
            mark: { type: "point", filled: true, opacity: 1 },
            encoding: {
              x: share("probability", "Chance stated"),
              y: share("share", "Share that came true"),
              size: { ...(numberAxis("n", "How many") as object), scale: { type: "sqrt", range: [30, 300] } },
            },
          },
        ],
      },
      { method: "Wilson interval, 95 %", n: count },
    ),
    text: { code: "predictability/chart-calibration", facts: { count, groups: shown.length, within } },
  });
}
