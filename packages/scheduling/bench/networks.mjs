// Generated networks: 70 % FS, all four types, lags, window 1,000; and the shapes that break recursion.
import { compileCalendars, continuousCalendar, standardCalendar } from "@evenkeel/calendar";
import { compileNetwork, presets } from "../dist/index.js";

let state = 1;
export const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * limit);
};

/** Columns over `ends(link) -> [from, to]`; `renamed` gives the nodes other numbers. */
function over(nodeCount, linkCount, calendars, ends, renamed, start) {
  const [from, to, lag, lagCalendar] = Array.from({ length: 4 }, () => new Int32Array(linkCount));
  const type = new Uint8Array(linkCount);
  for (let link = 0; link < linkCount; link++) {
    const [a, b] = ends(link);
    from[link] = renamed === undefined ? a : renamed[a];
    to[link] = renamed === undefined ? b : renamed[b];
    const dice = random(10);
    type[link] = dice < 7 ? 0 : dice - 6;
    lag[link] = random(10) < 3 ? random(20) * 600 - 2400 : 0;
    lagCalendar[link] = random(calendars.length);
  }
  const duration = Int32Array.from({ length: nodeCount }, () => 600 + random(80) * 60);
  const calendarOf = Int32Array.from({ length: nodeCount }, () => random(calendars.length));
  return { duration, calendarOf, calendars, from, to, type, lag, lagCalendar, start, rules: presets.evenkeel };
}

function shuffled(count) {
  const places = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = random(at + 1);
    [places[at], places[other]] = [places[other], places[at]];
  }
  return places;
}

const monday = 20_000 * 14_400 + 4800;

/** A plan-like network; ids in order of time, or shuffled. */
export function columns(nodeCount, linkCount, calendars, { isShuffled = false, start = monday } = {}) {
  const ends = () => {
    const a = random(nodeCount - 1);
    return [a, a + 1 + random(Math.min(1000, nodeCount - 1 - a))];
  };
  return over(nodeCount, linkCount, calendars, ends, isShuffled ? shuffled(nodeCount) : undefined, start);
}

/** A chain, a star (one before all others, one after them) and a grid of this many nodes. */
export function shapes(nodeCount, calendars) {
  const side = Math.floor(Math.sqrt(nodeCount));
  const across = side * (side - 1);
  const short = (made) => ({ ...made, duration: made.duration.fill(10), type: made.type.fill(0), lag: made.lag.fill(0) });
  const star = 2 * (nodeCount - 2);
  return {
    chain: short(over(nodeCount, nodeCount - 1, calendars, (link) => [link, link + 1], undefined, monday)),
    star: short(
      over(nodeCount, star, calendars, (k) => (k % 2 === 0 ? [0, 1 + k / 2] : [1 + (k - 1) / 2, nodeCount - 1]), undefined, monday),
    ),
    grid: short(
      over(
        side * side,
        2 * across,
        calendars,
        (link) => {
          const k = link % across;
          if (link >= across) return [k, k + side];
          const at = Math.floor(k / (side - 1)) * side + (k % (side - 1));
          return [at, at + 1];
        },
        undefined,
        monday,
      ),
    ),
  };
}

export function compiled(input) {
  const result = compileNetwork(input);
  if (!result.ok) throw new TypeError(result.issues[0].code);
  return result.value;
}

export const calendars = (...specs) => compileCalendars(specs).value.calendars;
const holidays = Array.from({ length: 40 }, (_, year) => ({
  from: `${2024 + year}-12-24`,
  to: `${2024 + year}-12-31`,
  intervals: [],
}));
const office = { ...standardCalendar, exceptions: holidays };
export const around = calendars(continuousCalendar);
/** Four calendars, holidays of 40 years among them. */
export const four = () =>
  calendars(
    office,
    continuousCalendar,
    { id: "long", parentId: "standard", week: { saturday: [{ from: 480, to: 720 }] } },
    { ...office, id: "other" },
  );

/** Fewest milliseconds of some rounds. */
export function fastest(run, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

export const print = (name, value, unit, more = {}) =>
  console.log(JSON.stringify({ name: `scheduling/${name}`, value: Number(value.toPrecision(3)), unit, ...more }));
