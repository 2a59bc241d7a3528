// Passes over generated networks: 70 % FS, all four types, lags, window 1,000. Reference: the same recurrences in plain C.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileCalendars, continuousCalendar, standardCalendar } from "@evenkeel/calendar";
import { backwardPass, compileNetwork, forwardPass, measureFloats, presets, schedule } from "../dist/index.js";

let state = 1;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * limit);
};
function columns(nodeCount, linkCount, calendars) {
  const [from, to, lag, lagCalendar] = Array.from({ length: 4 }, () => new Int32Array(linkCount));
  const type = new Uint8Array(linkCount);
  for (let link = 0; link < linkCount; link++) {
    from[link] = random(nodeCount - 1);
    to[link] = from[link] + 1 + random(Math.min(1000, nodeCount - 1 - from[link]));
    const dice = random(10);
    type[link] = dice < 7 ? 0 : dice - 6;
    lag[link] = random(10) < 3 ? random(20) * 600 - 2400 : 0;
    lagCalendar[link] = random(calendars.length);
  }
  const duration = Int32Array.from({ length: nodeCount }, () => 600 + random(80) * 60);
  const calendarOf = Int32Array.from({ length: nodeCount }, () => random(calendars.length));
  const start = 20_000 * 14_400 + 4800;
  return { duration, calendarOf, calendars, from, to, type, lag, lagCalendar, start, rules: presets.evenkeel };
}
function fastest(run, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
const print = (name, value, unit, more = {}) =>
  console.log(JSON.stringify({ name: `scheduling/${name}`, value: Number(value.toPrecision(3)), unit, ...more }));
const compiled = (input) => {
  const result = compileNetwork(input);
  if (!result.ok) throw new TypeError(result.issues[0].code);
  return result.value;
};
const calendars = (...specs) => compileCalendars(specs).value.calendars;

/** Milliseconds of the C reference for as many nodes and links, or undefined without a compiler. */
function inC(nodeCount, linkCount, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-"));
  try {
    const program = join(folder, "passes");
    execFileSync("gcc", ["-O3", "-o", program, fileURLToPath(new URL("passes.c", import.meta.url))], { stdio: "pipe" });
    return Number(execFileSync(program, [nodeCount, linkCount, rounds].map(String), { encoding: "utf8" }));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const passes = (network) => {
  const early = forwardPass(network);
  return [early, backwardPass(network, early)];
};

const around = calendars(continuousCalendar);
const small = compiled(columns(10_000, 50_000, around));
print("forward pass 10k/50k, one continuous calendar", fastest(() => forwardPass(small), 200), "ms", { bar: 1 });
const holidays = Array.from({ length: 40 }, (_, year) => ({ from: `${2024 + year}-12-24`, to: `${2024 + year}-12-31`, intervals: [] }));
const office = { ...standardCalendar, exceptions: holidays };
const four = () =>
  calendars(office, continuousCalendar, { id: "long", parentId: "standard", week: { saturday: [{ from: 480, to: 720 }] } }, { ...office, id: "other" });
for (const [name, nodeCount, linkCount, rounds, bar] of [
  ["10k/20k", 10_000, 20_000, 50, 5],
  ["100k/200k", 100_000, 200_000, 10, 60],
  ["1M/2M", 1_000_000, 2_000_000, 3, 1500],
]) {
  const input = columns(nodeCount, linkCount, four());
  const compileMs = fastest(() => compiled(input), Math.min(3, rounds));
  const network = compiled(input);
  const [early, late] = passes(network);
  const passesMs = fastest(() => passes(network), rounds);
  print(`both passes ${name}, four calendars`, passesMs, "ms", { bar });
  print(`floats ${name}`, fastest(() => measureFloats(network, early, late), Math.min(3, rounds)), "ms");
  print(`compile ${name}`, compileMs, "ms");
  const reference = inC(nodeCount, linkCount, rounds);
  if (reference !== undefined) {
    print(`both passes ${name} against C without calendars`, passesMs / reference, "times slower", { reference });
  }
}
const activities = Array.from({ length: 10_000 }, (_, at) => ({ id: `A${at}`, durationMinutes: 60 + random(80) * 6 }));
const links = Array.from({ length: 20_000 }, () => {
  const at = random(9999);
  return { predecessor: `A${at}`, successor: `A${at + 1 + random(Math.min(1000, 9999 - at))}` };
}).filter((link, at, all) => at === 0 || link.predecessor !== all[at - 1].predecessor);
const seen = new Set();
const unique = links.filter(({ predecessor, successor }) => !seen.has(`${predecessor} ${successor}`) && seen.add(`${predecessor} ${successor}`));
const plan = { start: "2026-01-05T08:00", activities, links: unique };
print("schedule 10k/20k from ids to texts", fastest(() => schedule(plan), 10), "ms");
