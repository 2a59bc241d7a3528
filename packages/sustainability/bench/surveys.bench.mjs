// One scale of a survey by group, over a whole organisation.
import { groupScale, hseIndicatorTool } from "../dist/surveys.js";

const print = (name, value, unit) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit })}\n`);
for (const people of [1_000, 10_000]) {
  const responses = Array.from({ length: people }, (_none, at) => ({
    groupId: `team ${Math.floor(at / 25)}`,
    personId: `p${at}`,
    answers: Object.fromEntries(hseIndicatorTool.items.map(({ id }, item) => [id, ((at * 7 + item * 3) % 5) + 1])),
  }));
  const started = process.hrtime.bigint();
  groupScale(hseIndicatorTool, "demands", responses);
  print(`sustainability/a survey of ${people.toLocaleString("en")} people by team`, Number(process.hrtime.bigint() - started) / 1e6, "ms");
}
