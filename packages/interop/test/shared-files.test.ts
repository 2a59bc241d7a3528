import { readdirSync, readFileSync } from "node:fs";
import { parseHistory, parsePlan, parseRecords } from "@evenkeel/schema";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readWork } from "../src/index.js";
import type { Import } from "../src/types.js";
import { countCells, countJson, countKept, countLines, countXml } from "./walkers.js";

const folders = [
  "exports/jira",
  "exports/csv",
  "exports/mspdi",
  "exports/text",
  "schedules/mspdi",
  "schedules/mspdi-calendars",
  "schedules/mspdi-converted",
];
const prove = process.env["EVENKEEL_PROFILE"] === "prove";

function filesOf(folder: string): string[] {
  const path = sharedData(...folder.split("/"));
  const files =
    path === undefined
      ? []
      : readdirSync(path).filter((name) => /\.(json|csv|xml|md)$/.test(name) && !name.endsWith("expected.json"));
  const step = prove || !folder.endsWith("converted") ? 1 : 4;
  return files.filter((_name, index) => index % step === 0).map((name) => `${path}/${name}`);
}

function expectedFields(result: Import, text: string): number {
  const { name } = result.report.format;
  const plain = text.replace(/^\ufeff/, "");
  if (name === "mspdi") return countXml(plain);
  if (name === "jira-json") return countJson(JSON.parse(plain));
  if (name === "markdown") return countLines(plain);
  return countCells(plain, result.report.assumptions.find((each) => each.what === "delimiter")?.value ?? ",");
}

const sum = (rows: readonly { readonly count: number }[]): number => rows.reduce((total, row) => total + row.count, 0);

for (const folder of folders) {
  describe(`each file of ${folder}`, () => {
    const files = filesOf(folder);

    test("is read or refused with a code", async () => {
      for (const file of files) {
        const result = await readWork(readFileSync(file), { name: file });
        expect(result.ok || result.issues[0].code.startsWith("interop/"), file).toBe(true);
      }
    });

    test("is accounted for: every field, every record, every kept value", async () => {
      for (const file of files) {
        const bytes = readFileSync(file);
        const result = await readWork(bytes);
        if (!result.ok) continue;
        const { report, plan } = result.value;
        expect(sum(report.fields), file).toBe(expectedFields(result.value, bytes.toString("utf8")));
        expect(report.counts.imported + report.counts.merged + report.counts.rejected, file).toBe(report.counts.read);
        if (report.format.name !== "mspdi" && report.format.name !== "markdown") {
          expect(countKept(plan), file).toBe(sum(report.fields.filter((row) => row.fate === "kept-raw")));
        }
      }
    });

    test("gives documents the schemas accept, the same for the same bytes", async () => {
      for (const file of files) {
        const bytes = readFileSync(file);
        const result = await readWork(bytes);
        if (!result.ok) continue;
        const { plan, history, records } = result.value;
        expect(
          [parsePlan(plan), parseHistory(history, plan), parseRecords(records)].flatMap((parsed) => parsed.issues),
          file,
        ).toEqual([]);
        expect(JSON.stringify(await readWork(bytes)), file).toBe(JSON.stringify(result));
      }
    });
  });
}
