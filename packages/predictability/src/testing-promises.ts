import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { extendLedger } from "./ledger-extend.js";
import type { Ledger, LedgerForecast, LedgerMeasure, LedgerPromise } from "./ledger-types.js";
import { measureCommitments } from "./measure-commitments.js";
import { measureLedger } from "./measure-ledger.js";
import { anyPromises } from "./testing-arbitraries.js";
import { type Law, law } from "./testing-law.js";

const day = 86_400_000;
/** Long after everything: all that is dated has been decided. */
const end = 1000 * day;

const chance = fc.constantFrom(undefined, 0.1, 0.3, 0.5, 0.85, 1);
const anyItems = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "__proto__"), { minLength: 1, maxLength: 4 });
const instant = fc.nat(60 * day);

function promiseOf(
  kind: LedgerPromise["kind"],
  id: string,
  due: number,
  amount: number,
  items: string[],
): LedgerPromise {
  if (kind === "date") return { id, kind, value: due, madeAt: 0 };
  if (kind === "effort") return { id, kind, value: amount + 1, madeAt: 0 };
  return kind === "count" ? { id, kind, value: amount, due, madeAt: 0 } : { id, kind, value: items, due, madeAt: 0 };
}

const anyRecord = fc.record({
  kind: fc.constantFrom("date" as const, "count" as const, "scope" as const, "effort" as const),
  due: fc.integer({ min: 1, max: 60 * day }),
  amount: fc.nat(9),
  items: anyItems,
  confidence: chance,
  outcomes: fc.array(fc.record({ at: instant, back: fc.nat(9 * day), amount: fc.nat(12), items: anyItems }), {
    maxLength: 3,
  }),
  reopened: fc.option(instant, { nil: undefined }),
  revised: fc.option(fc.tuple(instant, fc.nat(90)), { nil: undefined }),
  forecasts: fc.array(fc.record({ at: instant, chance, low: fc.nat(60), wide: fc.nat(9), left: fc.nat(5) }), {
    maxLength: 3,
  }),
});
type AnyRecord = typeof anyRecord extends fc.Arbitrary<infer T> ? T : never;

function forecastOf(promise: string, kind: LedgerPromise["kind"], row: AnyRecord["forecasts"][number]): LedgerForecast {
  const unit = kind === "date" ? day : 1;
  const [low, high] = [row.low * unit, (row.low + row.wide) * unit];
  const stated = row.chance === undefined ? {} : { chance: row.chance };
  const date = kind === "date" ? { p85: high, left: row.left } : {};
  return { promise, at: row.at, ...stated, low, high, ...date };
}

/** Promises of every kind over sixty days, with outcomes, reopenings, revisions and forecasts. */
export const anyLedger: fc.Arbitrary<Required<Ledger>> = fc.array(anyRecord, { maxLength: 8 }).map((rows) => {
  const named = rows.map((row, at) => ({ ...row, id: ["__proto__", "constructor"][at] ?? `P${at}` }));
  const outcomeOf = (kind: LedgerPromise["kind"], each: AnyRecord["outcomes"][number]): number | string[] =>
    kind === "scope" ? each.items : kind === "date" ? each.at - each.back : each.amount;
  return {
    promises: named.map(({ id, kind, due, amount, items, confidence }) => ({
      ...promiseOf(kind, id, due, amount, items),
      ...(confidence === undefined ? {} : { confidence }),
    })),
    outcomes: named.flatMap(({ id, kind, outcomes }) =>
      outcomes.map((each) => ({ promise: id, at: each.at, value: outcomeOf(kind, each) })),
    ),
    reopenings: named.flatMap(({ id, reopened }) => (reopened === undefined ? [] : [{ promise: id, at: reopened }])),
    revisions: named.flatMap(({ id, kind, revised, items }) =>
      revised === undefined
        ? []
        : [{ promise: id, at: revised[0], value: kind === "scope" ? items.slice(1) : revised[1] }],
    ),
    withdrawals: [],
    splits: [],
    forecasts: named.flatMap(({ id, kind, forecasts }) => forecasts.map((row) => forecastOf(id, kind, row))),
  };
});

/** What a ledger comes to, long after everything unless told otherwise. */
export function measured(ledger: Ledger, now: number = end): LedgerMeasure {
  const found = measureLedger(ledger, now);
  if (!found.ok) throw new TypeError("a measure was refused");
  return found.value;
}

