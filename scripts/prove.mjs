// npm run prove [-- PART...]: on a clean clone, the stated counts, the Node matrix and the benches; writes proof.json (figures beside bars).
// Each part replaces what it said before and names the commit it measured; without a part all are run.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { houseCounts } from "../bench/house.mjs";
import { scheduleBars } from "../conformance/schedules/bars.mjs";
import { entrySizes, runBenches } from "./bench.mjs";
import { env, install, must, root } from "./run.mjs";

const say = (text) => process.stderr.write(`${text}\n`);

/** Bars of one part, each said as soon as it is known. */
class Bars {
  list = [];
  /** `measured` against a bar such as "<= 300" or "= 0". */
  add(name, found, unit, limit) {
    const [, sign, number] = /^(<=|>=|=) (.+)$/.exec(limit);
    const holds =
      sign === "<=" ? found <= Number(number) : sign === ">=" ? found >= Number(number) : found === Number(number);
    this.list.push({ name, measured: found, unit, bar: limit, holds });
    say(`${holds ? "holds" : "FAILS"}  ${name}: ${found} ${unit} (${limit})`);
  }
  ran(name, run) {
    this.add(name, run.status ?? 1, "exit code", "= 0");
    if (run.status !== 0) say(`${run.stdout}\n${run.stderr}`.trim().split("\n").slice(-15).join("\n"));
  }
}

function timed(command, args, options) {
  const started = process.hrtime.bigint();
  const run = spawnSync(command, args, { env, encoding: "utf8", maxBuffer: 1 << 28, ...options });
  const seconds = Math.round(Number(process.hrtime.bigint() - started) / 1e8) / 10;
  return { ...run, seconds };
}

const folder = mkdtempSync(join(tmpdir(), "evenkeel-prove-"));

function clone(name) {
  const into = join(folder, name);
  const run = timed("git", ["clone", "--quiet", root, into]);
  if (run.status !== 0) throw new TypeError(run.stderr);
  const shared = join(dirname(root), "shared");
  if (existsSync(shared) && !existsSync(join(folder, "shared"))) symlinkSync(shared, join(folder, "shared"));
  return into;
}

/** An environment in which nothing has been installed or built. */
const cleanEnv = (name) => ({
  ...env,
  npm_config_cache: join(folder, `npm-${name}`),
  npm_config_store_dir: join(folder, `pnpm-${name}`),
  TURBO_CACHE_DIR: join(folder, `turbo-${name}`),
});

const wantedSizes = {
  "one percentile": 1000,
  "critical path method, compiled: both passes and floats": 6000,
  "the front door's ten lines": 16_000,
  "core: types and queries": 8000,
  "an exact forecast": 4000,
};

