// A lead asks: which promises are at risk, and what do I do about it today?
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, orThrow, reviewWork } from "evenkeel";

const file = fileURLToPath(import.meta.resolve("@evenkeel/example-data/portfolio.evenkeel.json"));
const { plan, history, records } = JSON.parse(readFileSync(file, "utf8"));
const review = orThrow(reviewWork({ plan, history, records, now: "2026-11-20T09:00:00Z" }));
const percent = (share) => `${Math.round(share * 100)} %`;
const say = (text) => process.stdout.write(`${text}\n`);

const { promises, record } = review.executive;
say(`${promises.length} promises are open on ${review.now.slice(0, 10)}.`);
for (const { what, due, by, standing, networkFinish, flowChance, disagreement } of promises) {
  say(`\n${what}: promised for ${due} by ${by}. It is ${standing === "at-risk" ? "at risk" : standing}.`);
  if (networkFinish !== undefined) say(`  By its dependencies it is done on ${networkFinish.slice(0, 10)}.`);
  if (flowChance !== undefined) say(`  At the pace of finished work it has ${percent(flowChance)} chance.`);
  if (disagreement !== undefined) say(`  ${describe(disagreement).message}`);
}

const { kept, keptShare } = record;
say(
  `\nSo far ${kept} of ${keptShare.n} promises were kept: between ${percent(keptShare.low)} and ${percent(keptShare.high)} with 95 % confidence.`,
);
say("\nFirst today:");
for (const action of review.first.slice(0, 3)) {
  const { message, remedy } = describe(action);
  say(`- ${message}\n  ${action.person ?? "Someone"}: ${remedy}`);
}
