// Counts of what the house does without: any, TODO, generic errors, files too long.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/run.mjs";

const files = execFileSync("git", ["ls-files", "packages", "examples"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /^(packages|examples)\/.*\.ts$/.test(file));
const isTest = (file) => /\/test\/|\.test\.|\.bench\.|testing/.test(file);
const lines = (file) => readFileSync(join(root, file), "utf8").split("\n");
const code = (line) => !/^\s*(\*|\/\/|\/\*)/.test(line);
const source = files.filter((file) => !isTest(file));
const count = (list, test) => list.reduce((sum, file) => sum + lines(file).filter(test).length, 0);
const lengths = source.map((file) => lines(file).length).sort((a, b) => a - b);
const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(share * lengths.length))];

/** Measured values with their bars. */
export function houseCounts() {
  const testLines = files.filter(isTest).reduce((sum, file) => sum + lines(file).length, 0);
  const sourceLines = lengths.reduce((sum, length) => sum + length, 0);
  return [
    {
      name: "any in source",
      value: count(source, (line) => code(line) && /(:|<|as)\s*any\b/.test(line)),
      unit: "places",
      bar: "= 0",
    },
    {
      name: "notes to do later",
      value: count(files, (line) => /\b(TODO|FIXME|XXX)\b/.test(line)),
      unit: "places",
      bar: "= 0",
    },
    {
      name: "generic errors thrown in source",
      value: count(source, (line) => code(line) && /throw new Error\(/.test(line)),
      unit: "places",
      bar: "= 0",
    },
    {
      name: "source files over 400 lines",
      value: lengths.filter((length) => length > 400).length,
      unit: "files",
      bar: "= 0",
    },
    { name: "source lines a file, median", value: at(0.5), unit: "lines", bar: "<= 90" },
    { name: "source lines a file, 90th percentile", value: at(0.9), unit: "lines", bar: "<= 220" },
    {
      name: "test and law lines to source lines",
      value: Math.round((testLines / sourceLines) * 100) / 100,
      unit: "ratio",
    },
  ];
}
