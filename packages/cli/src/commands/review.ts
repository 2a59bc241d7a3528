import { ok } from "@evenkeel/kernel";
import { renderReport } from "@evenkeel/report";
import { type Price, priceOfRule, type WorkPlan } from "evenkeel";
import { exitOf, failOnArg } from "../fail-on.js";
import type { Io } from "../io.js";
import { commonArgs, type Options, oneOf } from "../options.js";
import { allTexts } from "../print-issues.js";
import { readFiles } from "../read-files.js";
import { jurisdictionArg, presetNames, reviewByConfig } from "../review-of.js";
import { schedulingIn } from "../scheduling-in.js";
import { gapsOf } from "../texts/gaps-text.js";
import { reviewText } from "../texts/review-text.js";
import { accountOf } from "../texts/source-text.js";
import { writeOut } from "../write-out.js";
import { type Command, jsonText } from "./command.js";

/** What the contracts cost the plan, where it asks anything of anybody: a page has room for it. */
function priceFor(plan: WorkPlan, options: Options, io: Io): Price | undefined {
  const preset = oneOf(options, "preset", presetNames);
  const rules = preset.ok && preset.value !== undefined ? { preset: preset.value } : {};
  const price = priceOfRule(plan, { ...schedulingIn(options, io), ...rules });
  return price.ok && price.value.text.code !== "evenkeel/price-no-effort" ? price.value : undefined;
}

/** `evenkeel review`: everything about the work in one answer. */
export const review: Command = {
  name: "review",
  what: "is it clear, when will it be done, will the promises hold, where is too much asked, and why",
  args: {
    ...commonArgs,
    git: { type: "string", description: "review a git repository's own history", valueHint: "PATH" },
    report: { type: "string", description: "write the review as one HTML page", valueHint: "FILE" },
    viewer: { type: "string", description: "person who looks; their own records are then shown", valueHint: "PERSON" },
    ...jurisdictionArg,
    preset: {
      type: "string",
      description: "rules of dates; default: by the format of the file",
      valueHint: "evenkeel|msProject|primavera",
    },
    ...failOnArg,
  },
  examples: [
    "evenkeel review plan.xml",
    "evenkeel review jira.json --zone Europe/Berlin --report review.html",
    "evenkeel review --git .",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const result = await reviewByConfig(read.value, options, io);
    if (!result.ok) return result;
    const exit = exitOf(result.value.findings, options);
    if (!exit.ok) return exit;
    const file = options["report"];
    if (typeof file === "string") {
      const price = priceFor(read.value.plan, options, io);
      const page = await renderReport(result.value, {
        catalog: allTexts,
        gaps: gapsOf(read.value),
        account: accountOf(read.value, options.files),
        ...(price === undefined ? {} : { price }),
      });
      const written = writeOut(file, page, io);
      if (!written.ok) return written;
    }
    const text =
      format.value === "json"
        ? jsonText(result.value)
        : reviewText(result.value, read.value, options.files, typeof file === "string" ? file : undefined);
    return ok({ text, exit: exit.value });
  },
};