/** Every published score, so that more is worse; means are told apart by the number they are taken over. */
function losses(record: LedgerMeasure): Map<string, number> {
  const never = Number.POSITIVE_INFINITY;
  const { calibration, promisedDates: dates, lateNotice: notice } = record;
  return new Map([
    ["kept", -(record.keptShare?.share ?? 1)],
    ...(calibration === undefined ? [] : [[`brier of ${calibration.n}`, calibration.brier] as const]),
    ...(dates === undefined
      ? []
      : [[`dates kept`, -dates.kept.share] as const, [`dates of ${dates.n}`, dates.crps] as const]),
    ...(notice === undefined
      ? []
      : ([
          ["notice p50", -notice.p50],
          ["notice p85", -notice.p85],
          ["notice that was false", notice.falseAlarms],
        ] as const)),
    ...(["p50", "p85", "p95"] as const).flatMap((p) => [
      [`slip days ${p}`, record.slipDays[p] ?? never] as const,
      [`slip ratio ${p}`, record.slipRatio[p] ?? never] as const,
    ]),
    ...record.sayDo.map(({ kind, share = 1 }) => [`say/do ${kind}`, -share] as const),
    ...record.intervals.flatMap(({ kind, surprises, width, crps }) => [
      [`surprises ${kind} of ${surprises.n}`, surprises.share] as const,
      [`width ${kind} of ${surprises.n}`, width] as const,
      [`crps ${kind} of ${surprises.n}`, crps] as const,
    ]),
  ]);
}

/** No score that both publish got better; `except` leaves scores out by the beginning of their names. */
function noneBetter(honest: LedgerMeasure, gamed: LedgerMeasure, except: readonly string[] = []): boolean {
  const after = losses(gamed);
  return [...losses(honest)].every(([name, before]) => {
    const now = after.get(name);
    if (now === undefined || except.some((start) => name.startsWith(start))) return true;
    return now >= before || before - now <= 1e-9 * Math.max(1, Math.abs(before));
  });
}

/** Where less counts as delivered than before, forecasts of amounts and warnings are judged on other outcomes. */
const otherOutcomes = [
  "notice",
  ...["surprises", "width", "crps"].flatMap((each) => ["count", "scope", "effort"].map((kind) => `${each} ${kind}`)),
];

const anyPick = fc
  .tuple(anyLedger, fc.nat(), fc.nat(70 * day), fc.nat(70 * day))
  .filter(([{ promises }]) => promises.length > 0);
const pickOf = (ledger: Ledger, pick: number): LedgerPromise =>
  ledger.promises[pick % ledger.promises.length] as LedgerPromise;

