import { type Row, type SourceReference, type TableName, tableNames, type WorkPlan } from "@evenkeel/core";

/** A row as another import of the same source can find it again. */
export interface NamedRow {
  readonly table: TableName;
  readonly id: string;
  /** Absent = the row has none and is found by its own id. */
  readonly sources?: readonly Pick<SourceReference, "tool" | "instance" | "id">[];
  /** Title or name, by which a row is found whose id is only its place in the file. */
  readonly title?: string;
}

/** Ids that say no more than the place in the file: another order of rows gives them to others. */
const byPlace = /(^|\s)(row|line|note)-\d+$/;

/** One text for one source. */
export const sourceKey = ({ tool, instance, id }: Pick<SourceReference, "tool" | "instance" | "id">): string =>
  JSON.stringify([tool, instance ?? "", id]);

/** What people call a row; undefined for rows without a name. */
export function titleOf(row: Row): string | undefined {
  const { title, name, what, question, term } = row as unknown as Readonly<Record<string, string | undefined>>;
  return title ?? name ?? what ?? question ?? term;
}

/** Keys of the sources of a row that say which row it is, wherever it stands. */
export const lastingKeys = ({ sources = [] }: Pick<Row, "sources">): string[] =>
  sources.filter(({ id }) => !byPlace.test(id)).map(sourceKey);

/** Whether the row's id is only its place in the file. */
export const isPlaced = (row: Pick<Row, "sources">): boolean =>
  (row.sources ?? []).length > 0 && lastingKeys(row).length === 0;

/** The name by which a row is found again. */
export function nameRow(table: TableName, row: Row): NamedRow {
  const { id, sources } = row;
  const title = titleOf(row);
  return {
    table,
    id,
    ...(sources === undefined || sources.length === 0
      ? {}
      : {
          sources: sources.map(({ tool, instance, id: own }) => ({
            tool,
            ...(instance === undefined ? {} : { instance }),
            id: own,
          })),
        }),
    ...(title === undefined ? {} : { title }),
  };
}

/** Finds rows of a plan by the names they had in another import; undefined where none, or more than one, fits. */
export function rowFinder(plan: WorkPlan): (name: NamedRow) => string | undefined {
  const [bySource, byTitle] = [new Map<string, string>(), new Map<string, string | undefined>()];
  const ids = new Map<TableName, ReadonlySet<string>>();
  for (const table of tableNames) {
    const rows = (plan[table] ?? []) as readonly Row[];
    ids.set(table, new Set(rows.map(({ id }) => id)));
    for (const row of rows) {
      for (const key of lastingKeys(row)) bySource.set(`${table} ${key}`, row.id);
      const title = titleOf(row);
      if (title === undefined) continue;
      const key = `${table} ${title}`;
      byTitle.set(key, byTitle.has(key) ? undefined : row.id);
    }
  }
  return (name) => {
    const { table, id, title } = name;
    if (name.sources === undefined) return ids.get(table)?.has(id) ? id : undefined;
    if (isPlaced(name)) return title === undefined ? undefined : byTitle.get(`${table} ${title}`);
    const key = lastingKeys(name).find((each) => bySource.has(`${table} ${each}`));
    return key === undefined ? undefined : bySource.get(`${table} ${key}`);
  };
}
