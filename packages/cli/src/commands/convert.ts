import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Import } from "@evenkeel/interop";
import { writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { writeCsv } from "@evenkeel/interop/mapped-csv";
import { writeMarkdown } from "@evenkeel/interop/markdown";
import { writeMspdi } from "@evenkeel/interop/mspdi";
import { ok } from "@evenkeel/kernel";
import { exitCodes } from "../io.js";
import { commonArgs, oneOf } from "../options.js";
import { readFiles } from "../read-files.js";
import type { Command } from "./command.js";

const writers = {
  json: (read: Import) => writeEvenkeelJson(read),
  csv: ({ plan }: Import) => writeCsv(plan),
  markdown: ({ plan }: Import) => writeMarkdown(plan),
  mspdi: ({ plan }: Import) => writeMspdi(plan),
} as const;

/** `evenkeel convert`: from any format that is read to any that is written. */
export const convert: Command = {
  name: "convert",
  what: "write the work in another format; json keeps everything",
  args: {
    ...commonArgs,
    git: { type: "string", description: "convert a git repository's own history", valueHint: "PATH" },
    to: { type: "string", default: "json", description: "format to write", valueHint: Object.keys(writers).join("|") },
    out: { type: "string", description: "file to write instead of standard output", valueHint: "FILE" },
  },
  examples: ["evenkeel convert plan.xml --to json --out plan.json", "evenkeel convert jira.json --to markdown"],
  run: async (options, io) => {
    const to = oneOf(options, "to", Object.keys(writers) as (keyof typeof writers)[]);
    if (!to.ok) return to;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const text = writers[to.value ?? "json"](read.value);
    if (typeof options["out"] !== "string") return ok({ text, exit: exitCodes.fine });
    writeFileSync(resolve(io.cwd, options["out"]), text);
    return ok({ text: "", exit: exitCodes.fine });
  },
};