function gamingLaws(): Law[] {
  return [
    law(
      "re-scoping and moving a date change no score",
      10_000,
      fc.property(anyPick, ([ledger, pick, at]) => {
        const promise = pickOf(ledger, pick);
        const value = promise.kind === "scope" ? ["A"] : 1;
        const gamed = measured({ ...ledger, revisions: [...ledger.revisions, { promise: promise.id, at, value }] });
        return canonicalJson([...losses(measured(ledger))]) === canonicalJson([...losses(gamed)]);
      }),
    ),
    law(
      "withdrawing a promise betters no score once it would have been decided",
      10_000,
      fc.property(anyPick, ([ledger, pick, at]) => {
        const promise = pickOf(ledger, pick);
        const gamed = measured({ ...ledger, withdrawals: [{ promise: promise.id, at }] });
        return noneBetter(measured(ledger), gamed);
      }),
    ),
    law(
      "withdrawing a promise never raises the share kept, at no instant",
      10_000,
      fc.property(anyPick, instant, ([ledger, pick, at], now) => {
        const gamed = measured({ ...ledger, withdrawals: [{ promise: pickOf(ledger, pick).id, at }] }, now);
        return (gamed.keptShare?.share ?? 1) <= (measured(ledger, now).keptShare?.share ?? 1);
      }),
    ),
    law(
      "closing and reopening betters no score",
      10_000,
      fc.property(anyPick, ([ledger, pick, one, other]) => {
        const promise = pickOf(ledger, pick);
        const [closed, reopened] = [Math.min(one, other), Math.max(one, other)];
        const value = promise.kind === "effort" ? 0 : promise.value;
        const outcomes = [...ledger.outcomes, { promise: promise.id, at: closed, value }];
        const reopenings = [...ledger.reopenings, { promise: promise.id, at: reopened }];
        return noneBetter(measured(ledger), measured({ ...ledger, outcomes, reopenings }), otherOutcomes);
      }),
    ),
    law(
      "splitting an item or a promise with a part left undone betters no score",
      10_000,
      fc.property(anyPick, ([ledger, pick, at]) => {
        const promise = pickOf(ledger, pick);
        const splits = [{ at, item: "A", into: ["A", "A, the rest"] }];
        const part: LedgerPromise = { id: "part", kind: "date", value: end - 1, madeAt: at, partOf: promise.id };
        const done = [...ledger.outcomes, { promise: "part", at: at + day, value: at }];
        const whole = measured(ledger);
        return (
          noneBetter(whole, measured({ ...ledger, splits }), otherOutcomes) &&
          noneBetter(whole, measured({ ...ledger, promises: [...ledger.promises, part] }), otherOutcomes) &&
          noneBetter(
            whole,
            measured({ ...ledger, promises: [...ledger.promises, part], outcomes: done }),
            otherOutcomes,
          )
        );
      }),
    ),
    law(
      "dating an outcome back changes no score",
      10_000,
      fc.property(anyLedger, fc.nat(60 * day), (ledger, back) => {
        const dates = new Set(ledger.promises.filter(({ kind }) => kind === "date").map(({ id }) => id));
        const outcomes = ledger.outcomes.map((row) =>
          dates.has(row.promise) && typeof row.value === "number" ? { ...row, value: row.value - back } : row,
        );
        const [honest, gamed] = [measured(ledger), measured({ ...ledger, outcomes })];
        return canonicalJson([...losses(honest)]) === canonicalJson([...losses(gamed)]);
      }),
    ),
    law(
      "deleting, rewriting and dating back rows, or moving a start, are undone by the copy taken before",
      10_000,
      fc.property(anyPick, ([ledger, pick, back]) => {
        const promise = pickOf(ledger, pick);
        const others = <T extends { promise: string }>(rows: readonly T[]): T[] =>
          rows.filter((row) => row.promise !== promise.id);
        const earlier = (row: LedgerPromise): LedgerPromise => ({ ...row, madeAt: -1 - back });
        const backdated = { promise: promise.id, at: back, value: promise.kind === "effort" ? 0 : promise.value };
        const gamed: Ledger[] = [
          { ...ledger, promises: ledger.promises.filter((row) => row !== promise) },
          { ...ledger, promises: ledger.promises.map((row) => (row === promise ? earlier(row) : row)) },
          { ...ledger, outcomes: [...others(ledger.outcomes), backdated] },
          { ...ledger, forecasts: others(ledger.forecasts) },
        ];
        const honest = canonicalJson(measured(ledger));
        return gamed.every((copy) => {
          const held = extendLedger(ledger, copy, 70 * day);
          return held.ok && canonicalJson(measured(held.value)) === honest;
        });
      }),
    ),
    law(
      "a promise made after its date changes nothing, one made after its outcome is not kept by it",
      10_000,
      fc.property(anyLedger, instant, fc.integer({ min: 1, max: 9 * day }), (ledger, at, gap) => {
        const after: LedgerPromise = { id: "after", kind: "date", value: at, madeAt: at + gap };
        const known: LedgerPromise = { id: "known", kind: "date", value: at + gap, madeAt: at + gap };
        const outcomes = [...ledger.outcomes, { promise: "known", at, value: at }];
        const honest = measured(ledger);
        const kept = measured({ ...ledger, promises: [...ledger.promises, known], outcomes }).kept;
        const gamed = measured({ ...ledger, promises: [...ledger.promises, after] });
        return canonicalJson(gamed) === canonicalJson(honest) && kept === honest.kept;
      }),
    ),
    law(
      "padding: a wider interval that held already, or a later date that was kept already, scores worse",
      10_000,
      fc.property(anyPick, fc.integer({ min: 1, max: 9 }), ([ledger, pick], pad) => {
        const promise = pickOf(ledger, pick);
        const alone = { ...ledger, promises: [promise] };
        const unit = promise.kind === "date" ? day : 1;
        const forecasts = ledger.forecasts.map((row): LedgerForecast => {
          const { p85: _date, ...rest } = row;
          return { ...rest, low: (row.low ?? 0) - pad * unit, high: (row.high ?? 0) + pad * unit };
        });
        const plain = ledger.forecasts.map(({ p85: _date, ...row }): LedgerForecast => row);
        const [tight] = measured({ ...alone, forecasts: plain }).intervals;
        const [wide] = measured({ ...alone, forecasts }).intervals;
        const held = tight?.surprises.hits === 0 && wide !== undefined;
        const stated = { ...promise, confidence: 0.85 } as LedgerPromise;
        const later = (
          promise.kind === "date" ? { ...stated, value: promise.value + pad * day } : stated
        ) as LedgerPromise;
        const dates = [stated, later].map((row) => measured({ ...alone, promises: [row] }).promisedDates);
        return (
          (!held || (wide.width > tight.width && wide.crps > tight.crps)) &&
          (promise.kind !== "date" || dates[0]?.kept.hits !== 1 || (dates[1]?.crps ?? 0) > dates[0].crps)
        );
      }),
    ),
  ];
}

