// npm run bench [-- NAME...]: the benches of all packages, or of those named; writes bench-results.json.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { houseCounts } from "../bench/house.mjs";
import { workspacePackages } from "./packages.mjs";
import { env, install, must, root } from "./run.mjs";

/** Lines of JSON that the benches of the named packages print; all packages without names. */
export function runBenches(names = []) {
  return workspacePackages()
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .flatMap(({ name, folder }) => {
      const benches = existsSync(join(folder, "bench"))
        ? readdirSync(join(folder, "bench")).filter((file) => file.endsWith(".bench.mjs"))
        : [];
      return benches.sort().flatMap((file) => {
        process.stderr.write(`bench ${name}/${file}\n`);
        const run = spawnSync(process.execPath, ["--expose-gc", join(folder, "bench", file)], {
          cwd: folder,
          env,
          encoding: "utf8",
          stdio: ["ignore", "pipe", "inherit"],
        });
        if (run.status !== 0) process.exit(run.status ?? 1);
        return run.stdout
          .split("\n")
          .filter((line) => line.startsWith("{"))
          .map((line) => ({ package: name, ...JSON.parse(line) }));
      });
    });
}

/** Bytes of each entry, gzip. */
export function entrySizes() {
  const run = spawnSync("size-limit", ["--json"], {
    cwd: root,
    env,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return JSON.parse(run.stdout).map(({ name, size, sizeLimit }) => ({
    name,
    value: size,
    unit: "bytes gzip",
    ceiling: sizeLimit,
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  must("turbo", ["run", "build", "--output-logs=errors-only"], { stdio: ["ignore", "ignore", "inherit"] });
  const results = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    benches: runBenches(process.argv.slice(2)),
    sizes: entrySizes(),
    house: houseCounts(),
  };
  writeFileSync(join(root, "bench-results.json"), `${JSON.stringify(results, null, 2)}\n`);
  for (const { package: name, name: what, value, unit, bar } of results.benches)
    process.stdout.write(`${name}: ${what}: ${value} ${unit}${bar === undefined ? "" : ` (bar ${bar})`}\n`);
}
