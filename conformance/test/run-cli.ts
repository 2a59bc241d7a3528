import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "@evenkeel/cli";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-conformance-"));
// Test files share this module: the folder goes when the last of them is done.
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Writes an input for a test and gives its path. */
export function inputFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the command in this process, with a fixed clock. */
export async function evenkeel(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const exit = await main(words, {
    cwd: folder,
    now: () => "2026-05-04T08:00:00Z",
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    isTerminal: false,
  });
  return { exit, ...said };
}
