import { type Issue, issue } from "@evenkeel/kernel";
import { anonymize } from "./commands/anonymize.js";
import { backtest } from "./commands/backtest.js";
import { check } from "./commands/check.js";
import { type Command, jsonText } from "./commands/command.js";
import { commitments } from "./commands/commitments.js";
import { convert } from "./commands/convert.js";
import { diff } from "./commands/diff.js";
import { duties } from "./commands/duties.js";
import { explain } from "./commands/explain.js";
import { flow } from "./commands/flow.js";
import { forecast } from "./commands/forecast.js";
import { interview } from "./commands/interview.js";
import { log } from "./commands/log.js";
import { next } from "./commands/next.js";
import { price } from "./commands/price.js";
import { review } from "./commands/review.js";
import { rules } from "./commands/rules.js";
import { schedule } from "./commands/schedule.js";
import { exitCodes, type Io } from "./io.js";
import { readOptions } from "./options.js";
import { issueText } from "./print-issues.js";
import { helpText } from "./texts/help-text.js";

const commands: readonly Command[] = [
  review,
  next,
  duties,
  interview,
  check,
  rules,
  flow,
  forecast,
  backtest,
  commitments,
  schedule,
  price,
  explain,
  log,
  diff,
  convert,
  anonymize,
];

function overview(): string {
  const widest = commands.reduce((most, { name }) => Math.max(most, name.length), 0);
  return [
    "evenkeel reviews work from any tool, by the file it exports: Jira, GitHub, GitLab, Azure DevOps, Trello, Asana, monday,\n",
    "ClickUp, Linear, Bugzilla, MS Project XML, Primavera, GanttProject, Planner, Excel, CSV, Markdown, todo.txt, iCalendar,\n",
    "sticky notes, event logs (XES, OCEL) and git. The format is detected; nothing leaves this machine.\n\n",
    "  evenkeel COMMAND FILE... [options]\n\n",
    ...commands.map(({ name, what }) => `  ${name.padEnd(widest)}  ${what}\n`),
    "\nExamples\n",
    ...commands.flatMap(({ examples }) => examples.slice(0, 1).map((line) => `  ${line}\n`)),
    "\nExit codes: 0 fine, 1 findings at or above --fail-on, 2 refused input.\n",
  ].join("");
}

function refused(issues: readonly Issue[], asJson: boolean, io: Io): number {
  if (asJson) io.out(jsonText({ issues }));
  io.err(issueText(issues));
  return exitCodes.refused;
}

/**
 * Runs the program: one command with its words.
 *
 * @param words - arguments after the program's name
 * @param io - streams, clock and folder
 * @returns the exit code: 0 fine, 1 findings at or above `--fail-on`, 2 refused input
 *
 * Issues: printed, never thrown.
 * Time and space: the command's.
 * Source: own.
 *
 * @example
 * const io = { cwd: ".", now: () => "2026-05-01T00:00:00Z", out: () => {}, err: () => {}, isTerminal: false };
 * await main(["--help"], io); // => 0
 */
export async function main(words: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    io.out(overview());
    return name === undefined ? exitCodes.refused : exitCodes.fine;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined)
    return refused([issue("cli/no-command", { path: [name], facts: { found: name } })], false, io);
  if (rest.includes("--help")) {
    io.out(helpText(command));
    return exitCodes.fine;
  }
  const options = readOptions(command.name, rest, command.args);
  if (!options.ok) return refused(options.issues, false, io);
  const asJson = options.value["format"] === "json";
  const result = await command.run(options.value, io);
  if (!result.ok) return refused(result.issues, asJson, io);
  io.out(result.value.text);
  return result.value.exit;
}
