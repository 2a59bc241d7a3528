// What checking costs beside the rules themselves, and what privacy withholds beside the floor alone.
import { compileDataChecks, openChecks, resolveConfig, safeGroups, subjectCheck } from "../dist/index.js";
import { attackByDifferences } from "../dist/testing.js";

const clock = (run) => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const best = (run) => Math.min(clock(run), clock(run), clock(run));
const print = (name, value, unit, more = {}) =>
  process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more })}\n`);
const today = "2026-05-01";

// Trivial rules over many rows: the runner's own cost.
const rows = new Map(Array.from({ length: 100_000 }, (_none, at) => [`i${at}`, { size: at % 10 }]));
const ids = [...rows.keys()];
const subjects = (input) => input.keys();
const near = (_input, changed) => [changed.id];
const trivial = (at) =>
  subjectCheck(
    { id: `bench/rule-${at}`, kind: "heuristic", citation: [{ title: "bench" }], needs: [] },
    {
      table: "items",
      subjects,
      near,
      judge: (input, id) => ((input.get(id)?.size ?? 0) > 8 ? { outcome: "fail" } : "pass"),
    },
  );
const rules = Array.from({ length: 20 }, (_none, at) => trivial(at));
let session;
const opened = best(() => {
  session = openChecks(rules, rows, { today });
});
print("checks/open 20 trivial rules on 100,000 rows", opened, "ms");
print("checks/open, a judgement", (opened * 1e6) / (rows.size * rules.length), "ns");
const edits = Array.from({ length: 1000 }, (_none, at) => ids[(at * 7919) % ids.length]);
const times = edits
  .map((id, at) =>
    clock(() =>
      session.update([{ table: "items", id }], () => {
        rows.set(id, { size: at % 10 });
        return rows;
      }),
    ),
  )
  .sort((a, b) => a - b);
print("checks/check again after one edit, median of 1,000", times[500], "ms");
print("checks/check again after one edit, p99 of 1,000", times[990], "ms", { bar: "<= 1" });

// Rules as data against the same rule in code.
const pack = {
  formatVersion: 1,
  id: "bench",
  title: "Bench",
  version: "1",
  checks: Array.from({ length: 20 }, (_none, at) => ({
    id: `bench/data-${at}`,
    version: "1",
    kind: "heuristic",
    citation: [{ title: "bench" }],
    table: "items",
    require: [{ field: "size", atMost: 8 }],
    message: "{subject} is {found}.",
  })),
};
const compiled = compileDataChecks(pack, { subjects, row: (input, _table, id) => input.get(id) });
const data = best(() => openChecks(compiled.value.checks, rows, { today }));
print("checks/open 20 rules as data on 100,000 rows", data, "ms");
print("checks/rules as data against the same in code", data / opened, "times slower");
const known = { checks: rules };
const config = { checks: Object.fromEntries(rules.map(({ id }) => [id, "serious"])) };
print("checks/resolve a config of 20 checks", best(() => resolveConfig(config, known)), "ms");

// Group results: what is withheld, against the floor alone and what that gives away.
let seed = 20260501;
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return (seed >>> 8) % below;
};
const groupsOf = (people, groups, mostIn) =>
  Array.from({ length: groups }, (_none, at) => {
    const personIds = new Set(Array.from({ length: 2 + random(mostIn) }, () => `p${random(people)}`));
    return { groupId: `g${at}`, personIds: [...personIds] };
  });
const sums = (cells) => cells.map(({ personIds }) => ({ unknowns: personIds, sum: BigInt(personIds.length) }));
const share = { cells: 0, floor: 0, derivable: 0, given: 0, reports: 0, attacked: 0, attackedSafe: 0 };
for (let report = 0; report < 1000; report++) {
  const first = groupsOf(30, 6, 14);
  const joined = first.map(({ groupId, personIds }) => ({ groupId, personIds: random(2) ? personIds : [...personIds, `new${random(3)}`] }));
  const published = [];
  for (const cells of [first, joined]) {
    const safe = safeGroups(cells, { dataClass: "record", published });
    published.push(...safe.published);
    share.cells += cells.length;
    share.floor += safe.withheld.filter(({ reason }) => reason === "too few people").length;
    share.derivable += safe.withheld.filter(({ reason }) => reason === "derivable").length;
    share.given += safe.withheld.filter(({ reason }) => reason === "not ruled out").length;
  }
  const floorOnly = [...first, ...joined].filter(({ personIds }) => personIds.length >= 5);
  share.attacked += attackByDifferences(sums(floorOnly)).size > 0 ? 1 : 0;
  share.attackedSafe += attackByDifferences(sums(published)).size > 0 ? 1 : 0;
  share.reports++;
}
print("privacy/cells withheld by the floor alone", (100 * share.floor) / share.cells, "%");
print("privacy/cells withheld besides, as derivable", (100 * share.derivable) / share.cells, "%");
print("privacy/cells withheld besides, as not ruled out", (100 * share.given) / share.cells, "%");
print("privacy/reports that give a person away, floor alone", (100 * share.attacked) / share.reports, "%");
print("privacy/reports that give a person away, safe groups", (100 * share.attackedSafe) / share.reports, "%", { bar: "= 0" });
for (const [people, groups] of [[300, 25], [1000, 50], [3000, 100], [3000, 200]]) {
  const cells = groupsOf(people, groups, 60);
  let safe;
  print(`privacy/safe groups, ${groups} overlapping of ${people} people`, clock(() => { safe = safeGroups(cells); }), "ms");
  print(`privacy/withheld of ${groups}`, safe.withheld.length, "cells", { derivable: safe.withheld.filter(({ reason }) => reason === "derivable").length, notRuledOut: safe.withheld.filter(({ reason }) => reason === "not ruled out").length });
}
