import { diffPlans } from "@evenkeel/edit";
import { issue, ok, refuse } from "@evenkeel/kernel";
import { describe } from "evenkeel";
import { exitCodes } from "../io.js";
import { commonArgs, oneOf } from "../options.js";
import { allTexts } from "../print-issues.js";
import { readFiles } from "../read-files.js";
import { type Command, jsonText } from "./command.js";

/** `evenkeel diff A B`: what differs between two plans, in words. */
export const diff: Command = {
  name: "diff",
  what: "what differs between two plans, row by row and field by field",
  args: commonArgs,
  examples: ["evenkeel diff monday.json friday.json", "evenkeel diff plan.xml plan-new.xml --format json"],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const [before, after, ...others] = options.files;
    if (before === undefined || after === undefined || others.length > 0)
      return refuse([issue("cli/two-files", { facts: { found: options.files.length } })]);
    const was = await readFiles({ ...options, files: [before] }, io);
    if (!was.ok) return was;
    const is = await readFiles({ ...options, files: [after] }, io);
    if (!is.ok) return is;
    const found = diffPlans(was.value.plan, is.value.plan);
    const lines = found.changes.map((change) => `- ${describe(change, allTexts).message}\n`);
    const text = lines.length === 0 ? "The plans say the same.\n" : lines.join("");
    return ok({ text: format.value === "json" ? jsonText(found) : text, exit: exitCodes.fine });
  },
};
