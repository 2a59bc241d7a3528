// Each package as its users get it: publint, are-the-types-wrong, and the list of files in the tarball.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { graph, workspacePackages } from "../packages.mjs";
import { env, root } from "../run.mjs";

/** Ours are ES modules only: what concerns CommonJS consumers of old resolution does not count. */
const ignored = new Set(["node10", "node16-cjs"]);
const faults = [];
const out = mkdtempSync(join(tmpdir(), "evenkeel-pack-"));
// One call packs all: each call of the package manager takes a second of its own.
const tarballs = JSON.parse(
  execFileSync("pnpm", ["--filter", "./packages/*", "pack", "--json", "--pack-destination", out], {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    shell: process.platform === "win32",
  }),
);
for (const { name, manifest } of workspacePackages()) {
  const say = (what) => faults.push(`packages/${name}: ${what}`);
  const packed = tarballs.find((each) => each.name === manifest.name);
  const data = readFileSync(packed.filename);
  const { messages } = await publint({
    strict: true,
    pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) },
  });
  for (const message of messages) say(`publint: ${formatMessage(message, manifest)}`);
  const types = await checkPackage(createPackageFromTarballData(new Uint8Array(data)));
  for (const problem of types.problems ?? []) {
    if (!ignored.has(problem.resolutionKind) && problem.kind !== "CJSResolvesToESM" && problem.kind !== "NoResolution")
      say(`types: ${problem.kind} at ${problem.entrypoint ?? ""} (${problem.resolutionKind ?? ""})`);
    if (problem.kind === "NoResolution" && !ignored.has(problem.resolutionKind))
      say(`types: no resolution of ${problem.entrypoint} (${problem.resolutionKind})`);
  }
  const files = packed.files.map(({ path }) => path);
  const shipped = graph[name]?.ships ?? [];
  const strange = files.filter(
    (file) =>
      !shipped.includes(file.split("/")[0]) &&
      !/^(dist\/.*\.(js|js\.map|d\.ts)|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/.test(file),
  );
  if (strange.length > 0) say(`the tarball holds ${strange.join(", ")}`);
  for (const needed of ["LICENSE", "README.md"]) if (!files.includes(needed)) say(`the tarball lacks ${needed}`);
}
rmSync(out, { recursive: true, force: true });
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
