// Service level expectations: the rolling back-test of every method on the shared histories, and the time one answer takes.
// The guard is learned anew without the team it is judged on, and its figures come with a bootstrap interval over teams.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { backtestSle, defaultSlePrior, learnSlePrior, serviceLevelExpectation } from "../dist/index.js";

const print = (name, value, unit, more = {}) => console.log(JSON.stringify({ name, value: Number(value), unit, ...more }));
const day = 86_400_000;
function fastest(run, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
for (const count of [300, 3_000, 30_000]) {
  const items = Array.from({ length: count }, (_none, at) => {
    const startedAt = Math.floor((at * 730 * day) / count);
    return { id: `I${at}`, startedAt, ...(at % 11 === 0 ? {} : { finishedAt: startedAt + ((at * at) % 31) * day }) };
  });
  for (const method of ["adaptive", "kaplan-meier"])
    print(
      `one expectation, ${method}, ${count} items`,
      fastest(() => serviceLevelExpectation(items, { now: 731 * day, method }), 5).toFixed(2),
      "ms",
    );
}

const folder = fileURLToPath(new URL("../../../../shared/data/histories/", import.meta.url));
function teamOf(file) {
  const [head, ...lines] = readFileSync(folder + file, "utf8").trim().split("\n");
  const columns = head.split(",");
  const items = lines.map((line, at) => {
    const cells = line.split(",");
    const time = (name) => {
      const text = cells[columns.indexOf(name)];
      return text ? Date.parse(`${text}:00Z`) : undefined;
    };
    const found = Object.entries({ createdAt: time("created"), startedAt: time("started"), finishedAt: time("done") });
    return { id: String(at), ...Object.fromEntries(found.filter(([, value]) => value !== undefined)) };
  });
  return { id: file.slice(0, -4), items };
}
const mean = (all) => all.reduce((sum, each) => sum + each, 0) / all.length;
function report(name, teams, reference) {
  const hits = teams.map(({ hit }) => hit);
  const away = hits.map((hit) => Math.abs(hit - 0.85));
  const source = ({ id }) => id.split("-")[0];
  const sources = [...new Set(teams.map(source))].map((name) => teams.filter((team) => source(team) === name));
  let state = 7;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * teams.length);
  };
  const interval = (values) => {
    const means = Array.from({ length: 4_000 }, () => mean(values.map(() => values[draw()]))).sort((a, b) => a - b);
    return `${means[100].toFixed(3)} to ${means[3_899].toFixed(3)}`;
  };
  const balanced = (pick) => mean(sources.map((of) => mean(of.map(pick)))).toFixed(3);
  print(`${name}: mean hit`, mean(hits).toFixed(3), "share", { interval: interval(hits), balanced: balanced(({ hit }) => hit), reference: reference[0] });
  print(`${name}: mean |hit - .85|`, mean(away).toFixed(3), "share", {
    interval: interval(away),
    balanced: balanced(({ hit }) => Math.abs(hit - 0.85)),
    reference: reference[1],
  });
  print(`${name}: teams below .75`, hits.filter((hit) => hit < 0.75).length, `of ${hits.length}`, { reference: reference[2] });
}
function reportAge(name, age) {
  print(`${name}: Brier skill of the chance at an age over the team's running share`, age.skill.toFixed(3), "share", { bar: 0.08 });
  print(`${name}: the same over the share known in hindsight`, age.hindsightSkill.toFixed(3), "share");
  print(`${name}: reliability error of the chance at an age`, age.reliabilityError.toFixed(3), "share", { reference: "0.03" });
}
if (existsSync(folder)) {
  const teams = readdirSync(folder).filter((file) => file.endsWith(".csv")).map(teamOf);
  const test = (protocol, of = teams) => backtestSle(of, protocol).value;
  for (const [method, windowDays, reference] of [
    ["completed", 90, [".766", ".107", "7"]],
    ["kaplan-meier", 90, [".791", ".089", "5"]],
    ["kaplan-meier", 180, [".794", ".086", "4"]],
  ]) {
    const tested = test({ method, windowDays });
    report(`${method}, ${windowDays} days`, tested.teams, reference);
    if (windowDays === 180) reportAge(`${method}, ${windowDays} days`, tested.age);
  }
  const begin = performance.now();
  const tested = test({});
  print("back-test of all teams, adaptive", (performance.now() - begin).toFixed(0), "ms");
  report("adaptive, prior as shipped", tested.teams, []);
  reportAge("adaptive, prior as shipped", tested.age);
  print("guard learned on all teams", learnSlePrior(teams, "all").value.guard, "times", { shipped: defaultSlePrior.guard });
  const counted = teams.filter(({ id }) => tested.teams.some((team) => team.id === id));
  const left = counted.map((team) => {
    const prior = learnSlePrior(counted.filter((other) => other !== team), "all others").value;
    return { guard: prior.guard, team: test({ prior }, [team]).teams[0] };
  });
  print("guards learned without the team judged, least", Math.min(...left.map(({ guard }) => guard)), "times");
  print("guards learned without the team judged, most", Math.max(...left.map(({ guard }) => guard)), "times");
  report("adaptive, guard learned on the other teams", left.map(({ team }) => team), []);
}
