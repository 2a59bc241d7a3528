import { basename } from "node:path";
import type { Import } from "@evenkeel/interop";
import { renameIds } from "@evenkeel/interop/merge";

/** A read source with the name it was given. */
export interface NamedImport {
  readonly name: string;
  readonly value: Import;
}

function joined<T extends object>(documents: readonly T[]): T {
  const keys = [...new Set(documents.flatMap((document) => Object.keys(document)))] as (keyof T)[];
  return Object.fromEntries(
    keys.map((key) => {
      const values = documents.map((document) => document[key]).filter((value) => value !== undefined);
      return [key, values.some(Array.isArray) ? values.flat() : values[0]];
    }),
  ) as T;
}

/**
 * Several imports as one: each source keeps its own rows under ids marked with its number, so that nothing is mixed up.
 *
 * The same person or item in two sources stays two rows; joining them is a decision for people.
 *
 * @param imports - at least one, in the order named
 * @returns one set of documents; a single import comes back as it is
 *
 * Issues: none.
 * Time O(rows), space O(rows).
 * Source: own.
 *
 * @example
 * combine([{ name: "a", value: { plan: { formatVersion: 1 } } }]).plan; // => { formatVersion: 1 }
 */
export function combine(imports: readonly NamedImport[]): Import {
  const [first, ...rest] = imports;
  if (first === undefined || rest.length === 0) return first?.value as Import;
  const parts = imports.map(({ value }, index) => renameIds(value, (id) => `${index + 1}:${id}`));
  const reports = parts.map(({ report }) => report);
  return {
    plan: { ...joined(parts.map(({ plan }) => plan)), title: imports.map(({ name }) => basename(name)).join(", ") },
    history: joined(parts.map(({ history }) => history)),
    records: joined(parts.map(({ records }) => records)),
    report: {
      ...first.value.report,
      assumptions: reports.flatMap(({ assumptions }) => assumptions),
      fields: reports.flatMap(({ fields }) => fields),
      issues: reports.flatMap(({ issues }) => issues),
      coverage: reports.flatMap(({ coverage }) => coverage),
      counts: sums(reports.map(({ counts }) => counts)),
      history: sums(reports.map(({ history }) => history)),
    },
  };
}

function sums<T extends Readonly<Record<string, number>>>(rows: readonly T[]): T {
  const [first] = rows;
  return Object.fromEntries(
    Object.keys(first ?? {}).map((key) => [key, rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)]),
  ) as T;
}
