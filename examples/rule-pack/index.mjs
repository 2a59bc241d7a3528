// A works agreement as data: is the pack sound, and what does it say of a month of work?
import { readFileSync } from "node:fs";
import { boundaryCases } from "@evenkeel/sustainability/packs";
import { describe, orThrow, reviewWork, ruleTexts, tryRulePack } from "evenkeel";

const json = JSON.parse(readFileSync(new URL("harbour-agreement.json", import.meta.url), "utf8"));
const { pack, cases } = orThrow(tryRulePack(json));
const say = (line) => process.stdout.write(`${line}\n`);
say(`${pack.title}: ${pack.rules.length} rules, ${cases} cases at the edges of their values.`);
for (const { ruleId, side, value, expected } of boundaryCases(pack)) say(`- ${ruleId} ${side} (${value}): ${expected}`);

// Rafael works from nine to five, every other Saturday too, and until ten on one Tuesday.
const day = 86_400_000;
const first = Date.parse("2026-06-01T07:00:00Z");
const instant = (at, hour) => new Date(first + at * day + hour * 3_600_000).toISOString();
const workIntervals = Array.from({ length: 56 }, (_none, at) => at)
  .filter((at) => at % 7 < 5 || at % 14 === 5 || at % 14 === 6)
  .map((at) => ({
    id: `w${at}`,
    personId: "rafael",
    from: instant(at, 0),
    to: instant(at, at === 29 ? 13 : 8),
    kind: "actual",
  }));

const review = orThrow(
  reviewWork({
    plan: { formatVersion: 1, people: [{ id: "rafael", name: "Rafael", zone: "Europe/Berlin" }] },
    records: { formatVersion: 1, workIntervals },
    now: "2026-07-31",
    rulePacks: [pack],
    viewer: { personId: "rafael" },
  }),
);
const texts = ruleTexts([pack]);
say("\nWhat it says to Rafael:");
for (const finding of review.findings)
  if (finding.outcome === "fail" && finding.checkId.startsWith("harbour-agreement/")) {
    const { message, remedy } = describe(finding, texts);
    say(`- ${message} ${remedy}\n  Rests on ${finding.evidence.map(({ id }) => id).join(", ")}.`);
  }
