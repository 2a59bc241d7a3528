import { writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import {
  type BacktestModel,
  type BacktestSeries,
  backtestForecast,
  dailySeries,
  type ForecastPrior,
  learnForecastPrior,
} from "@evenkeel/predictability";
import { flowItemsFromHistory } from "@evenkeel/predictability/from-plan";
import { exitCodes, type Io } from "../io.js";
import { commonArgs, type Options, oneOf, wholeNumber } from "../options.js";
import { readFiles } from "../read-files.js";
import { readPrior } from "../read-prior.js";
import { backtestText } from "../texts/backtest-text.js";
import { type Command, jsonText } from "./command.js";

const millisPerDay = 86_400_000;

/** Daily completions of each file, a team each. */
async function seriesOf(options: Options, io: Io): Promise<Result<readonly BacktestSeries[]>> {
  if (options.files.length === 0) return refuse([issue("cli/no-file")]);
  const series: BacktestSeries[] = [];
  const issues: Issue[] = [];
  for (const file of options.files) {
    const read = await readFiles({ ...options, files: [file] }, io);
    if (!read.ok) return read;
    const finished = flowItemsFromHistory(read.value.plan, read.value.history).flatMap(({ finishedAt }) =>
      finishedAt === undefined ? [] : [Math.floor(finishedAt / millisPerDay)],
    );
    const daily = dailySeries(finished);
    if (daily.ok) series.push({ name: basename(file).replace(/\.[^.]+$/, ""), daily: daily.value.daily });
    else
      issues.push(
        ...daily.issues.map((found) => ({ ...found, severity: "warning" as const, path: [file, ...found.path] })),
      );
  }
  return ok(series, issues);
}

function horizonsOf(options: Options): Result<readonly number[]> {
  const found = options["horizons"];
  if (typeof found !== "string") return ok([7, 14, 28, 56]);
  const horizons = found.split(",").map(Number);
  if (horizons.every((days) => Number.isInteger(days) && days >= 1 && days <= 365)) return ok(horizons);
  const facts = { found, option: "horizons", expected: ["whole numbers of days from 1 to 365, such as 14,28"] };
  return refuse([issue("cli/invalid-value", { path: ["--horizons"], facts })]);
}

function learned(
  series: readonly BacktestSeries[],
  file: string,
  about: { readonly name: string; readonly referenceClass: string },
  io: Io,
): Result<ForecastPrior> {
  const prior = learnForecastPrior(
    series.map(({ daily }) => daily),
    about,
  );
  if (prior.ok) writeFileSync(resolve(io.cwd, file), jsonText(prior.value));
  return prior;
}

/** `evenkeel backtest`: whether forecasts of these teams would have kept their word. */
export const backtest: Command = {
  name: "backtest",
  what: "whether forecasts would have kept their word: each week of the past forecast from the days before it",
  args: {
    ...commonArgs,
    horizons: { type: "string", description: "days ahead; default 7,14,28,56", valueHint: "N,N" },
    cap: {
      type: "string",
      description: "score about so many forecasts a team and horizon; default all",
      valueHint: "N",
    },
    prior: { type: "string", description: "what to take from other teams, as --learn wrote it", valueHint: "FILE" },
    "leave-one-out": { type: "boolean", description: "learn from the other teams anew for each team" },
    "history-days": {
      type: "string",
      description: "see only so many days before a forecast, 28 to 56",
      valueHint: "N",
    },
    learn: { type: "string", description: "write what these teams teach about forecasting others", valueHint: "FILE" },
    class: { type: "string", description: "which kind of teams these are, in words, for --learn", valueHint: "TEXT" },
  },
  examples: [
    "evenkeel backtest team-a.csv team-b.csv",
    "evenkeel backtest *.csv --leave-one-out --format json",
    'evenkeel backtest *.csv --learn prior.json --class "support teams of one firm, 2024 to 2026"',
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const horizons = horizonsOf(options);
    if (!horizons.ok) return horizons;
    const cap = wholeNumber(options, "cap", 1_000_000);
    if (!cap.ok) return cap;
    const historyDays = wholeNumber(options, "history-days", 56);
    if (!historyDays.ok) return historyDays;
    const prior = readPrior(options, io);
    if (!prior.ok) return prior;
    const series = await seriesOf(options, io);
    if (!series.ok) return series;
    const file = options["learn"];
    if (typeof file === "string") {
      const referenceClass = String(options["class"] ?? `${series.value.length} teams`);
      const written = learned(series.value, file, { name: basename(file), referenceClass }, io);
      if (!written.ok) return written;
    }
    const ours: BacktestModel = {
      name: "nb-mix",
      model: "nb-mix",
      ...prior.value,
      ...(options["leave-one-out"] === true ? { leaveOneOut: true } : {}),
    };
    const tested = backtestForecast(series.value, {
      horizons: horizons.value,
      models: [{ name: "iid-bootstrap", model: "iid-bootstrap" }, ours],
      ...(cap.value === undefined ? {} : { cap: cap.value }),
      ...(historyDays.value === undefined ? {} : { historyDays: historyDays.value }),
    });
    if (!tested.ok) return tested;
    const issues = [...series.issues, ...tested.issues];
    const text = format.value === "json" ? jsonText({ ...tested.value, issues }) : backtestText(tested.value, issues);
    return ok({ text, exit: exitCodes.fine });
  },
};
