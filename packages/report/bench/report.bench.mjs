// How long a page takes and how large it is: a review of 500 items in 5 projects with a year of history.
import { orThrow, reviewWork } from "evenkeel";
import { renderReport } from "../dist/index.js";

const day = (at) => new Date(Date.UTC(2025, 4, 1) + at * 86_400_000).toISOString().slice(0, 10);
const items = [];
const dependencies = [];
for (let n = 0; n < 500; n++) {
  const [id, begin] = [`i${n}`, Math.floor(n * 0.7)];
  items.push({
    id,
    title: `Piece of work ${n}`,
    kind: "task",
    projectId: `p${n % 5}`,
    schedule: { kind: "task", durationMinutes: 480 * (1 + (n % 7)) },
    startedAt: `${day(begin)}T09:00:00Z`,
    ...(begin < 338 ? { finishedAt: `${day(begin + 1 + (n % 11))}T16:00:00Z` } : {}),
  });
  if (n >= 5) dependencies.push({ id: `d${n}`, predecessorId: `i${n - 5}`, successorId: id, type: "FS" });
}
const projects = [0, 1, 2, 3, 4].map((n) => ({ id: `p${n}`, name: `Project ${n}`, start: day(0) }));
const plan = { formatVersion: 1, title: "A year", projects, items, dependencies };
const review = orThrow(reviewWork({ plan, now: `${day(365)}T08:00:00Z` }));

const page = await renderReport(review);
let best = Number.POSITIVE_INFINITY;
for (let run = 0; run < 5; run++) {
  const from = performance.now();
  await renderReport(review);
  best = Math.min(best, performance.now() - from);
}
const say = (row) => process.stdout.write(`${JSON.stringify(row)}\n`);
say({ name: "report/render-500-items", value: Math.round(best), unit: "ms" });
say({ name: "report/page-500-items", value: Buffer.byteLength(page), unit: "bytes" });
