import { ok } from "@evenkeel/kernel";
import { schedulePlan } from "evenkeel";
import { compareStored } from "../compare-stored.js";
import { exitCodes } from "../io.js";
import { commonArgs, oneOf } from "../options.js";
import { readFiles } from "../read-files.js";
import { presetNames } from "../review-of.js";
import { scheduleRows } from "../schedule-rows.js";
import { comparisonText } from "../texts/comparison-text.js";
import { scheduleText } from "../texts/schedule-text.js";
import { type Command, jsonText } from "./command.js";

/** `evenkeel schedule`: dates, floats and critical path of every project. */
export const schedule: Command = {
  name: "schedule",
  what: "dates, floats and critical path of every activity, with what drives each date",
  args: {
    ...commonArgs,
    preset: {
      type: "string",
      description: "rules of dates; default: by the format of the file",
      valueHint: presetNames.join("|"),
    },
    "compare-stored": { type: "boolean", description: "show where dates differ from those stored in the file" },
  },
  examples: [
    "evenkeel schedule plan.xml",
    "evenkeel schedule plan.xml --preset primavera --format json",
    "evenkeel schedule plan.xer --compare-stored",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const preset = oneOf(options, "preset", presetNames);
    if (!preset.ok) return preset;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const today = (typeof options["now"] === "string" ? options["now"] : io.now()).slice(0, 10);
    const schedules = schedulePlan(read.value.plan, {
      today,
      ...(preset.value === undefined ? {} : { preset: preset.value }),
    });
    const activities = scheduleRows(read.value.plan, schedules);
    const issues = [...read.value.report.issues, ...schedules.issues];
    const comparison = options["compare-stored"] === true ? compareStored(read.value.plan, activities) : undefined;
    const text =
      format.value === "json"
        ? jsonText({ activities, issues, ...(comparison === undefined ? {} : { comparison }) })
        : scheduleText(activities, schedules, issues) + (comparison === undefined ? "" : comparisonText(comparison));
    return ok({ text, exit: exitCodes.fine });
  },
};
