import { en as coreTexts } from "@evenkeel/core";
import { anyPlan, anyPlanWithHistory } from "@evenkeel/core/testing";
import { canonicalJson, en as kernelTexts } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { en } from "./en.js";
import { parseHistory, parsePlan, parseRecords } from "./parse.js";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

const names = fc.constantFrom("colour", "x.y", "__proto__", "constructor", "toString", "id2");

/** The value with one place in it made anew: replaced, removed, or given a member. */
function mutated(value: unknown, picks: readonly number[], put: unknown, name: string): unknown {
  const [pick = 0, ...rest] = picks;
  if (typeof value !== "object" || value === null || rest.length === 0) return put;
  const entries = Object.entries(value);
  const at = pick % (entries.length + 2);
  const changed = entries.flatMap(([key, member], index) =>
    index !== at ? [[key, member]] : pick % 5 === 0 ? [] : [[key, mutated(member, rest, put, name)]],
  );
  if (at === entries.length) changed.push([name, put]);
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

/** Documents that were right, and then one place in them was not. */
export const anyMutated: fc.Arbitrary<{ readonly plan: unknown; readonly history: unknown }> = fc
  .tuple(
    anyPlanWithHistory,
    fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
    fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308, "", "9999-99-99", undefined),
    ),
    names,
  )
  .map(([{ plan, history }, picks, put, name]) => ({
    plan: mutated(plan, picks, put, name),
    history: mutated(history, picks, put, name),
  }));

/** Laws of the schemas. */
export function schemaLaws(): Law[] {
  return [
    {
      name: "a valid plan passes and comes back as it was",
      statedRuns: 10_000,
      property: fc.property(anyPlan, (plan) => {
        const wire = JSON.parse(JSON.stringify(plan)) as unknown;
        const parsed = parsePlan(wire);
        return parsed.ok && canonicalJson(parsed.value) === canonicalJson(plan);
      }),
    },
    {
      name: "a valid history passes",
      statedRuns: 10_000,
      property: fc.property(
        anyPlanWithHistory,
        ({ plan, history }) => parseHistory(JSON.parse(JSON.stringify(history)), plan).ok,
      ),
    },
    {
      name: "no JSON makes a parser throw",
      statedRuns: 10_000,
      property: fc.property(fc.jsonValue(), (value) =>
        [parsePlan, parseHistory, parseRecords].every((parse) => typeof parse(value).ok === "boolean"),
      ),
    },
    {
      name: "a mutated document is read or refused with codes that have texts, whatever the mode, and taints no prototype",
      statedRuns: 100_000,
      property: fc.property(
        anyMutated,
        fc.constantFrom("strict" as const, "tolerant" as const),
        ({ plan, history }, mode) => {
          const known = { ...kernelTexts, ...coreTexts, ...en };
          const before = Object.getOwnPropertyNames(Object.prototype).length;
          const read = [parsePlan(plan, { mode }), parseHistory(history, undefined, { mode })];
          const isTold = read.every(
            ({ ok, issues }) => (ok || issues.length > 0) && issues.every(({ code }) => Object.hasOwn(known, code)),
          );
          return isTold && Object.getOwnPropertyNames(Object.prototype).length === before;
        },
      ),
    },
    {
      name: "tolerant reading takes unknown fields out of the way and keeps every one",
      statedRuns: 10_000,
      property: fc.property(anyPlan, names, fc.jsonValue({ maxDepth: 2 }), fc.nat(), (plan, field, value, which) => {
        const items = plan.items ?? [];
        const odd = items.map((item, at) =>
          at === which % items.length ? Object.fromEntries([...Object.entries(item), [field, value]]) : item,
        );
        const parsed = parsePlan({ ...plan, items: odd }, { mode: "tolerant" });
        if (!parsed.ok) return false;
        const bare = parsed.value.items?.map(({ extensions: _kept, ...item }) => item);
        const kept = parsed.value.items?.[which % items.length]?.extensions;
        return (
          canonicalJson(bare) === canonicalJson(items) &&
          canonicalJson(kept) === canonicalJson(Object.fromEntries([[field, value]]))
        );
      }),
    },
    {
      name: "a field no one knows is named",
      statedRuns: 1_000,
      property: fc.property(anyPlan, fc.constantFrom("itmes", "constructor", "__proto__x"), (plan, field) => {
        const parsed = parsePlan({ ...plan, [field]: 1 });
        return (
          !parsed.ok && parsed.issues.some(({ code, path }) => code === "schema/unknown-field" && path.at(-1) === field)
        );
      }),
    },
  ];
}
