// CPU seconds to read a Jira-like table of 50,000 rows and 60 columns, beside the CSV parser alone.
import Papa from "papaparse";
import { readJiraCsv } from "../dist/jira-csv.js";

const columns = 60;
const rows = 50_000;
const header = ["Summary", "Issue key", "Issue id", "Status", "Status Category", "Created", "Resolved", "Labels", "Labels"];
while (header.length < columns) header.push(`Custom field (F${header.length})`);
const lines = [header.join(",")];
for (let row = 0; row < rows; row++) {
  const cells = [`"Dig, part ${row}"`, `A-${row}`, String(row), "Done", "Done", "09/Jan/24 3:54 PM", "10/Jan/24 9:01 AM", "sea", ""];
  for (let column = cells.length; column < columns; column++) cells.push(column % 4 === 0 ? `v${row % 97}` : "");
  lines.push(cells.join(","));
}
const text = lines.join("\n");

function cpu(run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    run();
    const used = process.cpuUsage(before);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  return best;
}

const floor = cpu(() => Papa.parse(text, { delimiter: "," }));
const whole = cpu(() => readJiraCsv(text));
console.log(JSON.stringify({ name: "interop/csv-parser-floor", value: floor, unit: "s CPU" }));
console.log(JSON.stringify({ name: "interop/jira-csv-50000x60", value: whole, unit: "s CPU", bar: 1 }));
console.log(JSON.stringify({ name: "interop/jira-csv-over-parser", value: whole / floor, unit: "ratio", bar: 4 }));
