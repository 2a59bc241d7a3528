import { formatDay, ok, type Result } from "@evenkeel/kernel";
import { type Forecast, type ForecastPrior, forecastThroughput, howMany, whenDone } from "@evenkeel/predictability";
import { exitCodes } from "../io.js";
import { commonArgs, oneOf, wholeNumber } from "../options.js";
import { readFiles } from "../read-files.js";
import { readPrior } from "../read-prior.js";
import { reviewByConfig } from "../review-of.js";
import { forecastText } from "../texts/forecast-text.js";
import { type Command, jsonText } from "./command.js";

const confidences = [0.5, 0.85, 0.95] as const;

/** The same counts forecast with another prior. */
function withPrior({ daily, firstDay }: Forecast, prior: ForecastPrior): Result<Forecast> {
  return forecastThroughput(daily, { prior, allowPrior: true, ...(firstDay === undefined ? {} : { firstDay }) });
}

/** `evenkeel forecast`: how many by when, and when so many. */
export const forecast: Command = {
  name: "forecast",
  what: "when the open items will be done, and how many by a day, from the record of finished work",
  args: {
    ...commonArgs,
    git: { type: "string", description: "forecast a git repository's own history", valueHint: "PATH" },
    items: { type: "string", description: "number of items instead of the open ones", valueHint: "N" },
    days: { type: "string", description: "days to look ahead; default 28", valueHint: "N" },
    prior: {
      type: "string",
      description: "what to take from other teams, as backtest --learn wrote it",
      valueHint: "FILE",
    },
  },
  examples: [
    "evenkeel forecast jira.json",
    "evenkeel forecast done.csv --items 30",
    "evenkeel forecast --git . --days 14",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const wanted = wholeNumber(options, "items", 100_000);
    if (!wanted.ok) return wanted;
    const ahead = wholeNumber(options, "days", 100_000);
    if (!ahead.ok) return ahead;
    const prior = readPrior(options, io);
    if (!prior.ok) return prior;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const review = await reviewByConfig(read.value, options, io);
    if (!review.ok) return review;
    const { lead, unavailable, issues } = review.value;
    const summary = lead.forecast;
    if (summary === undefined) {
      const text = format.value === "json" ? jsonText({ unavailable, issues }) : forecastText(undefined, unavailable);
      return ok({ text, exit: exitCodes.fine });
    }
    const own = prior.value.prior === undefined ? ok(summary.forecast) : withPrior(summary.forecast, prior.value.prior);
    if (!own.ok) return own;
    const made = own.value;
    const items = wanted.value ?? summary.openItems;
    const days = ahead.value ?? 28;
    const when = confidences.map((confidence) => {
      const answer = items === 0 ? undefined : whenDone(made, items, confidence);
      const day =
        answer?.ok === true && answer.value.day !== undefined
          ? { day: formatDay(answer.value.day), days: answer.value.days }
          : {};
      return { confidence, ...day };
    });
    const many = confidences.map((confidence) => {
      const answer = howMany(made, days, confidence);
      return { confidence, ...(answer.ok ? { count: answer.value.count } : {}) };
    });
    const { model, modelVersion, windowDays, daily, record, width } = made;
    const quiet = daily.length - 1 - daily.findLastIndex((count) => count > 0);
    const answer = {
      model,
      modelVersion,
      windowDays,
      ...(made.prior === undefined ? {} : { prior: made.prior }),
      items,
      when,
      days,
      howMany: many,
      ...(record === undefined ? {} : { record }),
      ...(width === undefined ? {} : { width }),
      quietDays: quiet,
    };
    return ok({
      text: format.value === "json" ? jsonText({ ...answer, unavailable, issues }) : forecastText(answer, unavailable),
      exit: exitCodes.fine,
    });
  },
};
