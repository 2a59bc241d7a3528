// npm start [-- FILE... | --git PATH | any arguments of `evenkeel review`]
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { env, install, must, root } from "./run.mjs";

install();
const quiet = { stdio: ["ignore", "ignore", "inherit"] };
must("turbo", ["run", "build", "--output-logs=errors-only", "--log-prefix=none", "--filter=@evenkeel/cli..."], quiet);

const given = process.argv.slice(2);
const from = process.env.INIT_CWD ?? process.cwd();
const named = given.some((word) => !word.startsWith("-")) || given.includes("--git");
const words = named
  ? given
  : [join(root, "examples", "data", "portfolio.evenkeel.json"), "--now", "2026-11-20T09:00:00Z", ...given];
const report = given.some((word) => word === "--report" || word.startsWith("--report="))
  ? []
  : ["--report", join(from, "evenkeel-report.html")];
const run = spawnSync(
  process.execPath,
  [join(root, "packages", "cli", "dist", "bin.js"), "review", ...words, ...report],
  { cwd: from, env, stdio: "inherit" },
);
process.exit(run.status ?? 1);
