import { issue, ok, refuse } from "@evenkeel/kernel";
import { exitCodes } from "../io.js";
import { lossText } from "../losses.js";
import { commonArgs, oneOf } from "../options.js";
import { readFiles } from "../read-files.js";
import { writeOut } from "../write-out.js";
import { writerNames, writerOf } from "../writers.js";
import type { Command } from "./command.js";

/** `evenkeel convert`: from any format that is read to any that is written. */
export const convert: Command = {
  name: "convert",
  what: "write the work in another format; json and ocel keep everything",
  args: {
    ...commonArgs,
    git: { type: "string", description: "convert a git repository's own history", valueHint: "PATH" },
    to: { type: "string", default: "json", description: "format to write", valueHint: writerNames.join("|") },
    out: { type: "string", description: "file to write instead of standard output", valueHint: "FILE" },
  },
  examples: [
    "evenkeel convert plan.xml --to json --out plan.json",
    "evenkeel convert jira.json --to markdown",
    "evenkeel convert board.json --to xlsx --out board.xlsx",
  ],
  run: async (options, io) => {
    const to = oneOf(options, "to", writerNames);
    if (!to.ok) return to;
    const name = to.value ?? "json";
    const { write, loss, isBinary } = writerOf(name);
    const { out } = options;
    if (isBinary === true && typeof out !== "string")
      return refuse([issue("cli/needs-out", { path: ["--out"], facts: { format: name } })]);
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const content = await write(read.value);
    const written = typeof out === "string" ? writeOut(out, content, io) : undefined;
    if (written?.ok === false) return written;
    if (loss !== undefined) io.err(lossText(read.value, loss, name));
    return ok({ text: written === undefined ? String(content) : "", exit: exitCodes.fine });
  },
};
