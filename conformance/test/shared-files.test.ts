import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { evenkeel } from "./run-cli.js";

const folders = [
  "exports/jira",
  "exports/csv",
  "exports/mspdi",
  "exports/text",
  "schedules/mspdi",
  "schedules/xer",
  "schedules/xer-synthetic",
  "schedules/pmxml",
];
const files = folders.flatMap((folder) => {
  const path = sharedData(...folder.split("/"));
  return path === undefined ? [] : readdirSync(path).map((name) => join(path, name));
});

describe.runIf(files.length > 0)("every real file is reviewed, or refused with a code", () => {
  test.each(files.map((file) => [file.split("/").slice(-2).join("/"), file] as const))("%s", async (_name, file) => {
    const { exit, out, err } = await evenkeel("review", file, "--now", "2026-05-04");
    if (exit === 0) expect(out).toContain("To do first");
    else {
      expect(exit).toBe(2);
      expect(err).toMatch(/^error [a-z]+\/[a-z-]+: .+\n/);
    }
    expect(err).not.toMatch(/\n\s+at .+:\d+:\d+/);
  });
});
