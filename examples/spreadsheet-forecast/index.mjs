// A developer has rows from a spreadsheet and needs two numbers: how long do these take, and how many will we do?
import { readFileSync } from "node:fs";
import { forecastThroughput, howMany, whenDone } from "@evenkeel/predictability";
import { quantileHigher } from "@evenkeel/stats";

const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const rows = readFileSync(new URL("rows.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([, started, finished]) => ({ days: dayOf(finished) - dayOf(started) + 1, finished: dayOf(finished) }));

/** Our own faults and the data's faults are told apart: a refusal says what is wrong. */
function answerOf(result) {
  if (result.ok) return result.value;
  throw new TypeError(JSON.stringify(result.issues));
}

const today = Math.max(...rows.map(({ finished }) => finished)) + 1;
const first = Math.min(...rows.map(({ finished }) => finished));
const daily = Array.from(
  { length: today - first },
  (_none, at) => rows.filter(({ finished }) => finished === first + at).length,
);
const usual = answerOf(
  quantileHigher(
    rows.map(({ days }) => days),
    0.85,
  ),
);
const forecast = answerOf(forecastThroughput(daily, { firstDay: today }));

process.stdout.write(`${rows.length} cases are finished; 85 % of them took ${usual} days or less.\n`);
for (const confidence of [0.5, 0.85, 0.95]) {
  const { count } = answerOf(howMany(forecast, 14, confidence));
  const { days } = answerOf(whenDone(forecast, 40, confidence));
  process.stdout.write(
    `With ${Math.round(confidence * 100)} % chance: at least ${count} in the next 14 days; 40 more within ${days} days.\n`,
  );
}
process.stdout.write(`Model ${forecast.model}, from ${forecast.windowDays} days of finished work.\n`);