function ledgerLaws(): Law[] {
  return [
    law(
      "a ledger sees nothing that happened later, and no table depends on the order of its rows",
      10_000,
      fc.property(anyLedger, instant, (ledger, now) => {
        const seen = <T extends { at: number }>(rows: readonly T[]): T[] =>
          rows.filter(({ at }) => at <= now).reverse();
        const past: Ledger = {
          promises: [...ledger.promises].reverse(),
          outcomes: seen(ledger.outcomes),
          reopenings: seen(ledger.reopenings),
          revisions: seen(ledger.revisions),
          forecasts: seen(ledger.forecasts),
        };
        return canonicalJson(measured(ledger, now)) === canonicalJson(measured(past, now));
      }),
    ),
    law(
      "the Brier score is reliability less resolution plus uncertainty",
      10_000,
      fc.property(anyLedger, instant, (ledger, now) => {
        const { calibration } = measured(ledger, now);
        if (calibration === undefined) return true;
        const { brier, reliability, resolution, uncertainty } = calibration;
        return Math.abs(brier - (reliability - resolution + uncertainty)) < 1e-12;
      }),
    ),
    law(
      "every promise is kept, late, missed, withdrawn or open, and what is done never exceeds what was committed",
      10_000,
      fc.property(anyLedger, instant, (ledger, now) => {
        const { promises, kept, late, missed, withdrawn, open, sayDo } = measured(ledger, now);
        return (
          kept + late + missed + withdrawn + open === promises &&
          sayDo.every(({ committed, done }) => done >= 0 && done <= committed)
        );
      }),
    ),
    law(
      "a date ledger and rows of promises agree",
      10_000,
      fc.property(anyPromises, instant, (rows, now) => {
        const resolved = rows.filter(({ resolvedAt }) => resolvedAt !== undefined);
        const ledger: Ledger = {
          promises: rows.map(({ id, due, probability }) => ({
            id,
            kind: "date",
            value: due,
            ...(probability === undefined ? {} : { confidence: probability }),
          })),
          outcomes: resolved.flatMap(({ id, state, resolvedAt: at = 0 }) =>
            state === "met" ? [{ promise: id, at, value: at }] : state === "missed" ? [{ promise: id, at }] : [],
          ),
          withdrawals: resolved.flatMap(({ id, state, resolvedAt: at = 0 }) =>
            state === "withdrawn" ? [{ promise: id, at }] : [],
          ),
        };
        const [one, other] = [measured(ledger, now), measureCommitments(rows, now)];
        return (
          other.ok &&
          canonicalJson([
            one.kept,
            one.late + one.missed,
            one.open,
            one.withdrawn,
            one.slipDays,
            one.keptShare ?? 0,
          ]) ===
            canonicalJson([
              other.value.kept,
              other.value.missed,
              other.value.open,
              other.value.withdrawn,
              other.value.slipDays,
              other.value.keptShare ?? 0,
            ])
        );
      }),
    ),
  ];
}

/** Laws of promises: how a ledger is read, and that no game betters a score. */
export function promiseLaws(): Law[] {
  return [...ledgerLaws(), ...gamingLaws()];
}
