import type { Issue } from "@evenkeel/kernel";
import type { Backtest, BacktestSummary } from "@evenkeel/predictability";
import { issueText } from "../print-issues.js";
import { columns, heading, percent } from "./lines.js";

function rowOf(row: BacktestSummary): string[] {
  const { days, forecasts, hit85, hit85Low, hit85High, hit95, coverage90, crpsRatio, widthRatioMedian, leftBehind } =
    row;
  return [
    days === undefined ? "all" : `${days} days`,
    String(forecasts),
    `${percent(hit85)} (${percent(hit85Low)} to ${percent(hit85High)})`,
    percent(hit95),
    percent(coverage90),
    crpsRatio.toFixed(3),
    `${widthRatioMedian.toFixed(2)} x`,
    percent(leftBehind),
  ];
}

/** A back-test as a table a model, and what the columns mean. */
export function backtestText({ cells, summaries }: Backtest, issues: readonly Issue[]): string {
  const teams = new Set(cells.map(({ series }) => series)).size;
  const models = [...new Set(summaries.map(({ model }) => model))];
  const anchor = models[0] ?? "";
  return [
    `${teams} ${teams === 1 ? "team" : "teams"}, each week forecast from the days before it.\n`,
    ...models.map(
      (model) =>
        `${heading(model)}${columns([
          ["ahead", "forecasts", "85 % kept", "95 % kept", "in 90 % range", "CRPS", "width", "left behind"],
          ...summaries.filter((row) => row.model === model).map(rowOf),
        ])}`,
    ),
    "\n85 % kept: of the counts stated with a chance of 85 %, so many were reached; in brackets what other teams like these may show.\n",
    `CRPS and width: error and width of the range against ${anchor}; wide ranges are easily kept, so read the three together.\n`,
    "Left behind: teams and horizons whose 85 % was reached in less than 70 % of the cases.\n",
    issues.length === 0 ? "" : `\n${issueText(issues)}`,
  ].join("");
}
