// npm run conformance -- schedules [--from DIR] [--json FILE] [--file NAME [--all]]: our dates beside those that other tools stored.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compare } from "./compare.mjs";
import { staleValues } from "./stale.mjs";
import { storedFiles } from "./stored-files.mjs";
import { fileText, setText } from "./texts.mjs";
import { bothTotals } from "./totals.mjs";

const exclusions = JSON.parse(readFileSync(new URL("../exclusions.json", import.meta.url), "utf8"));

async function scored(file) {
  const empty = { rows: [], excluded: [], unstored: 0, issues: [], stale: "none" };
  const { vendor, folder, name } = file;
  try {
    const { plan, stored, finishes } = await file.read(file.path);
    return { vendor, folder, name, ...compare(plan, stored, exclusions), stale: staleValues(plan, stored, finishes) };
  } catch (fault) {
    return { vendor, folder, name, ...empty, fault: String(fault.message ?? fault) };
  }
}

const { values } = parseArgs({
  options: {
    from: { type: "string" },
    json: { type: "string" },
    file: { type: "string" },
    all: { type: "boolean", default: false },
  },
});
const shared = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const root = join(values.from ?? shared, "schedules");
if (!existsSync(root)) process.stdout.write(`skipped: no ${root}\n`);
const chosen = storedFiles(root).filter(({ name }) => name.includes(values.file ?? ""));
const files = [];
for (const file of chosen) files.push(await scored(file));
for (const file of files) process.stdout.write(fileText(file, values.file !== undefined, values.all));
const sets = [...new Set(files.map(({ vendor }) => vendor))].map((vendor) => ({
  vendor,
  ...bothTotals(files.filter((file) => file.vendor === vendor)),
}));
for (const set of sets) process.stdout.write(setText(set));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ sets, files }, null, 2)}\n`);
