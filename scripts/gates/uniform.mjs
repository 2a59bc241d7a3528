// Points out where two packages differ in what should be equal.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { filesOf, manifestOf } from "../new/package.mjs";
import { graph, workspacePackages } from "../packages.mjs";

const faults = [];
for (const { name, folder, manifest } of workspacePackages()) {
  const say = (what) => faults.push(`packages/${name}: ${what}`);
  if (!(name in graph)) {
    say("is not in the package graph (scripts/packages.mjs)");
    continue;
  }
  const { "@evenkeel/test-kit": _kit, "fast-check": _check, ...extraDev } = manifest.devDependencies ?? {};
  const wanted = manifestOf(name, manifest.description, { ...manifest, extraDev });
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(manifest)])) {
    if (!isDeepStrictEqual(manifest[key], wanted[key]))
      say(`package.json "${key}" is ${JSON.stringify(manifest[key])}, expected ${JSON.stringify(wanted[key])}`);
  }
  for (const [file, text] of Object.entries(filesOf(name, manifest.description))) {
    if (!existsSync(join(folder, file))) say(`${file} is missing`);
    else if (file.startsWith("tsconfig") && readFileSync(join(folder, file), "utf8") !== text)
      say(`${file} differs from what the generator writes`);
  }
  const decisions = readFileSync(join(folder, "docs/decisions.md"), "utf8")
    .split("\n")
    .filter((line) => /^\| \d{4}/.test(line));
  if (decisions.length === 0) say("docs/decisions.md has no decision");
  const tests = existsSync(join(folder, "test"))
    ? readdirSync(join(folder, "test")).filter((file) => file.endsWith(".test.ts"))
    : [];
  if (tests.length === 0) say("has no test");
  if (readFileSync(join(folder, "README.md"), "utf8").split("\n").length < 20) say("README.md says too little");
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
