// Every package that ships with ours has a licence we may pass on.
import { execFileSync } from "node:child_process";
import { env, root } from "../run.mjs";

const allowed = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"]);
// Named exceptions: weak copyleft of one parser; a dedication to the public domain that vega brings along; a permissive licence of what
// read-excel-file brings for its entry of Node, which we do not load.
const weak = new Map([
  ["graceful-fs", "BlueOak-1.0.0"],
  ["ical.js", "MPL-2.0"],
  ["robust-predicates", "Unlicense"],
]);
const listed = JSON.parse(
  execFileSync("pnpm", ["--filter", "./packages/*", "licenses", "list", "--prod", "--json"], {
    cwd: root,
    env,
    encoding: "utf8",
    shell: process.platform === "win32",
  }),
);
const faults = Object.entries(listed).flatMap(([licence, packages]) =>
  packages
    .filter(({ name }) => !allowed.has(licence) && weak.get(name) !== licence)
    .map(({ name }) => `${name} has licence ${licence}`),
);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
