import { describe, type Message } from "evenkeel";
import { allTexts } from "../print-issues.js";
import { percent } from "./lines.js";

/** What the command `forecast` answers. */
export interface ForecastAnswer {
  readonly model: string;
  readonly modelVersion: string;
  readonly windowDays: number;
  readonly items: number;
  readonly when: readonly { readonly confidence: number; readonly day?: string; readonly days?: number }[];
  readonly days: number;
  readonly howMany: readonly { readonly confidence: number; readonly count?: number }[];
}

/** A forecast in sentences. */
export function forecastText(answer: ForecastAnswer | undefined, unavailable: readonly Message[]): string {
  const missing = unavailable.map((message) => {
    const { message: text, remedy } = describe(message, allTexts);
    return `${text}${remedy === undefined ? "" : ` ${remedy}`}\n`;
  });
  if (answer === undefined) return `No forecast.\n${missing.join("")}`;
  const { model, modelVersion, windowDays, items, when, days, howMany } = answer;
  return [
    `When will ${items} ${items === 1 ? "item" : "items"} be done?\n`,
    ...when.map(({ confidence, day, days: within }) => `  ${percent(confidence).padStart(5)}  ${day === undefined ? "beyond the horizon of the forecast" : `by ${day}, within ${within} ${within === 1 ? "day" : "days"}`}\n`),
    `How many in ${days} ${days === 1 ? "day" : "days"}?\n`,
    ...howMany.map(({ confidence, count }) => `  ${percent(confidence).padStart(5)}  ${count === undefined ? "beyond the horizon of the forecast" : `at least ${count}`}\n`),
    `Model ${model} ${modelVersion} on ${windowDays} days of finished work.\n`,
  ].join("");
}
