import { type Issue, issue } from "@evenkeel/kernel";

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** A field that no schema knows, by the object it stands in. */
export interface UnknownField {
  readonly path: Path;
  readonly field: string;
}

/** A document whose unknown fields stand under `extensions`, and what was moved; refused fields stay where they are. */
export interface Tolerated {
  readonly value: Fields;
  readonly kept: readonly Issue[];
  readonly refused: readonly Issue[];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const own = (value: Fields, key: string | number): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

/** A copy without one member; `__proto__` is a member like any other. */
const without = (value: Fields, gone: string): Fields =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
const withMember = (value: Fields, key: string, member: unknown): Fields =>
  Object.fromEntries([...Object.entries(value).filter(([known]) => known !== key), [key, member]]);

/** The object with what stands at a path made anew. */
function changedAt(value: unknown, path: Path, change: (at: Fields) => Fields): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return isFields(value) ? change(value) : value;
  if (Array.isArray(value)) return value.map((entry, at) => (at === step ? changedAt(entry, rest, change) : entry));
  return isFields(value) ? withMember(value, String(step), changedAt(own(value, step), rest, change)) : value;
}
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce(
    (at: unknown, step) => (typeof at === "object" && at !== null ? own(at as Fields, step) : undefined),
    value,
  );

/** A row, or the document, with its unknown fields under `extensions`, named by their way within it. */
function settled(
  row: Fields,
  fields: readonly UnknownField[],
  root: Path,
): Omit<Tolerated, "refused"> & { readonly refused: Issue[] } {
  const kept: Issue[] = [];
  const refused: Issue[] = [];
  let value = row;
  for (const { path, field } of fields) {
    const name = [...path, field].join(".");
    const held = own(value, "extensions") ?? {};
    const place = [...root, ...path, field];
    if (!isFields(held) || Object.hasOwn(held, name)) {
      refused.push(issue("schema/unknown-field", { path: place, facts: { field } }));
      continue;
    }
    const parent = valueAt(value, path);
    const found = isFields(parent) ? own(parent, field) : undefined;
    value = changedAt(value, path, (at) => without(at, field)) as Fields;
    value = withMember(value, "extensions", withMember(held, name, found));
    kept.push(issue("schema/kept-as-extension", { path: place, severity: "info", facts: { field: name } }));
  }
  return { value, kept, refused };
}

/**
 * Moves fields that no schema knows to the `extensions` of their row, or of the document when they stand in no row.
 *
 * Each row is copied at most once a field, tables without unknown fields not at all.
 */
export function tolerate(document: Fields, unknown: readonly UnknownField[]): Tolerated {
  const byTable = new Map<string, Map<number, UnknownField[]>>();
  const ofDocument: UnknownField[] = [];
  for (const { path, field } of unknown) {
    const [table, index, ...inner] = path;
    if (typeof table !== "string" || typeof index !== "number") {
      ofDocument.push({ path, field });
      continue;
    }
    const rows = byTable.get(table) ?? new Map<number, UnknownField[]>();
    byTable.set(table, rows);
    rows.set(index, [...(rows.get(index) ?? []), { path: inner, field }]);
  }
  const kept: Issue[] = [];
  const refused: Issue[] = [];
  const take = (root: Path, row: unknown, fields: readonly UnknownField[] | undefined): unknown => {
    if (fields === undefined || !isFields(row)) return row;
    const moved = settled(row, fields, root);
    kept.push(...moved.kept);
    refused.push(...moved.refused);
    return moved.value;
  };
  let value = document;
  for (const [table, rows] of byTable) {
    const list = own(value, table);
    if (!Array.isArray(list)) continue;
    value = withMember(
      value,
      table,
      list.map((row: unknown, index) => take([table, index], row, rows.get(index))),
    );
  }
  return { value: take([], value, ofDocument) as Fields, kept, refused };
}
