// The test of an example, run in its folder: it prints what `expected.txt` holds. `REGEN=1` writes that file, never in CI.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const run = spawnSync(process.execPath, ["index.mjs"], { encoding: "utf8" });
assert.deepEqual([run.status, run.stderr], [0, ""]);
if (process.env.REGEN === "1" && process.env.CI !== "true") writeFileSync("expected.txt", run.stdout);
assert.equal(run.stdout, readFileSync("expected.txt", "utf8"));
