import { basename } from "node:path";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import {
  type BacktestModel,
  type BacktestSeries,
  backtestForecast,
  backtestSle,
  dailySeries,
  type ForecastPrior,
  learnForecastPrior,
  type SleBacktest,
  type SleTeam,
} from "@evenkeel/predictability";
import { flowItemsFromHistory } from "@evenkeel/predictability/from-plan";
import { exitCodes, type Io } from "../io.js";
import { commonArgs, type Options, oneOf, wholeNumber } from "../options.js";
import { readFiles } from "../read-files.js";
import { readPrior } from "../read-prior.js";
import { backtestText } from "../texts/backtest-text.js";
import { expectationsText } from "../texts/expectations-text.js";
import { writeOut } from "../write-out.js";
import { type Command, jsonText } from "./command.js";

const millisPerDay = 86_400_000;

/** The items of each file, a team each. */
async function teamsOf(options: Options, io: Io): Promise<Result<readonly SleTeam[]>> {
  if (options.files.length === 0) return refuse([issue("cli/no-file")]);
  const teams: SleTeam[] = [];
  const issues: Issue[] = [];
  for (const file of options.files) {
    const read = await readFiles({ ...options, files: [file] }, io, { repeatedIds: "numbered" });
    if (!read.ok) return read;
    const id = basename(file).replace(/\.[^.]+$/, "");
    teams.push({ id, items: flowItemsFromHistory(read.value.plan, read.value.history) });
    const faults = read.value.report.issues.filter(({ severity }) => severity !== "info");
    issues.push(...faults.map((found) => ({ ...found, path: [file, ...found.path] })));
  }
  return ok(teams, issues);
}

/** Daily completions of each team. */
function seriesOf(teams: readonly SleTeam[]): Result<readonly BacktestSeries[]> {
  const series: BacktestSeries[] = [];
  const issues: Issue[] = [];
  for (const { id, items } of teams) {
    const daily = dailySeries(
      items.flatMap(({ finishedAt }) => (finishedAt === undefined ? [] : [Math.floor(finishedAt / millisPerDay)])),
    );
    if (daily.ok) series.push({ name: id, daily: daily.value.daily });
    else
      issues.push(
        ...daily.issues.map((found) => ({ ...found, severity: "warning" as const, path: [id, ...found.path] })),
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
  const written = prior.ok ? writeOut(file, jsonText(prior.value), io) : undefined;
  return written?.ok === false ? written : prior;
}

const forForecasts = ["horizons", "cap", "prior", "leave-one-out", "history-days", "learn", "class"] as const;

/** How often expectations of the past came true, by each method. */
async function ofExpectations(options: Options, io: Io): Promise<Result<{ text: string; exit: number }>> {
  const stray = forForecasts.filter((name) => options[name] !== undefined && options[name] !== false);
  const [first, ...rest] = stray.map((name) =>
    issue("cli/forecasts-only", { path: [`--${name}`], facts: { option: name } }),
  );
  if (first !== undefined) return refuse([first, ...rest]);
  const teams = await teamsOf(options, io);
  if (!teams.ok) return teams;
  const tests: SleBacktest[] = [];
  const issues: Issue[] = [...teams.issues];
  for (const method of ["completed", "kaplan-meier", "adaptive"] as const) {
    const tested = backtestSle(teams.value, { method });
    if (!tested.ok) return tested;
    tests.push(tested.value);
    if (method === "adaptive") issues.push(...tested.issues);
  }
  const text = options["format"] === "json" ? jsonText({ tests, issues }) : expectationsText(tests, issues);
  return ok({ text, exit: exitCodes.fine });
}

/** `evenkeel backtest`: whether forecasts of these teams would have kept their word. */
export const backtest: Command = {
  name: "backtest",
  what: "whether forecasts or expectations would have kept their word: the past foretold from what came before it",
  args: {
    ...commonArgs,
    of: {
      type: "string",
      default: "forecast",
      description: "what to test: forecast or expectation",
      valueHint: "forecast|expectation",
    },
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
    "evenkeel backtest *.csv --of expectation",
    "evenkeel backtest *.csv --leave-one-out --format json",
    'evenkeel backtest *.csv --learn prior.json --class "support teams of one firm, 2024 to 2026"',
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const of = oneOf(options, "of", ["forecast", "expectation"] as const);
    if (!of.ok) return of;
    if (of.value === "expectation") return ofExpectations(options, io);
    const horizons = horizonsOf(options);
    if (!horizons.ok) return horizons;
    const cap = wholeNumber(options, "cap", 1_000_000);
    if (!cap.ok) return cap;
    const historyDays = wholeNumber(options, "history-days", 56);
    if (!historyDays.ok) return historyDays;
    const prior = readPrior(options, io);
    if (!prior.ok) return prior;
    const teams = await teamsOf(options, io);
    if (!teams.ok) return teams;
    const series = seriesOf(teams.value);
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
    const issues = [...teams.issues, ...series.issues, ...tested.issues];
    const text = format.value === "json" ? jsonText({ ...tested.value, issues }) : backtestText(tested.value, issues);
    return ok({ text, exit: exitCodes.fine });
  },
};
