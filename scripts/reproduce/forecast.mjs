// The back-test tables of @evenkeel/predictability, from the histories of a folder.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { transformSync } from "esbuild";
import { root } from "../run.mjs";

const engine = join(root, "packages", "predictability");
const { backtestForecast, backtestSle, dailySeries, learnSlePrior } = await import(
  pathToFileURL(join(engine, "dist", "index.js")).href
);
const published = transformSync(readFileSync(join(engine, "test", "published-prior.ts"), "utf8"), {
  loader: "ts",
}).code;
const { publishedPrior } = await import(`data:text/javascript,${encodeURIComponent(published)}`);

/** The items of a file; ids are its line numbers, since some files repeat theirs. */
function itemsOf(text) {
  const [head, ...lines] = text.trim().split("\n");
  const columns = head.split(",");
  return lines.map((line, at) => {
    const cells = line.split(",");
    const time = (name) => {
      const cell = cells[columns.indexOf(name)];
      return cell ? Date.parse(`${cell}:00Z`) : undefined;
    };
    const times = { createdAt: time("created"), startedAt: time("started"), finishedAt: time("done") };
    return { id: `${at}`, ...Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined)) };
  });
}

function must(result) {
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
}

const { values } = parseArgs({ options: { from: { type: "string" }, json: { type: "string" } } });
const figures = {};
const folder = join(resolve(values.from), "histories");
const teams = readdirSync(folder)
  .filter((file) => file.endsWith(".csv"))
  .sort()
  .map((file) => ({ id: file.slice(0, -4), items: itemsOf(readFileSync(join(folder, file), "utf8")) }));
const series = teams.map(({ id, items }) => {
  const days = items.flatMap(({ finishedAt }) =>
    finishedAt === undefined ? [] : [Math.floor(finishedAt / 86_400_000)],
  );
  return { name: id, source: id.split("-")[0], daily: must(dailySeries(days)).daily };
});

const percent = (share) => `${Math.round(share * 100)} %`;
function print(title, head, rows) {
  process.stdout.write(`\n${title}\n\n| ${head.join(" | ")} |\n|${"---|".repeat(head.length)}\n`);
  for (const row of rows) process.stdout.write(`| ${row.join(" | ")} |\n`);
}

const anchor = { name: "bootstrap of 30 days", model: "iid-bootstrap" };
const ours = { name: "nb-mix, learned without the team", model: "nb-mix", leaveOneOut: true };
const forecastHead = [
  "model",
  "days ahead",
  "forecasts",
  "85 % kept",
  "95 % kept",
  "in the 90 % range",
  "CRPS",
  "width",
];

function printForecasts(name, title, models, protocol) {
  const { summaries } = must(backtestForecast(series, { cap: 30, ...protocol, models }));
  const rows = summaries.map((row) => [
    row.model,
    row.days ?? "all",
    row.forecasts,
    `${percent(row.hit85)} (${Math.round(row.hit85Low * 100)} to ${Math.round(row.hit85High * 100)})`,
    percent(row.hit95),
    percent(row.coverage90),
    row.crpsRatio.toFixed(3),
    row.widthRatioMedian.toFixed(1),
  ]);
  print(title, forecastHead, rows);
  figures[name] = summaries;
}

const first = { name: "nb-mix, first published prior", model: "nb-mix", prior: publishedPrior };
printForecasts("all", "Forecasts, all history before each", [anchor, first, ours], {});
printForecasts("coldStart", "Forecasts, four weeks of history before each", [anchor, ours], { historyDays: 28 });
printForecasts("further", "Forecasts further ahead", [anchor, ours], { horizons: [84, 112] });

const age = (tested) =>
  tested.age === undefined ? ["", ""] : [percent(tested.age.skill), percent(tested.age.hindsightSkill)];
const methods = ["completed", "kaplan-meier", "adaptive"].map((method) => {
  const tested = must(backtestSle(teams, { method }));
  return { method, tested };
});
const judged = methods.at(-1).tested.teams.map(({ id }) => id);
const alone = judged.map((id) => {
  const prior = must(
    learnSlePrior(
      teams.filter((team) => team.id !== id),
      "the other teams",
    ),
  );
  return must(
    backtestSle(
      teams.filter((team) => team.id === id),
      { prior },
    ),
  ).hit;
});
const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
print(
  "Expectations of 85 %",
  ["method", "teams", "came true", "mean deviation", "age against own rate", "age against rate in hindsight"],
  [
    ...methods.map(({ method, tested }) => [
      method,
      tested.teams.length,
      percent(tested.hit),
      tested.deviation.toFixed(3),
      ...age(tested),
    ]),
    [
      "adaptive, guard learned without the team",
      alone.length,
      percent(mean(alone)),
      mean(alone.map((hit) => Math.abs(hit - 0.85))).toFixed(3),
      "",
      "",
    ],
  ],
);
const adaptive = methods.at(-1).tested;
figures.expectations = {
  hit: mean(alone),
  deviation: mean(alone.map((hit) => Math.abs(hit - 0.85))),
  ageSkill: adaptive.age.skill,
  ageSkillInHindsight: adaptive.age.hindsightSkill,
};
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(figures));
