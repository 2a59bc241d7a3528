import type { Chart } from "@evenkeel/kernel";
import type { LedgerMeasure } from "@evenkeel/predictability";
import type { PromiseRecord } from "./types.js";

/** Promises due so far that quantiles of their slip need, at least. */
const fewestJudged = 5;

const judged = ({ kept, late, missed, withdrawn }: LedgerMeasure): number => kept + late + missed + withdrawn;

/** How long after their date promises were fulfilled: quantiles of commitments, else of the first basis with enough of them. */
export function slipChart(records: readonly PromiseRecord[]): Chart | undefined {
  const found = records.find(({ record }) => judged(record) >= fewestJudged && record.slipDays.p50 !== undefined);
  if (found === undefined) return undefined;
  const { slipDays } = found.record;
  // A day is over at its end: what was fulfilled on it slipped by no day.
  const whole = (days: number): number => Math.ceil(days) + 0;
  const reached = ([0.5, 0.85, 0.95] as const).flatMap((share) => {
    const days = slipDays[share === 0.5 ? "p50" : share === 0.85 ? "p85" : "p95"];
    return days === undefined ? [] : [{ share: `${share * 100} %`, days: whole(days) }];
  });
  const [half, most] = reached;
  if (half === undefined || most === undefined) return undefined;
  return {
    rows: reached,
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      data: { name: "rows" },
      width: 640,
      height: { step: 32 },
      encoding: { y: { field: "share", type: "nominal", title: "Share of promises", sort: null } },
      layer: [
        { mark: "bar", encoding: { x: { field: "days", type: "quantitative", title: "Days after the date" } } },
        { data: { values: [0] }, mark: "rule", encoding: { x: { datum: 0 }, y: null } },
      ],
    },
    text: {
      code: "evenkeel/chart-slip",
      facts: {
        count: judged(found.record),
        half: Math.abs(half.days),
        isEarly: half.days < 0,
        share: most.share,
        days: Math.abs(most.days),
        isMostEarly: most.days < 0,
      },
    },
  };
}
