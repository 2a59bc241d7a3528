// The reference in C, compiled once with the system's compiler.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const program = join(folder, "passes");
let hasCompiler = true;
try {
  execFileSync("cc", ["-O3", "-o", program, fileURLToPath(new URL("passes.c", import.meta.url))], { stdio: "pipe" });
} catch {
  hasCompiler = false;
  console.log("No C compiler: comparison with C left out.");
}

/** Fewest milliseconds of `build` and `passes` in C and a checksum of its dates, or undefined without a compiler. */
export function inC({ duration, from, to, type, lag }, rounds) {
  if (!hasCompiler) return undefined;
  const file = join(folder, "network");
  const parts = [Int32Array.of(duration.length, from.length, rounds), from, to, Int32Array.from(type), lag, duration];
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
  return JSON.parse(execFileSync(program, [file], { encoding: "utf8" }));
}

/** The same checksum of our dates, in the order of the columns. */
export function checksum(network, { earlyStart }, { lateStart }) {
  const at = new Int32Array(network.nodeCount);
  network.activityOf.forEach((activity, node) => {
    at[activity] = node;
  });
  return at.reduce((sum, node) => (Math.imul(Math.imul(sum, 31) + earlyStart[node], 31) + lateStart[node]) >>> 0, 0);
}
