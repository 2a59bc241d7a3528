// A tool vendor has its own tasks. It maps them to the scheduling port once, and proves the mapping with the published laws.
import { criticalPath, schedule } from "@evenkeel/scheduling";
import { checkScheduleFeasible, scheduleLaws } from "@evenkeel/scheduling/testing";
import * as fc from "fast-check";

/** The vendor's own model: hours, links on the successor, a milestone is a flag. */
const board = {
  kickoff: "2026-12-01",
  cards: [
    { key: "SITE-1", name: "Dig the trench", hours: 16 },
    { key: "SITE-2", name: "Lay the pipe", hours: 24, waitsFor: [{ key: "SITE-1", overlap: true, hours: 8 }] },
    { key: "SITE-3", name: "Pressure test", hours: 8, waitsFor: [{ key: "SITE-2" }] },
    { key: "SITE-4", name: "Fill and tamp", hours: 16, waitsFor: [{ key: "SITE-3" }] },
    { key: "SITE-5", name: "Road is open", flag: true, waitsFor: [{ key: "SITE-4" }] },
    { key: "SITE-6", name: "Order the asphalt", hours: 8, notBefore: "2026-12-03" },
  ],
};

/** The whole mapping: a few lines, made once. */
function toPort({ kickoff, cards }) {
  return {
    start: kickoff,
    activities: cards.map(({ key, hours = 0, flag, notBefore }) => ({
      id: key,
      durationMinutes: hours * 60,
      ...(flag ? { kind: "finishMilestone" } : {}),
      ...(notBefore ? { constraints: [{ kind: "SNET", at: notBefore }] } : {}),
    })),
    links: cards.flatMap(({ key, waitsFor = [] }) =>
      waitsFor.map(({ key: predecessor, overlap, hours = 0 }) => ({
        predecessor,
        successor: key,
        type: overlap ? "SS" : "FS",
        lag: { minutes: hours * 60 },
      })),
    ),
  };
}

const input = toPort(board);
const result = schedule(input);
if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
const nameOf = new Map(board.cards.map((card) => [card.key, card.name]));
for (const { id, start, finish, totalFloatMinutes, isCritical } of result.value.activities) {
  const slack = isCritical ? "no slack" : `${totalFloatMinutes / 60} h of slack`;
  process.stdout.write(
    `${id}  ${start.slice(5).replace("T", " ")} to ${finish.slice(5).replace("T", " ")}  ${nameOf.get(id)} (${slack})\n`,
  );
}
process.stdout.write(`Longest path: ${criticalPath(result.value).join(" > ")}\n`);

const broken = checkScheduleFeasible(input, result.value);
process.stdout.write(`An independent check of the definition finds ${broken.length} broken links.\n`);

let held = 0;
for (const law of scheduleLaws(schedule)) {
  await fc.assert(law.property, { numRuns: 50, seed: 7 });
  held++;
}
process.stdout.write(`${held} laws hold on 50 generated projects each.\n`);
