// Compile, passes and floats on calendars beside the same network in C without calendars; then from ids to texts.
import { backwardPass, compileSchedule, forwardPass, measureFloats, schedule } from "../dist/index.js";
import { checksum, inC } from "./in-c.mjs";
import { around, columns, compiled, fastest, four, print, random, shapes } from "./networks.mjs";

const passes = (network) => {
  const early = forwardPass(network);
  return [early, backwardPass(network, early)];
};
const small = compiled(columns(10_000, 50_000, around));
print("forward pass 10k/50k, one continuous calendar", fastest(() => forwardPass(small), 1000), "ms", { bar: 1 });

for (const [name, nodeCount, rounds, allBar, ratioBar] of [
  ["1k/2k", 1000, 200],
  ["10k/20k", 10_000, 100, 5, 8],
  ["100k/200k", 100_000, 40, 60, 8],
  ["1M/2M", 1_000_000, 3, 1200, 4],
]) {
  for (const isShuffled of [false, true]) {
    const ids = isShuffled ? ", shuffled ids" : "";
    const plain = columns(nodeCount, 2 * nodeCount, around, { isShuffled, start: 0 });
    const reference = inC(plain, rounds);
    const plainNetwork = compiled(plain);
    if (reference !== undefined && checksum(plainNetwork, ...passes(plainNetwork)) !== reference.sum) {
      throw new TypeError(`${name}: C has other dates`);
    }
    const plainMs = fastest(() => passes(plainNetwork), rounds);
    const input = columns(nodeCount, 2 * nodeCount, four(), { isShuffled });
    const compileMs = fastest(() => compiled(input), rounds);
    const network = compiled(input);
    const [early, late] = passes(network);
    const passesMs = fastest(() => passes(network), rounds);
    const floatsMs = fastest(() => measureFloats(network, early, late), rounds);
    const bar = isShuffled ? {} : { bar: allBar };
    print(`compile, passes and floats ${name}, four calendars${ids}`, compileMs + passesMs + floatsMs, "ms", bar);
    print(`both passes ${name}${ids}`, passesMs, "ms");
    print(`floats ${name}${ids}`, floatsMs, "ms");
    print(`compile ${name}${ids}`, compileMs, "ms");
    print(`both passes ${name}, no calendars${ids}`, plainMs, "ms");
    if (reference === undefined) continue;
    const inAll = reference.build + reference.passes;
    print(`C, rows and order ${name}${ids}`, reference.build, "ms");
    print(`C, both passes ${name}${ids}`, reference.passes, "ms");
    print(`both passes ${name} against C, no calendars${ids}`, plainMs / reference.passes, "times slower");
    print(`both passes ${name} on calendars against C without${ids}`, passesMs / reference.passes, "times slower");
    print(
      `compile, passes and floats ${name} on calendars against C without${ids}`,
      (compileMs + passesMs + floatsMs) / inAll,
      "times slower",
      isShuffled ? {} : { bar: ratioBar },
    );
  }
}
for (const [name, input] of Object.entries(shapes(1_000_000, around))) {
  print(`${name} of 1M, compiled and both passes`, fastest(() => passes(compiled(input)), 1), "ms", { bar: 1500 });
}

/** A plan in objects, as a caller holds it. */
function planOf(count) {
  const activities = Array.from({ length: count }, (_, at) => ({ id: `A${at}`, durationMinutes: 60 + random(80) * 6 }));
  const ties = new Set(
    Array.from({ length: 2 * count }, () => {
      const at = random(count - 1);
      return `A${at} A${at + 1 + random(Math.min(1000, count - 1 - at))}`;
    }),
  );
  const links = Array.from(ties, (tie) => ({ predecessor: tie.split(" ")[0], successor: tie.split(" ")[1] }));
  return { start: "2026-01-05T08:00", activities, links };
}

for (const [name, count, rounds, mostMs] of [
  ["10k/20k", 10_000, 50, 15],
  ["100k/200k", 100_000, 12, 180],
  ["1M/2M", 1_000_000, 2, 3600],
]) {
  const plan = planOf(count);
  const { activities, links } = plan;
  const numbersMs = fastest(() => {
    const { network } = compileSchedule(plan).value;
    measureFloats(network, ...passes(network));
  }, rounds);
  const { network } = compileSchedule(plan).value;
  const arraysMs = fastest(() => measureFloats(network, ...passes(network)), rounds);
  const from = Int32Array.from(links, ({ predecessor }) => Number(predecessor.slice(1)));
  const to = Int32Array.from(links, ({ successor }) => Number(successor.slice(1)));
  const zeros = new Int32Array(links.length);
  const { calendars, start, rules } = network;
  const duration = Int32Array.from(activities, ({ durationMinutes }) => durationMinutes * 10);
  const given = { duration, calendarOf: new Int32Array(count), calendars, from, to, type: new Uint8Array(links.length) };
  const compileMs = fastest(() => compiled({ ...given, lag: zeros, lagCalendar: zeros, start, rules }), rounds);
  const arrays = arraysMs + compileMs;
  print(`schedule ${name} from ids to numbers`, numbersMs, "ms", { bar: mostMs });
  const isTold = count < 1_000_000;
  print(`schedule ${name} from ids to numbers against typed arrays`, numbersMs / arrays, "times slower", isTold ? { bar: 3 } : {});
  if (!isTold) continue;
  const textsMs = fastest(() => schedule(plan), rounds);
  print(`schedule ${name} from ids to texts`, textsMs, "ms");
  print(`schedule ${name} from ids to texts against typed arrays`, textsMs / arrays, "times slower");
}
