// One person with a Markdown list asks: what next? No account, no team, no ceremony.
import { readFileSync } from "node:fs";
import { readMarkdown } from "@evenkeel/interop/markdown";
import { describe, orThrow, reviewWork } from "evenkeel";

const text = readFileSync(new URL("todo.md", import.meta.url), "utf8");
const { plan, history } = orThrow(readMarkdown(text));
const review = orThrow(reviewWork({ plan, history, now: "2026-05-03T08:00:00Z" }));
const say = (line) => process.stdout.write(`${line}\n`);

say(`${review.counts.open} of ${review.counts.items} things are open.`);
say("Next:");
for (const next of review.contributor.next.slice(0, 3)) say(`- ${describe(next).message}`);

const urgent = review.findings.filter(({ outcome, checkId }) => outcome === "fail" && !checkId.startsWith("clarity/"));
if (urgent.length > 0) say("Mind:");
for (const finding of urgent.slice(0, 3)) say(`- ${describe(finding).message} ${describe(finding).remedy}`);
for (const { what, due } of review.executive.promises) say(`Promised: ${what}, by ${due}.`);
