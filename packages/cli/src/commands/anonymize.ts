import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { anonymize as hide } from "@evenkeel/interop/anonymize";
import { writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { exitCodes, type Io } from "../io.js";
import { commonArgs, type Options } from "../options.js";
import { readFiles } from "../read-files.js";
import { whyOf } from "../why-of.js";
import { writeOut } from "../write-out.js";
import type { Command } from "./command.js";

/** The secret in the file an option names; never made up. */
function keyOf(options: Options, io: Io): Result<string> {
  const file = options["key-file"];
  if (typeof file !== "string") return refuse([issue("cli/no-key", { path: ["--key-file"] })]);
  try {
    return ok(readFileSync(resolve(io.cwd, file), "utf8").trim());
  } catch (error) {
    return refuse([issue("cli/unreadable-file", { path: [file], facts: { file, why: whyOf(error) } })]);
  }
}

function weeksOf(options: Options): Result<{ readonly shiftWeeks?: number }> {
  const found = options["shift-weeks"];
  if (found === undefined) return ok({});
  const shiftWeeks = Number(found);
  if (Number.isInteger(shiftWeeks)) return ok({ shiftWeeks });
  const facts = { found: String(found), option: "shift-weeks", expected: ["a whole number"] };
  return refuse([issue("cli/invalid-value", { path: ["--shift-weeks"], facts })]);
}

/** `evenkeel anonymize`: the work under pseudonyms, for sharing. */
export const anonymize: Command = {
  name: "anonymize",
  what: "write the work under pseudonyms and shifted dates, for sharing; it computes as the real one does",
  args: {
    ...commonArgs,
    git: { type: "string", description: "a git repository's own history", valueHint: "PATH" },
    "key-file": {
      type: "string",
      description: "file with a secret of at least 16 characters; one secret gives the same pseudonyms in all files",
      valueHint: "FILE",
    },
    "shift-weeks": {
      type: "string",
      description: "weeks dates move by; default: derived from the key",
      valueHint: "N",
    },
    keep: {
      type: "string",
      description: "what stays as it is, such as items.labels,items.customFields.Points",
      valueHint: "PLACE,...",
    },
    out: { type: "string", description: "file to write instead of standard output", valueHint: "FILE" },
  },
  examples: ["evenkeel anonymize jira.json --key-file secret.txt --out shared.json"],
  run: async (options, io) => {
    const [key, weeks] = [keyOf(options, io), weeksOf(options)];
    if (!key.ok) return key;
    if (!weeks.ok) return weeks;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const { keep, out } = options;
    const places = typeof keep === "string" ? { keep: keep.split(",").map((place) => place.trim()) } : {};
    const hidden = hide(read.value, { key: key.value, ...weeks.value, ...places });
    if (!hidden.ok) return hidden;
    const text = writeEvenkeelJson(hidden.value);
    if (typeof out !== "string") return ok({ text, exit: exitCodes.fine });
    const written = writeOut(out, text, io);
    if (!written.ok) return written;
    return ok({ text: "", exit: exitCodes.fine });
  },
};
