import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inputFile } from "./run-cli.js";

const done = Array.from({ length: 60 }, (_none, at) => {
  const day = (offset: number): string => new Date(Date.UTC(2026, 0, 5) + (at + offset) * 86_400_000).toISOString();
  return `T-${at},Task ${at},${day(0)},${day(2 + (at % 5))}`;
});
const table = inputFile("done.csv", `id,title,started,done\n${done.join("\n")}\n`);
const list = inputFile(
  "list.md",
  "- [ ] Öffnung planen @Ana ~2d id:a\n- [ ] İzmir'e git ~3d after:a !promised:2026-04-01\n",
);
const commands = [
  ["review", table, "--format", "json"],
  ["review", list],
  ["schedule", list, "--format", "json"],
  ["forecast", table],
].map((words) => [...words, "--now", "2026-03-20T09:00:00Z"]);

// Zone and locale are those of a process: one for each place answers all commands, as loading the program takes most of the time.
const program = fileURLToPath(new URL("answers-in-place.mjs", import.meta.url));
const answersOf = [
  ["UTC", "en_US.UTF-8"],
  ["Asia/Kolkata", "de_DE.UTF-8"],
  ["America/St_Johns", "ar_EG.UTF-8"],
  ["Pacific/Apia", "tr_TR.UTF-8"],
].map(([TZ, LANG]) => {
  const run = spawnSync(process.execPath, [program, JSON.stringify(commands)], {
    encoding: "utf8",
    env: { ...process.env, TZ, LANG, LC_ALL: LANG },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as { readonly exit: number; readonly out: string; readonly err: string }[];
});

test.each(commands.map((words, at) => [words, at] as const))(
  "%j gives the same bytes in four zones and four locales",
  (_words, at) => {
    const answers = answersOf.map((answers) => answers[at]);
    for (const answer of answers) expect([answer?.exit, answer?.err]).toEqual([0, ""]);
    expect(answers[0]?.out.length).toBeGreaterThan(100);
    expect(new Set(answers.map((answer) => answer?.out)).size).toBe(1);
  },
);
