// CPU seconds to write a history of a million events as Parquet, beside the bare writer with the same columns already made.
import { parquetWriteBuffer } from "hyparquet-writer";
import { writeParquet } from "../dist/parquet.js";

const [count, first] = [1_000_000, Date.UTC(2026, 0, 1)];
const states = ["To do", "Doing", "Done"];
const at = (row) => first + row * 61_000;
const events = Array.from({ length: count }, (_none, row) => ({
  id: `e${row}`,
  at: `${new Date(at(row)).toISOString().slice(0, 19)}Z`,
  subject: { table: "items", id: `HAR-${row % 40_000}` },
  source: "exact",
  type: "stateChanged",
  from: states[row % 3],
  to: states[(row + 1) % 3],
}));

async function cpu(run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    await run();
    const used = process.cpuUsage(before);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  return best;
}

const text = (name, data) => ({ name, data, type: "STRING", nullable: false });
const columnData = [
  { name: "at", data: BigInt64Array.from(events, (_event, row) => BigInt(at(row))), type: "INT64", nullable: false },
  text("id", events.map(({ id }) => id)),
  text("table", events.map(({ subject }) => subject.table)),
  text("subjectId", events.map(({ subject }) => subject.id)),
  ...["type", "source", "from", "to"].map((name) => text(name, events.map((event) => event[name]))),
];
const bare = await cpu(() => parquetWriteBuffer({ columnData, statistics: false }));
columnData.length = 0;
const own = await cpu(() => writeParquet({ formatVersion: 1, events }));

console.log(JSON.stringify({ name: "interop/parquet-bare-writer", value: bare, unit: "s CPU" }));
console.log(JSON.stringify({ name: "interop/parquet-1000000-events", value: own, unit: "s CPU", bar: 1.5 }));
console.log(JSON.stringify({ name: "interop/parquet-ratio-to-bare-writer", value: own / bare, unit: "1" }));
