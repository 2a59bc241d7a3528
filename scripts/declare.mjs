// Writes the declarations of the package it is run in, beside its bundles. Whether its types hold is what `typecheck` says.
import { spawnSync } from "node:child_process";
import { tsc } from "./run.mjs";

const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--noCheck", "--singleThreaded"], {
  stdio: "inherit",
});
process.exit(status ?? 1);
