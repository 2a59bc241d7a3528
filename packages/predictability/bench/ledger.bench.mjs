// A ledger of 100,000 promises of every kind with their outcomes, revisions and forecasts: judged, measured, extended.
import { extendLedger, judgePromises, measureLedger } from "../dist/index.js";

const print = (name, value, unit, more = {}) => console.log(JSON.stringify({ name, value: Number(value), unit, ...more }));
function fastest(run, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
const day = 86_400_000;
const draw = (at, below) => (Math.imul(at + 1, 2654435761) >>> 8) % below;
const items = (at) => Array.from({ length: 8 }, (_none, nth) => `i${at}.${nth}`);

function ledgerOf(count) {
  const ledger = { promises: [], outcomes: [], revisions: [], reopenings: [], withdrawals: [], forecasts: [] };
  for (let at = 0; at < count; at++) {
    const [id, due, kind] = [`p${at}`, (30 + draw(at, 300)) * day, ["date", "date", "count", "scope"][at % 4]];
    const value = { date: due, count: 10, scope: items(at) }[kind];
    const dated = kind === "date" ? {} : { due };
    ledger.promises.push({ id, kind, value, ...dated, madeAt: day, confidence: (50 + 5 * draw(at, 10)) / 100 });
    const done = due + (draw(at, 40) - 30) * day;
    if (done > day)
      ledger.outcomes.push({ promise: id, at: done, value: { date: done, count: 7 + draw(at, 6), scope: items(at) }[kind] });
    if (at % 5 === 0) ledger.revisions.push({ promise: id, at: due - 9 * day, value: kind === "scope" ? ["x"] : due });
    if (at % 17 === 0) ledger.reopenings.push({ promise: id, at: due });
    if (at % 23 === 0) ledger.withdrawals.push({ promise: id, at: due - day });
    if (kind === "date")
      for (const week of [1, 2]) {
        const [low, high] = [due - 20 * day, due + 5 * day * week];
        ledger.forecasts.push({ promise: id, at: week * 7 * day, chance: draw(at, 100) / 100, low, high, p85: due, left: 9 });
      }
  }
  return ledger;
}
for (const count of [1_000, 10_000, 100_000]) {
  const ledger = ledgerOf(count);
  const name = `${count.toLocaleString("en-US")} promises`;
  print(`ledger/measure ${name}`, fastest(() => measureLedger(ledger, 365 * day), count > 50_000 ? 3 : 9).toFixed(1), "ms");
  if (count < 100_000) continue;
  print(`ledger/judge ${name}`, fastest(() => judgePromises(ledger, 365 * day), 3).toFixed(1), "ms");
  print(`ledger/extend ${name} by none`, fastest(() => extendLedger(ledger, ledger, 365 * day), 3).toFixed(1), "ms");
}
