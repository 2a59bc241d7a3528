import { type Row, type TableName, tableNames, validatePlan, type WorkPlan } from "@evenkeel/core";
import { anyEditedPlan } from "@evenkeel/edit/testing";
import { canonicalJson, compareText } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { mapPlanIds } from "../map-ids.js";
import { type MergedImport, type MergeRules, type MergeSource, mergeSources } from "../merge.js";
import { sourceKey } from "../source-key.js";
import type { Law } from "./law.js";
import { withRows } from "./rows.js";

/** A source whose rows carry a source of its own tool, and where picked one that the other sources share. */
function sourceFrom(name: string, plan: WorkPlan, picks: readonly number[], isMarked: boolean): MergeSource {
  let at = 0;
  const sourced = withRows(plan, (row, table) => {
    // Links are known by what they tie; one id for two that tie different rows is not what tools give.
    const isShared = !["dependencies", "relations", "assignments"].includes(table) && picks[at++ % picks.length] === 0;
    const shared = isShared ? [{ tool: "shared", id: `${table}:${row.id}` }] : [];
    return { ...row, sources: [{ tool: name, id: `${table}:${row.id}` }, ...shared] };
  });
  return {
    name,
    value: {
      plan: isMarked ? mapPlanIds(sourced, (id) => `${name}:${id}`) : sourced,
      history: { formatVersion: 1, events: [] },
      records: { formatVersion: 1 },
      report: {
        format: { name: "evenkeel-json", confidence: 1 },
        assumptions: [],
        fields: [],
        issues: [],
        counts: { read: 0, imported: 0, merged: 0, rejected: 0 },
        history: { exact: 0, fromTimestamps: 0, unavailable: 0, truncated: 0 },
        coverage: [],
      },
    },
  };
}

const anyPicks = fc.array(fc.nat(1), { minLength: 1, maxLength: 9 });
const anySources = (isMarked: boolean): fc.Arbitrary<readonly MergeSource[]> =>
  fc
    .tuple(anyEditedPlan, anyEditedPlan, anyEditedPlan, anyPicks)
    .map(([a, b, c, picks]) =>
      [a, b, c].map((plan, index) => sourceFrom(["jira", "mspdi", "csv"][index] ?? "", plan, picks, isMarked)),
    );

const rules: MergeRules = { joins: [{ by: "source" }] };

const merged = (sources: readonly MergeSource[], by: MergeRules = rules): MergedImport | undefined => {
  const result = mergeSources(sources, by);
  return result.ok ? result.value : undefined;
};

const rowsOf = (plan: WorkPlan | undefined, table: TableName): readonly Row[] =>
  (plan?.[table] ?? []) as readonly Row[];

/** The plan with rows and their sources in an order of their own, without empty tables. */
const sorted = (plan: WorkPlan | undefined): string =>
  canonicalJson(
    tableNames.map((table) =>
      rowsOf(plan, table)
        .map(({ sources = [], ...row }) => canonicalJson({ ...row, sources: sources.map(sourceKey).sort(compareText) }))
        .sort(compareText),
    ),
  );

/** Laws of merges. */
export function mergeSourcesLaws(): Law[] {
  return [
    {
      name: "merging a source with itself changes nothing and finds no conflict",
      statedRuns: 1_000,
      property: fc.property(
        anySources(false),
        fc.constantFrom(rules, { joins: [] }, { joins: [{ by: "title" as const }] }),
        ([source], by) => {
          if (source === undefined) return true;
          const again = merged([source, { ...source, name: "again" }], by);
          return canonicalJson(again?.value.plan) === canonicalJson(source.value.plan) && again?.conflicts.length === 0;
        },
      ),
    },
    {
      name: "every row of each source is in the merge once",
      statedRuns: 1_000,
      property: fc.property(anySources(false), (sources) => {
        const plan = merged(sources)?.value.plan;
        return tableNames.every((table) => {
          const counts = new Map<string, number>();
          for (const key of rowsOf(plan, table).flatMap(({ sources: own = [] }) => own.map(sourceKey)))
            counts.set(key, (counts.get(key) ?? 0) + 1);
          return sources.every(({ name, value }) =>
            rowsOf(value.plan, table).every(
              ({ id }) => counts.get(sourceKey({ tool: name, id: `${table}:${id}` })) === 1,
            ),
          );
        });
      }),
    },
    {
      name: "what the sources do not break the merge does not break",
      statedRuns: 1_000,
      property: fc.property(anySources(false), (sources) => {
        const isValid = ({ value }: { readonly value: { readonly plan: WorkPlan } }): boolean =>
          !validatePlan(value.plan).issues.some(({ code }) => /dangling|duplicate/.test(code));
        const all = merged(sources);
        return !sources.every(isValid) || (all !== undefined && isValid(all));
      }),
    },
    {
      name: "sources whose ids differ may be merged in any grouping",
      statedRuns: 1_000,
      property: fc.property(anySources(true), ([a, b, c]) => {
        if (a === undefined || b === undefined || c === undefined) return true;
        const two = (name: string, first: MergeSource, second: MergeSource): MergeSource => ({
          name,
          value: merged([first, second])?.value ?? first.value,
        });
        const [left, right] = [
          [two("ab", a, b), c],
          [a, two("bc", b, c)],
        ].map((pair) => merged(pair)?.value.plan);
        return sorted(left) === sorted(right);
      }),
    },
  ];
}
