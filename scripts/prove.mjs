// npm run prove: on a clean clone, the stated counts, the Node matrix and the benches; writes proof.json (figures beside bars).
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { houseCounts } from "../bench/house.mjs";
import { entrySizes, runBenches } from "./bench.mjs";
import { env, install, must, root } from "./run.mjs";

const bars = [];
const say = (text) => process.stderr.write(`${text}\n`);

/** `measured` against a bar such as "<= 300" or "= 0". */
function bar(name, found, unit, limit) {
  const [, sign, number] = /^(<=|>=|=) (.+)$/.exec(limit);
  const holds =
    sign === "<=" ? found <= Number(number) : sign === ">=" ? found >= Number(number) : found === Number(number);
  bars.push({ name, measured: found, unit, bar: limit, holds });
  say(`${holds ? "holds" : "FAILS"}  ${name}: ${found} ${unit} (${limit})`);
}

function timed(command, args, options) {
  const started = process.hrtime.bigint();
  const run = spawnSync(command, args, { env, encoding: "utf8", maxBuffer: 1 << 28, ...options });
  const seconds = Math.round(Number(process.hrtime.bigint() - started) / 1e8) / 10;
  return { ...run, seconds };
}

function clone(into) {
  const run = timed("git", ["clone", "--quiet", root, into]);
  if (run.status !== 0) throw new TypeError(run.stderr);
  const shared = join(dirname(root), "shared");
  if (existsSync(shared) && !existsSync(join(dirname(into), "shared")))
    symlinkSync(shared, join(dirname(into), "shared"));
  return into;
}

function tail(run) {
  return `${run.stdout}\n${run.stderr}`.trim().split("\n").slice(-15).join("\n");
}

install();
const commit = timed("git", ["rev-parse", "HEAD"], { cwd: root }).stdout.trim();
const folder = mkdtempSync(join(tmpdir(), "evenkeel-prove-"));
const fresh = clone(join(folder, "fresh"));
const cleanEnv = {
  ...env,
  npm_config_cache: join(folder, "npm-cache"),
  npm_config_store_dir: join(folder, "pnpm-store"),
  TURBO_CACHE_DIR: join(folder, "turbo-cache"),
  INIT_CWD: fresh,
};

say("npm start on a fresh clone, empty caches");
const start = timed("npm", ["start"], { cwd: fresh, env: cleanEnv });
bar("npm start on a fresh clone with empty caches", start.status ?? 1, "exit code", "= 0");
if (start.status !== 0) say(tail(start));
bar(
  "the report it writes",
  existsSync(join(fresh, "evenkeel-report.html")) ? readFileSync(join(fresh, "evenkeel-report.html")).length : 0,
  "bytes",
  ">= 10000",
);
rmSync(fresh, { recursive: true, force: true });
clone(fresh);
say("npm test on a fresh clone, empty caches");
for (const cache of ["npm-cache", "pnpm-store", "turbo-cache"])
  rmSync(join(folder, cache), { recursive: true, force: true });
const test = timed("npm", ["test"], { cwd: fresh, env: cleanEnv });
bar("npm test on a fresh clone with empty caches", test.status ?? 1, "exit code", "= 0");
if (test.status !== 0) say(tail(test));
bar("npm test on a fresh clone with empty caches, time", test.seconds, "s", "<= 300");
bar("npm test again, unchanged", timed("npm", ["test"], { cwd: fresh, env: cleanEnv }).seconds, "s", "<= 5");

say("laws and oracles at the stated counts");
const stated = timed("node", ["scripts/run.mjs", "run", "test", "--concurrency=2", "--continue"], {
  cwd: fresh,
  env: { ...cleanEnv, EVENKEEL_PROFILE: "prove" },
});
bar("laws and oracles at the stated counts", stated.status ?? 1, "exit code", "= 0");
if (stated.status !== 0) say(tail(stated));
const passed = [...`${stated.stdout}`.matchAll(/Tests\s+(?:\S*\[\d+m)*\s*(\d+) passed/g)].reduce(
  (sum, [, count]) => sum + Number(count),
  0,
);

for (const version of ["22", "24"]) {
  say(`the same tests on Node ${version}`);
  const other = clone(join(folder, `node${version}`));
  const run = timed(
    "npx",
    ["-y", "-p", `node@${version}`, "-c", "node scripts/run.mjs run build test --concurrency=2"],
    { cwd: other, env: { ...cleanEnv, TURBO_CACHE_DIR: join(folder, `turbo-${version}`) } },
  );
  bar(`tests on Node ${version}`, run.status ?? 1, "exit code", "= 0");
  if (run.status !== 0) say(tail(run));
  rmSync(other, { recursive: true, force: true });
}

must("turbo", ["run", "build", "--output-logs=errors-only"], { stdio: ["ignore", "ignore", "inherit"] });
const benches = runBenches();
const measured = (name) => benches.find((each) => each.name === name)?.value ?? Number.POSITIVE_INFINITY;
bar(
  "forward pass, 10,000 activities and 50,000 links, one continuous calendar, compiled",
  measured("scheduling/forward pass 10k/50k, one continuous calendar"),
  "ms",
  "<= 1",
);
const million = ["compile", "both passes", "floats"].map((part) =>
  measured(part === "both passes" ? "scheduling/both passes 1M/2M, four calendars" : `scheduling/${part} 1M/2M`),
);
bar(
  "compile, both passes and floats, 1,000,000 activities and 2,000,000 links with calendars",
  million.reduce((sum, each) => sum + each, 0),
  "ms",
  "<= 1500",
);
for (const each of benches.filter(({ name }) => name.startsWith("worst error of")))
  bar(each.name, each.value, each.unit, `<= ${each.bar}`);
const sizes = entrySizes();
const wanted = {
  "one percentile": 1000,
  "critical path method, compiled: both passes and floats": 6000,
  "the front door's ten lines": 16_000,
};
for (const { name, value } of sizes)
  if (name in wanted) bar(`bytes: ${name}`, value, "bytes gzip", `<= ${wanted[name]}`);
const house = houseCounts();
for (const each of house) if (each.bar !== undefined) bar(`house: ${each.name}`, each.value, each.unit, each.bar);

const proof = {
  commit,
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  testsAtStatedCounts: passed,
  bars,
  benches,
  sizes,
  house,
};
writeFileSync(join(root, "proof.json"), `${JSON.stringify(proof, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
process.exit(bars.every(({ holds }) => holds) ? 0 : 1);
