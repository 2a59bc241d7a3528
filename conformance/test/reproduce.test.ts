import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sharedData } from "@evenkeel/test-kit";
import { afterAll, describe, expect, test } from "vitest";

interface Dataset {
  readonly part: string;
  readonly name: string;
  readonly address: string;
  readonly licence: string;
  readonly citation: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const { datasets } = JSON.parse(readFileSync(join(root, "bench/datasets.json"), "utf8")) as { datasets: Dataset[] };
const files = datasets.flatMap((each) => each.files);
const folder = mkdtempSync(join(tmpdir(), "evenkeel-reproduce-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reproduce(...words: string[]) {
  const script = join(root, "scripts/reproduce.mjs");
  return spawnSync(process.execPath, [script, ...words], { encoding: "utf8" });
}

describe("the public data behind the tables", () => {
  test("are named with address, licence, citation and hash, each file once", () => {
    for (const { name, address, licence, citation } of datasets)
      expect([name, address, licence, citation].every((text) => text.length > 0)).toBe(true);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    expect(files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  test("are missed by name, with the place to have them from", () => {
    const { status, stdout } = reproduce("forecast", "--from", folder);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "Renzo Pomodoro: the tasks of one person (https://github.com/Derek-Jones/renzo-pomodoro):",
    );
    expect(stdout).toContain("  missing  histories/renzo.csv\n");
    expect(stdout).toMatch(/None of the 29 files is in /);
    expect(reproduce("weather").status).toBe(2);
  });

  test("are told apart when changed", () => {
    const path = join(folder, "histories/renzo.csv");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "id,done\n");
    const script = `import { differences } from ${JSON.stringify(join(root, "scripts/reproduce/differences.mjs"))};
      process.stdout.write(differences("forecast", ${JSON.stringify(folder)}).text);`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
    expect(stdout).toContain("  changed  histories/renzo.csv\n");
    expect(stdout).toContain("Of 29 files 28 missing and 1 changed: the tables below are those of what is there.");
  });

  const shared = sharedData();
  test.skipIf(shared === undefined)("are those of the shared folder", () => {
    const found = files.map(({ path }) => {
      const file = join(shared ?? "", path);
      return { path, sha256: existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : "" };
    });
    expect(found).toEqual(files);
  });
});
