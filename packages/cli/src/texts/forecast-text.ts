import type { ForecastRecord, WidthShares } from "@evenkeel/predictability";
import { describe, type Message } from "evenkeel";
import { allTexts } from "../print-issues.js";
import { percent } from "./lines.js";

/** What the command `forecast` answers. */
export interface ForecastAnswer {
  readonly model: string;
  readonly modelVersion: string;
  readonly windowDays: number;
  readonly prior?: { readonly name: string; readonly referenceClass: string; readonly teams: number };
  readonly items: number;
  readonly when: readonly { readonly confidence: number; readonly day?: string; readonly days?: number }[];
  readonly days: number;
  readonly howMany: readonly { readonly confidence: number; readonly count?: number }[];
  readonly record?: readonly ForecastRecord[];
  readonly width?: WidthShares;
  /** Days since an item was finished. */
  readonly quietDays: number;
}

/** Fewer resolved forecasts say little about a team. */
const enough = 8;
const longQuiet = 28;

/** A chance as people say it: out of ten or twenty. */
function chances(confidence: number): string {
  const of = Number.isInteger(Math.round(confidence * 1000) / 100) ? 10 : 20;
  return `${Math.round(confidence * of)} in ${of} chances`;
}

/** How far the team's own forecasts can be trusted, in one sentence. */
function recordText(record: readonly ForecastRecord[], ahead: number): string {
  const nearest = [...record].sort((a, b) => Math.abs(a.days - ahead) - Math.abs(b.days - ahead))[0];
  if (nearest === undefined || nearest.n < enough)
    return "This team's record is too short to say how its own forecasts did; the range leans on other teams.\n";
  const { days, confidence, share, n, low, high } = nearest;
  return `This team's ${percent(confidence)} forecasts, ${days} days ahead, came true ${percent(share)} of ${n} times (${percent(low)} to ${percent(high)} with so few).\n`;
}

/** What the width of the range comes from, and what would narrow it. */
function widthText({ noise, drift, level }: WidthShares): string {
  const largest = Math.max(noise, drift, level);
  if (largest === drift)
    return `Most of the width (${percent(drift)}) is that the pace may change: a nearer date is surer.\n`;
  if (largest === level)
    return `Most of the width (${percent(level)}) is that recent and older weeks tell different paces: a steady pace narrows it.\n`;
  return `Most of the width (${percent(noise)}) is chance from week to week: smaller items of like size narrow it.\n`;
}

const dayCount = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;

/** A forecast in sentences. */
export function forecastText(answer: ForecastAnswer | undefined, unavailable: readonly Message[]): string {
  const own = unavailable.filter(({ facts }) => facts["measure"] === "forecast");
  const missing = (own.length > 0 ? own : unavailable).map((message) => {
    const { message: text, remedy } = describe(message, allTexts);
    return `${text}${remedy === undefined ? "" : ` ${remedy}`}\n`;
  });
  if (answer === undefined) return `No forecast.\n${missing.join("")}`;
  const { model, modelVersion, windowDays, prior, items, when, days, howMany, record, width, quietDays } = answer;
  return [
    ...(items === 0
      ? ["No item is open; --items N asks for a number of items.\n"]
      : [
          `When will ${items} ${items === 1 ? "item" : "items"} be done?\n`,
          ...when.map(
            ({ confidence, day, days: within }) =>
              `  ${chances(confidence).padEnd(16)} ${day === undefined || within === undefined ? "beyond the ten years a forecast answers for" : `by ${day}, within ${dayCount(within)}`}\n`,
          ),
        ]),
    `How many in ${dayCount(days)}?\n`,
    ...howMany.map(
      ({ confidence, count }) =>
        `  ${chances(confidence).padEnd(16)} ${count === undefined ? "beyond what a forecast answers for" : `at least ${count}`}\n`,
    ),
    "\n",
    record === undefined ? "" : recordText(record, days),
    width === undefined ? "" : widthText(width),
    quietDays > longQuiet
      ? `Nothing was finished in the last ${dayCount(quietDays)}: if the record simply ends there, set --now to its end.\n`
      : "",
    `Model ${model} ${modelVersion} on ${dayCount(windowDays)} of finished work${prior === undefined ? "" : `, beside what ${prior.teams} teams teach (${prior.referenceClass})`}.\n`,
  ].join("");
}
