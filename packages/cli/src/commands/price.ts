import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type PriceOptions, priceOfRule } from "evenkeel";
import { exitCodes } from "../io.js";
import { commonArgs, type Options, oneOf } from "../options.js";
import { partyArgs, teamIn } from "../party.js";
import { readFiles } from "../read-files.js";
import { presetNames } from "../review-of.js";
import { schedulingIn } from "../scheduling-in.js";
import { priceText } from "../texts/price-text.js";
import { type Command, jsonText } from "./command.js";

const mostHours = 168;

/** The limit an option names, in minutes; none = contracts. */
function limitIn(options: Options): Result<Pick<PriceOptions, "minutesPerWeek">> {
  const found = options["hours"];
  if (found === undefined) return ok({});
  const hours = Number(found);
  if (hours > 0 && hours <= mostHours) return ok({ minutesPerWeek: hours * 60 });
  const expected = [`hours above 0, at most ${mostHours}`];
  return refuse([
    issue("cli/invalid-value", { path: ["--hours"], facts: { found: String(found), option: "hours", expected } }),
  ]);
}

/** `evenkeel price`: what keeping a limit of weekly hours costs. */
export const price: Command = {
  name: "price",
  what: "what a limit of weekly hours costs: the finish under it, the hours a day would take, edits that help",
  args: {
    ...commonArgs,
    hours: { type: "string", description: "most hours of a full-time week; default: by contract", valueHint: "N" },
    by: { type: "string", description: "day to be met; default: the planned finish", valueHint: "DAY" },
    team: { ...partyArgs.team, description: "only this team's hours may grow, by id or name" } as typeof partyArgs.team,
    preset: {
      type: "string",
      description: "rules of dates; default: by the format of the file",
      valueHint: presetNames.join("|"),
    },
  },
  examples: [
    "evenkeel price plan.xml --hours 40",
    "evenkeel price plan.json --by 2030-05-01 --team Payments",
    "evenkeel price plan.json --hours 48 --format json",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const preset = oneOf(options, "preset", presetNames);
    if (!preset.ok) return preset;
    const limit = limitIn(options);
    if (!limit.ok) return limit;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const { plan, report } = read.value;
    const answer = priceOfRule(plan, {
      ...limit.value,
      ...schedulingIn(options, io),
      ...(typeof options["by"] === "string" ? { by: options["by"] } : {}),
      ...teamIn(plan, options),
      ...(preset.value === undefined ? {} : { preset: preset.value }),
    });
    if (!answer.ok) return answer;
    const issues = [...report.issues, ...answer.issues];
    const text =
      format.value === "json" ? jsonText({ price: answer.value, issues }) : priceText(answer.value, plan, issues);
    return ok({ text, exit: exitCodes.fine });
  },
};