const parts = {
  /** A newcomer's first minutes. */
  fresh: (bars) => {
    const started = clone("start");
    const start = timed("npm", ["start"], { cwd: started, env: { ...cleanEnv("start"), INIT_CWD: started } });
    bars.ran("npm start on a fresh clone with empty caches", start);
    const page = join(started, "evenkeel-report.html");
    bars.add("the report it writes", existsSync(page) ? readFileSync(page).length : 0, "bytes", ">= 10000");
    const tested = clone("test");
    const test = () => timed("npm", ["test"], { cwd: tested, env: { ...cleanEnv("test"), INIT_CWD: tested } });
    const first = test();
    bars.ran("npm test on a fresh clone with empty caches", first);
    bars.add("npm test on a fresh clone with empty caches, time", first.seconds, "s", "<= 300");
    bars.add("npm test again, unchanged", test().seconds, "s", "<= 5");
  },
  /** Laws and oracles as often as their packages say. */
  stated: (bars) => {
    const run = timed("node", ["scripts/run.mjs", "run", "test", "--concurrency=2", "--continue"], {
      cwd: clone("stated"),
      env: { ...cleanEnv("stated"), EVENKEEL_PROFILE: "prove" },
    });
    bars.ran("laws and oracles at the stated counts", run);
    const counts = [...stripVTControlCharacters(`${run.stdout}`).matchAll(/Tests\s+(\d+) passed/g)];
    const passed = counts.reduce((sum, [, count]) => sum + Number(count), 0);
    bars.add("tests passed at the stated counts", passed, "tests", ">= 1");
  },
  /** The same tests on newer Nodes. */
  matrix: (bars) => {
    for (const version of ["22", "24"]) {
      const args = ["-y", "-p", `node@${version}`, "-c", "node scripts/run.mjs run build test --concurrency=2"];
      bars.ran(
        `tests on Node ${version}`,
        timed("npx", args, { cwd: clone(`node${version}`), env: cleanEnv(version) }),
      );
    }
  },
  /** Our dates beside those that other tools stored. */
  conformance: (bars) => {
    must("turbo", ["run", "build", "--output-logs=errors-only"], { stdio: ["ignore", "ignore", "inherit"] });
    const card = join(folder, "schedules.json");
    bars.ran(
      "score card of schedules",
      timed("node", ["conformance/schedules/score.mjs", "--json", card], { cwd: root }),
    );
    const { files, sets } = JSON.parse(readFileSync(card, "utf8"));
    for (const bar of scheduleBars(files)) bars.add(...bar);
    return { schedules: sets };
  },
  /** Whether forecasts keep their word: teams of the shared histories, each with a prior learned from the others. */
  forecasts: (bars) => {
    must("turbo", ["run", "build", "--output-logs=errors-only"], { stdio: ["ignore", "ignore", "inherit"] });
    const json = join(folder, "forecasts.json");
    const shared = join(dirname(root), "shared", "data");
    bars.ran(
      "back-tests of forecasts and expectations",
      timed("node", ["scripts/reproduce/forecast.mjs", "--from", shared, "--json", json], { cwd: root }),
    );
    const figures = JSON.parse(readFileSync(json, "utf8"));
    const rounded = (value) => Math.round(value * 1000) / 1000;
    const ours = ({ model }) => model.startsWith("nb-mix, learned");
    for (const row of figures.all.filter(ours)) {
      const ahead = row.days === undefined ? "all horizons" : `${row.days} days ahead`;
      bars.add(`85 % forecasts kept, ${ahead}`, rounded(row.hit85), "share", ">= 0.82");
      bars.add(`85 % forecasts kept, ${ahead}, not too wide`, rounded(row.hit85), "share", "<= 0.9");
      bars.add(`95 % forecasts kept, ${ahead}`, rounded(row.hit95), "share", ">= 0.93");
      bars.add(`90 % range, ${ahead}`, rounded(row.coverage90), "share", ">= 0.86");
      bars.add(`90 % range, ${ahead}, not too wide`, rounded(row.coverage90), "share", "<= 0.94");
      bars.add(`CRPS over the bootstrap's, median, ${ahead}`, rounded(row.crpsRatioMedian), "ratio", "<= 1");
      if (row.days === 56)
        bars.add("CRPS over the bootstrap's, 56 days ahead", rounded(row.crpsRatio), "ratio", "<= 0.8");
      if (row.days !== undefined) continue;
      bars.add("CRPS over the bootstrap's", rounded(row.crpsRatio), "ratio", "<= 0.85");
      bars.add("cells left behind", rounded(row.leftBehind), "share", "<= 0.1");
    }
    const cold = figures.coldStart.filter(ours).find(({ days }) => days === 28);
    bars.add("85 % forecasts kept, 28 days ahead after four weeks", rounded(cold.hit85), "share", ">= 0.8");
    const { hit, deviation, ageSkill, ageSkillInHindsight } = figures.expectations;
    bars.add("expectations kept", rounded(hit), "share", ">= 0.83");
    bars.add("expectations kept, not too long", rounded(hit), "share", "<= 0.88");
    bars.add("distance of a team from .85", rounded(deviation), "share", "<= 0.08");
    bars.add("skill of the chance at an age over the team's running rate", rounded(ageSkill), "share", ">= 0.08");
    return { figures: { ...figures, ageSkillInHindsight } };
  },
  /** Times and bytes, and what the house counts of itself. */
  benches: (bars) => {
    must("turbo", ["run", "build", "--output-logs=errors-only"], { stdio: ["ignore", "ignore", "inherit"] });
    const benches = runBenches();
    for (const { name, package: of, value, unit, bar } of benches) {
      if (bar === undefined) continue;
      const sign = /faster|share|per second/.test(unit) ? ">=" : "<=";
      const called = /^(worst error|.+\/)/.test(name) ? name : `${of}/${name}`;
      bars.add(called, Math.round(value * 1000) / 1000, unit, typeof bar === "number" ? `${sign} ${bar}` : bar);
    }
    const sizes = entrySizes();
    for (const { name, value } of sizes)
      if (name in wantedSizes) bars.add(`bytes: ${name}`, value, "bytes gzip", `<= ${wantedSizes[name]}`);
    const house = houseCounts();
    for (const each of house)
      if (each.bar !== undefined) bars.add(`house: ${each.name}`, each.value, each.unit, each.bar);
    return { benches, sizes, house };
  },
};

install();
const wanted = process.argv.slice(2);
const strange = wanted.filter((name) => !(name in parts));
if (strange.length > 0) {
  say(`No part ${strange.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
const commit = timed("git", ["rev-parse", "HEAD"], { cwd: root }).stdout.trim();
const file = join(root, "proof.json");
const proof = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
proof.parts ??= {};
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  say(`${name} ...`);
  const bars = new Bars();
  const more = parts[name](bars);
  const where = { commit, node: process.version, platform: `${process.platform} ${process.arch}` };
  proof.parts[name] = { ...where, bars: bars.list, ...more };
  writeFileSync(file, `${JSON.stringify({ parts: proof.parts }, null, 2)}\n`);
}
rmSync(folder, { recursive: true, force: true });
const failed = Object.values(proof.parts).flatMap(({ bars }) => bars.filter(({ holds }) => !holds));
process.exit(failed.length === 0 ? 0 : 1);
