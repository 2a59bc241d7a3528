import { clarityChecks, completionChecks, coordinationChecks, effectivenessChecks, sustainabilityChecks, toSarif } from "evenkeel";
import { ok } from "@evenkeel/kernel";
import { exitOf, failOnArg } from "../fail-on.js";
import { commonArgs, oneOf } from "../options.js";
import { allTexts } from "../print-issues.js";
import { readFiles } from "../read-files.js";
import { reviewOf } from "../review-of.js";
import { findingsText } from "../texts/findings-text.js";
import { type Command, jsonText } from "./command.js";

const rules = [...clarityChecks, ...completionChecks, ...coordinationChecks, ...effectivenessChecks, ...sustainabilityChecks];

/** `evenkeel check`: findings alone, for a build or a code scanner. */
export const check: Command = {
  name: "check",
  what: "findings about the work, each with its source and evidence",
  args: {
    ...commonArgs,
    format: { ...commonArgs.format, description: "text, json or sarif", valueHint: "text|json|sarif" },
    git: { type: "string", description: "check a git repository's own history", valueHint: "PATH" },
    viewer: { type: "string", description: "person who looks; their own records are then shown", valueHint: "PERSON" },
    ...failOnArg,
  },
  examples: ["evenkeel check plan.md", "evenkeel check jira.json --fail-on serious", "evenkeel check plan.xml --format sarif > work.sarif"],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json", "sarif"] as const);
    if (!format.ok) return format;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const review = reviewOf(read.value, options, io);
    if (!review.ok) return review;
    const { findings, withheld, issues } = review.value;
    const exit = exitOf(findings, options);
    if (!exit.ok) return exit;
    const text =
      format.value === "sarif"
        ? jsonText(toSarif(findings, rules, allTexts))
        : format.value === "json"
          ? jsonText({ findings, withheld, issues })
          : findingsText(review.value);
    return ok({ text, exit: exit.value });
  },
};
