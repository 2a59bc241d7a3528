import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseHistory, parsePlan, parseRecords } from "@evenkeel/schema";
import { sharedData, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectFormat, type FormatName, readWork } from "../src/index.js";
import { mutatedText } from "../src/testing.js";

/** Milliseconds of CPU for each reader; what a broken file costs is part of what is tried. */
const budget = statedRuns(24_000);
/** Larger files hold the same in more rows, and few of them would be read in that time. */
const mostBytes = 256 * 1024;
const seed = Number(process.env["EVENKEEL_SEED"] ?? "20260501");

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** Real files by the format they are known as, each byte a character. */
function samplesByFormat(): ReadonlyMap<FormatName, readonly [string, ...string[]]> {
  const found = new Map<FormatName, [string, ...string[]]>();
  for (const name of ["exports", "schedules"]) {
    const folder = sharedData(name);
    for (const path of folder === undefined ? [] : filesUnder(folder)) {
      if (statSync(path).size > mostBytes) continue;
      const bytes = readFileSync(path);
      const detected = detectFormat(bytes, path);
      if (!detected.ok) continue;
      const before = found.get(detected.value.format);
      if (before === undefined) found.set(detected.value.format, [bytes.toString("latin1")]);
      else before.push(bytes.toString("latin1"));
    }
  }
  return found;
}

/** What is wrong with the answer to a file, which may be broken in any way; undefined where it is as promised. */
async function faultOf(bytes: Uint8Array, format: FormatName): Promise<string | undefined> {
  const read = await readWork(bytes, { format });
  if (!read.ok)
    return read.issues.every(({ code }) => /^(interop|schema|core|kernel)\//.test(code))
      ? undefined
      : "an issue of no code of ours";
  const { plan, history, records, report } = read.value;
  const { imported, merged, rejected, read: all } = report.counts;
  if (imported + merged + rejected !== all) return "records lost";
  return parsePlan(plan).ok && parseHistory(history).ok && parseRecords(records).ok ? undefined : "invalid documents";
}

const byFormat = samplesByFormat();

describe.runIf(byFormat.size > 0)("real files, broken in a few places", () => {
  for (const [format, samples] of byFormat) {
    test(`are read by ${format}, or refused with codes`, async () => {
      const started = process.cpuUsage();
      const spent = (): number => {
        const { user, system } = process.cpuUsage(started);
        return (user + system) / 1000;
      };
      let tried = 0;
      for (let round = seed; spent() < budget; round++) {
        for (const text of fc.sample(mutatedText(samples), { seed: round, numRuns: 10 })) {
          tried++;
          const fault = await faultOf(Buffer.from(text, "latin1"), format).catch((error: Error) => error.stack);
          if (fault !== undefined) throw new TypeError(`EVENKEEL_SEED=${round}: ${fault}`);
        }
      }
      expect(tried).toBeGreaterThan(0);
    });
  }
});
