import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inputFile } from "./run-cli.js";

const bin = fileURLToPath(new URL("bin.js", import.meta.resolve("@evenkeel/cli")));
const done = Array.from({ length: 60 }, (_none, at) => {
  const day = (offset: number): string => new Date(Date.UTC(2026, 0, 5) + (at + offset) * 86_400_000).toISOString();
  return `T-${at},Task ${at},${day(0)},${day(2 + (at % 5))}`;
});
const table = inputFile("done.csv", `id,title,started,done\n${done.join("\n")}\n`);
const list = inputFile(
  "list.md",
  "- [ ] Öffnung planen @Ana ~2d id:a\n- [ ] İzmir'e git ~3d after:a !promised:2026-04-01\n",
);
const places = [
  ["UTC", "en_US.UTF-8"],
  ["Asia/Kolkata", "de_DE.UTF-8"],
  ["America/St_Johns", "ar_EG.UTF-8"],
  ["Pacific/Apia", "tr_TR.UTF-8"],
] as const;

test.each([
  [["review", table, "--format", "json"]],
  [["review", list]],
  [["schedule", list, "--format", "json"]],
  [["forecast", table]],
])("%j gives the same bytes in four zones and four locales", (words) => {
  const answers = places.map(([TZ, LANG]) => {
    const run = spawnSync(process.execPath, [bin, ...words, "--now", "2026-03-20T09:00:00Z"], {
      encoding: "utf8",
      env: { ...process.env, TZ, LANG, LC_ALL: LANG },
    });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    return run.stdout;
  });
  expect(answers[0]?.length).toBeGreaterThan(100);
  expect(new Set(answers).size).toBe(1);
});
