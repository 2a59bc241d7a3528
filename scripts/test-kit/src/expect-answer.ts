import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Registers a test that an example prints what `expected.txt` holds; `REGEN=1` writes it, never in CI. */
export function expectAnswer(folder: URL): void {
  test("prints the answer it is known for", () => {
    const run = spawnSync(process.execPath, ["index.mjs"], { cwd: fileURLToPath(folder), encoding: "utf8" });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    const file = new URL("expected.txt", folder);
    if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(file, run.stdout);
    expect(run.stdout).toBe(readFileSync(file, "utf8"));
  });
}
