import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { compileDataChecks } from "../data/compile-data-checks.js";
import type { DataPack, Predicate, RowPort } from "../data/types.js";
import { openChecks } from "../open-checks.js";
import { runChecks } from "../run-checks.js";
import type { Check, Outcome } from "../types.js";
import type { Law } from "./law.js";

type Row = Readonly<Record<string, unknown>>;
interface Rows {
  readonly items: ReadonlyMap<string, Row>;
  /** Fields whose source cannot carry them, by row id. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<string>>;
}

const port: RowPort<Rows> = {
  tables: ["items"],
  subjects: ({ items }) => items.keys(),
  row: ({ items }, _table, id) => items.get(id),
  isKnown: ({ unknown }, _table, id, field) => unknown.get(id)?.has(field) !== true,
};

const fields = ["kind", "size", "labels", "schedule.mode", "__proto__", "constructor"];
const anyValue = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom("", "task", "2026-05-01", true, null),
  fc.array(fc.constantFrom("a", "b"), { maxLength: 3 }),
  fc.record({ mode: fc.constantFrom("auto", "") }),
);
const anyRow: fc.Arbitrary<Row> = fc.dictionary(fc.constantFrom("kind", "size", "labels", "schedule"), anyValue);
const count = fc.nat(4);
const anyCondition: fc.Arbitrary<Omit<Predicate, "field">> = fc.oneof(
  fc.constantFrom({ present: true as const }, { absent: true as const }, { contains: "a" }, { oneOf: ["task", 2] }),
  fc.record({ equals: fc.oneof(count, fc.constantFrom("task", true)) }),
  fc.record({ atLeast: fc.oneof(count, fc.constant("2026-05-01")) }),
  fc.record({ atMost: count }),
  fc.record({ minLength: count }),
  fc.record({ maxLength: count }),
  fc.tuple(count, count).map(([least, more]) => ({ countBetween: [least, least + more] as const })),
);
const anyPredicate: fc.Arbitrary<Predicate> = fc
  .tuple(fc.constantFrom(...fields), anyCondition)
  .map(([field, condition]) => ({ field, ...condition }));

/** Packs that can stand. */
export const anyDataPack: fc.Arbitrary<DataPack> = fc
  .array(fc.tuple(fc.array(anyPredicate, { maxLength: 2 }), fc.array(anyPredicate, { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((rules) => ({
    formatVersion: 1,
    id: "acme",
    title: "Acme",
    version: "1.0.0",
    checks: rules.map(([when, require], at) => ({
      id: `acme/rule-${at}`,
      version: "1.0.0",
      kind: "guideline",
      citation: [{ title: "Acme handbook" }],
      table: "items",
      when,
      require,
      message: "{subject}: {field} is {found}, not {expected}.",
    })),
  }));

const anyItems: fc.Arbitrary<Map<string, Row>> = fc
  .dictionary(fc.constantFrom("A", "B", "C", "__proto__", "toString"), anyRow)
  .map((rows) => new Map(Object.entries(rows)));
const today = "2026-05-01";

function compiled(pack: DataPack): readonly Check<Rows>[] {
  const result = compileDataChecks(JSON.parse(JSON.stringify(pack)), port);
  return result.ok ? result.value.checks : [];
}

function outcomes(checks: readonly Check<Rows>[], rows: Rows): Map<string, Outcome> {
  return new Map(runChecks(checks, rows, { today }).map(({ fingerprint, outcome }) => [fingerprint, outcome]));
}

/** Laws of rules as data. */
export function dataCheckLaws(): Law[] {
  return [
    {
      name: "a pack that can stand compiles whole",
      statedRuns: 2_000,
      property: fc.property(anyDataPack, (pack) => compiled(pack).length === pack.checks.length),
    },
    {
      name: "a field that cannot be known turns a verdict into unknown or leaves it, and never another way",
      statedRuns: 10_000,
      property: fc.property(
        anyDataPack,
        anyItems,
        fc.constantFrom("kind", "size", "labels", "schedule"),
        (pack, items, field) => {
          const checks = compiled(pack);
          const known = outcomes(checks, { items, unknown: new Map() });
          const unknown = new Map([...items.keys()].map((id) => [id, new Set([field])]));
          for (const [fingerprint, outcome] of outcomes(checks, { items, unknown }))
            if (outcome !== "unknown" && outcome !== known.get(fingerprint)) return false;
          return true;
        },
      ),
    },
    {
      name: "what a rule does not read changes nothing",
      statedRuns: 5_000,
      property: fc.property(anyDataPack, anyItems, anyValue, (pack, items, other) => {
        const checks = compiled(pack);
        const more = new Map([...items].map(([id, row]) => [id, { ...row, unread: other }]));
        const unknown = new Map();
        return (
          canonicalJson(runChecks(checks, { items, unknown }, { today })) ===
          canonicalJson(runChecks(checks, { items: more, unknown }, { today }))
        );
      }),
    },
    {
      name: "a failure's evidence is its row: without it there is no failure",
      statedRuns: 5_000,
      property: fc.property(anyDataPack, anyItems, (pack, items) => {
        const checks = compiled(pack);
        const unknown = new Map();
        return runChecks(checks, { items, unknown }, { today }).every(({ outcome, evidence, fingerprint }) => {
          if (outcome !== "fail") return true;
          const rest = new Map([...items].filter(([id]) => id !== evidence[0]?.id));
          return evidence.length === 1 && !outcomes(checks, { items: rest, unknown }).has(fingerprint);
        });
      }),
    },
    {
      name: "after edits, open rules say what a full run says",
      statedRuns: 10_000,
      property: fc.property(
        anyDataPack,
        anyItems,
        fc.array(fc.tuple(fc.constantFrom("A", "B", "D"), fc.option(anyRow)), { maxLength: 4 }),
        (pack, items, edits) => {
          const checks = compiled(pack);
          let rows: Rows = { items, unknown: new Map() };
          const session = openChecks(checks, rows, { today });
          for (const [id, row] of edits) {
            session.update([{ table: "items", id }], () => {
              const next = new Map(rows.items);
              if (row === null) next.delete(id);
              else next.set(id, row);
              rows = { ...rows, items: next };
              return rows;
            });
            const open = runChecks(checks, rows, { today }).filter(({ outcome }) => outcome !== "pass");
            if (canonicalJson(session.findings()) !== canonicalJson(open)) return false;
          }
          return true;
        },
      ),
    },
    {
      name: "whatever is given as a pack is compiled or refused, never thrown at",
      statedRuns: 5_000,
      property: fc.property(anyDataPack, fc.nat(), fc.jsonValue(), (pack, which, other) => {
        const text = JSON.stringify(pack);
        const keys = ["checks", "require", "field", "citation", "id", "table", "message", "formatVersion", "when"];
        const key = keys[which % keys.length];
        const broken: unknown = JSON.parse(text, (name, value: unknown) => (name === key ? other : value));
        compileDataChecks(broken, port);
        compileDataChecks(other, port);
        return true;
      }),
    },
  ];
}
