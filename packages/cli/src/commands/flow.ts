import { ok } from "@evenkeel/kernel";
import { flowItemsFromHistory } from "@evenkeel/predictability/from-plan";
import { contextOf } from "../context-of.js";
import { flowKeys, flowOf } from "../flow-of.js";
import { exitCodes } from "../io.js";
import { commonArgs, oneOf, wholeNumber } from "../options.js";
import { readFiles } from "../read-files.js";
import { flowText } from "../texts/flow-text.js";
import { type Command, jsonText } from "./command.js";

const usualDays = 90;

/** `evenkeel flow`: how work flows, over a window, whole or in parts. */
export const flow: Command = {
  name: "flow",
  what: "how work flows: in progress, throughput, cycle time, age, where time goes, blocked, rework, Little's law",
  args: {
    ...commonArgs,
    git: { type: "string", description: "read a git repository's own history", valueHint: "PATH" },
    days: { type: "string", description: "whole days before today to look at; default 90", valueHint: "N" },
    by: { type: "string", description: "split by state, class, team or rollUp", valueHint: flowKeys.join("|") },
  },
  examples: [
    "evenkeel flow jira.json",
    "evenkeel flow jira.json --by state --days 28",
    "evenkeel flow --git . --format json",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const days = wholeNumber(options, "days", 36_500);
    if (!days.ok) return days;
    const by = oneOf(options, "by", flowKeys);
    if (!by.ok) return by;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const { plan, history, report } = read.value;
    const context = contextOf(read.value, options, io);
    if (!context.ok) return context;
    const { now } = context.value;
    const items = flowItemsFromHistory(plan, history, { until: now });
    const answer = flowOf(items, now, days.value ?? usualDays, by.value);
    if (!answer.ok) return answer;
    const issues = [...report.issues, ...answer.issues];
    const text = format.value === "json" ? jsonText({ ...answer.value, issues }) : flowText(answer.value, plan, issues);
    return ok({ text, exit: exitCodes.fine });
  },
};
