import { readdirSync, readFileSync } from "node:fs";
import { parseHistory, parsePlan, parseRecords } from "@evenkeel/schema";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readWork } from "../src/index.js";
import type { Import } from "../src/types.js";
import { sum } from "./accounted.js";
import {
  asanaHeader,
  countCells,
  countIcal,
  countJsonText,
  countKept,
  countLines,
  countXer,
  countXml,
} from "./walkers.js";

const folders = [
  "exports/azuredevops",
  "exports/github",
  "exports/jira",
  "exports/linear",
  "exports/trello",
  "exports/csv",
  "exports/mspdi",
  "exports/text",
  "schedules/mspdi",
  "schedules/mspdi-calendars",
  "schedules/mspdi-converted",
  "schedules/xer",
  "schedules/xer-synthetic",
  "schedules/pmxml",
  // Standards and texts.
  "exports/ganttproject",
  "exports/ical",
  "exports/ocel",
  "exports/planner",
  "exports/xes",
  // Trackers that came later.
  "exports/asana",
  "exports/bugzilla",
  "exports/monday",
  "exports/gitlab",
];
const xmlFormats = new Set(["xes", "ganttproject", "planner", "jira-xml"]);
const ownKeeping = ["mspdi", "markdown", "pmxml", "xer", "xes", "ocel", "ical", "ganttproject", "planner"];
const laterJson = ["asana", "gitlab", "monday", "bugzilla", "clickup"];
const prove = process.env["EVENKEEL_PROFILE"] === "prove";

function filesOf(folder: string): string[] {
  const path = sharedData(...folder.split("/"));
  const files =
    path === undefined
      ? []
      : readdirSync(path).filter(
          (name) =>
            /\.(jsonl?|csv|xml|md|xer|pmxml|xes|jsonocel|ics|gan|planner)$/.test(name) &&
            !name.endsWith("expected.json"),
        );
  const step = prove || !folder.endsWith("converted") ? 1 : 4;
  return files.filter((_name, index) => index % step === 0).map((name) => `${path}/${name}`);
}

function expectedFields(result: Import, text: string): number {
  const { name } = result.report.format;
  const plain = text.replace(/^\ufeff/, "");
  if (name === "mspdi" || name === "pmxml") return countXml(plain);
  if (name === "ical") return countIcal(plain);
  if (xmlFormats.has(name)) return countXml(plain);
  if (name === "xer") return countXer(plain);
  if (["azure-devops", "github", "jira-json", "ocel", "trello", ...laterJson].includes(name) && /^\s*[[{]/.test(plain))
    return countJsonText(plain);
  if (name === "markdown") return countLines(plain);
  const delimiter = result.report.assumptions.find((each) => each.what === "delimiter")?.value ?? ",";
  return countCells(plain, delimiter, name === "asana" ? asanaHeader : undefined);
}

interface ReadFile {
  readonly file: string;
  readonly text: string;
  readonly result: Awaited<ReturnType<typeof readWork>>;
}

async function readAll(folder: string): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of filesOf(folder)) {
    const bytes = readFileSync(file);
    read.push({ file, text: bytes.toString("utf8"), result: await readWork(bytes, { name: file }) });
  }
  return read;
}

for (const folder of folders) {
  describe(`each file of ${folder}`, async () => {
    const files = await readAll(folder);

    test("is read or refused with a code", () => {
      for (const { file, result } of files) {
        expect(result.ok || result.issues[0].code.startsWith("interop/"), file).toBe(true);
      }
    });

    test("is accounted for: every field, every record, every kept value", () => {
      for (const { file, text, result } of files) {
        if (!result.ok) continue;
        const { report, plan } = result.value;
        expect(sum(report.fields), file).toBe(expectedFields(result.value, text));
        expect(report.counts.imported + report.counts.merged + report.counts.rejected, file).toBe(report.counts.read);
        if (!ownKeeping.includes(report.format.name)) {
          expect(countKept(plan), file).toBe(sum(report.fields.filter((row) => row.fate === "kept-raw")));
        }
      }
    });

    test("gives documents the schemas accept, the same for the same text", async () => {
      for (const [index, { file, text, result }] of files.entries()) {
        if (!result.ok) continue;
        const { plan, history, records } = result.value;
        const parsed = [parsePlan(plan), parseHistory(history, plan), parseRecords(records)];
        expect(
          parsed.flatMap((each) => each.issues),
          file,
        ).toEqual([]);
        const isUtf8 = !text.includes("\ufffd");
        if (index > 4 || !isUtf8) continue;
        const again = await readWork(text, { name: file });
        expect(again.ok && JSON.stringify(again.value.plan) === JSON.stringify(plan), file).toBe(true);
      }
    });
  });
}
