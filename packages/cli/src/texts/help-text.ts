import type { ArgsDef } from "citty";
import type { Command } from "../commands/command.js";
import { commonArgs } from "../options.js";

const lineLength = 100;
const widestName = 22;

/** A text in lines of at most so many characters, broken at blanks. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** An option: its name and value, and what it does beside it; long lists of values are told below. */
function optionText(name: string, { description = "", valueHint = "", ...more }: ArgsDef[string]): string {
  const values = valueHint.split(/[|,]/);
  const isList = values.length > 2 && valueHint.length > 20;
  const value =
    valueHint === "" ? "" : ` ${isList ? "NAME" : valueHint}${isList && valueHint.includes(",") ? ",..." : ""}`;
  const usual = more.default === undefined ? "" : `; default: ${String(more.default)}`;
  const among = isList ? `; ${valueHint.includes(",") ? "any" : "one"} of ${values.join(", ")}` : "";
  const shown = `--${name}${value}`;
  const indent = " ".repeat(widestName + 4);
  const lines = wrapped(`${description}${among}${usual}`, lineLength - indent.length);
  const first = shown.length > widestName ? `  ${shown}\n${indent}` : `  ${shown.padEnd(widestName)}  `;
  return `${first}${lines.join(`\n${indent}`)}\n`;
}

/**
 * The help of a command: its own options first, those of all commands behind them.
 *
 * @param command - of the program
 * @returns lines of at most 100 characters
 *
 * Issues: none.
 * Time O(options), space the same.
 * Source: own.
 *
 * @example
 * helpText({ name: "count", what: "how many items", args: {}, examples: ["evenkeel count plan.md"], run: async () => ok({ text: "", exit: 0 }) }); // => "evenkeel count: how many items\n\nExamples\n  evenkeel count plan.md\n"
 */
export function helpText({ name, what, args, examples }: Command): string {
  const isCommon = (option: string): boolean => args[option] === (commonArgs as ArgsDef)[option];
  const section = (title: string, options: readonly string[]): string =>
    options.length === 0
      ? ""
      : `\n${title}\n${options.map((option) => optionText(option, args[option] ?? {})).join("")}`;
  const options = Object.keys(args);
  return [
    `${wrapped(`evenkeel ${name}: ${what}`, lineLength).join("\n")}\n`,
    section(
      "Options",
      options.filter((option) => !isCommon(option)),
    ),
    section("Common options", options.filter(isCommon)),
    `\nExamples\n${examples.map((line) => `  ${line}\n`).join("")}`,
  ].join("");
}
