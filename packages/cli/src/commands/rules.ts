import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type RulePack, rulePacks, tryRulePack } from "evenkeel";
import { exitCodes, type Io } from "../io.js";
import { commonArgs, oneOf } from "../options.js";
import { issueText } from "../print-issues.js";
import { readJson } from "../read-json.js";
import { packListText, packText } from "../texts/rules-text.js";
import { type Command, jsonText } from "./command.js";

/** A pack by id, or read from a file and tried at the edges of its values. */
function packOf(name: string, io: Io): Result<{ readonly pack: RulePack; readonly cases?: number }> {
  const pack = rulePacks.find(({ id }) => id === name);
  if (pack !== undefined) return ok({ pack });
  if (!existsSync(resolve(io.cwd, name)))
    return refuse([issue("cli/unknown-pack", { path: [name], facts: { name, known: rulePacks.map(({ id }) => id) } })]);
  const read = readJson(name, io);
  return read.ok ? tryRulePack(read.value) : read;
}

/** `evenkeel rules`: the packs of rules, where each value stands, and whether a pack of your own is sound. */
export const rules: Command = {
  name: "rules",
  what: "packs of rules for working time, with the source of every value; tries a pack of your own",
  args: { format: { ...commonArgs.format, description: "text or json", valueHint: "text|json" } },
  examples: ["evenkeel rules", "evenkeel rules eu-wtd", "evenkeel rules ./our-agreement.json"],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const asked = options.files.map((name) => packOf(name, io));
    const [fault, ...faults] = asked.flatMap((each) => (each.ok ? [] : each.issues));
    if (fault !== undefined) return refuse([fault, ...faults]);
    const tried = asked.flatMap((each) => (each.ok ? [each.value] : []));
    const packs = tried.map(({ pack }) => pack);
    const issues = asked.flatMap((each) => each.issues);
    const text =
      format.value === "json"
        ? jsonText({ packs: packs.length === 0 ? rulePacks : packs, issues })
        : packs.length === 0
          ? packListText(rulePacks)
          : `${tried.map(({ pack, cases }) => packText(pack, cases)).join("\n")}${issueText(issues)}`;
    return ok({ text, exit: exitCodes.fine });
  },
};
