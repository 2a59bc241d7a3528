import {
  type Row,
  references,
  type TableName,
  tableNames,
  type WorkEvent,
  type WorkHistory,
  type WorkPlan,
  type WorkRecords,
} from "@evenkeel/core";

/** Another id for a row of one of these tables. */
export type IdMap = (id: string, tables: readonly string[]) => string;

/** A copy in which the texts at a field path (`a.b`, `a[]`, `a[].b`) are mapped. */
function mapAt(value: unknown, steps: readonly string[], map: (id: string) => string): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === "string" ? map(value) : value;
  const key = step.replace("[]", "");
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
  const member = (value as Readonly<Record<string, unknown>>)[key];
  const mapped =
    step.endsWith("[]") && Array.isArray(member)
      ? member.map((each) => mapAt(each, rest, map))
      : mapAt(member, rest, map);
  return { ...value, [key]: mapped };
}

interface Place {
  readonly steps: readonly string[];
  readonly tables: readonly string[];
}
const place = (field: string, ...tables: readonly string[]): Place => ({ steps: field.split("."), tables });
const party = ["people", "teams"] as const;

const placesOfRows: ReadonlyMap<string, readonly Place[]> = new Map(
  tableNames.map((table) => [
    table,
    references.flatMap((rule) => (rule.table === table ? [place(rule.field, ...rule.to)] : [])),
  ]),
);

const mapPlaces = (value: unknown, places: readonly Place[], map: IdMap): unknown =>
  places.reduce((at, { steps, tables }) => mapAt(at, steps, (id) => map(id, tables)), value);

/** A subject with its id mapped. */
export const mapSubject = <S extends { readonly table: string; readonly id: string }>(subject: S, map: IdMap): S => ({
  ...subject,
  id: map(subject.id, [subject.table]),
});

/** Fields of a row, or a whole one, with every reference mapped. */
export function mapFields<F extends object>(table: TableName, fields: F, map: IdMap): F {
  const mapped = mapPlaces(fields, placesOfRows.get(table) ?? [], map) as F & { subject?: never };
  const subject = table === "commitments" && Object.hasOwn(mapped, "subject") ? mapped["subject"] : undefined;
  return subject === undefined ? mapped : { ...mapped, subject: mapSubject(subject, map) };
}

/** A row with its id and every reference mapped. */
export const mapRow = <R extends Row>(table: TableName, row: R, map: IdMap): R => ({
  ...mapFields(table, row, map),
  id: map(row.id, [table]),
});

/** The plan with every id and reference mapped. */
export function mapPlanIds(plan: WorkPlan, map: IdMap): WorkPlan {
  const tables = tableNames.flatMap((table) => {
    const rows = plan[table] as readonly Row[] | undefined;
    return rows === undefined ? [] : [[table, rows.map((row) => mapRow(table, row, map))]];
  });
  return { ...plan, ...(Object.fromEntries(tables) as Partial<WorkPlan>) };
}

const eventPlaces = [
  place("id", "events"),
  place("corrects", "events"),
  place("actor", "people"),
  place("assigneeId", "people", "teams", "resources"),
  place("containerId", "containers"),
  place("itemId", "items"),
  place("otherId", "items"),
  place("by", ...party),
];

/** An event with every id it names mapped, those of rows it holds too. */
export function mapEvent(event: WorkEvent, map: IdMap): WorkEvent {
  const { table } = event.subject;
  const mapped = mapPlaces({ ...event, subject: mapSubject(event.subject, map) }, eventPlaces, map) as WorkEvent;
  if (mapped.type === "handoffOffered") return mapPlaces(mapped, [place("to", ...party)], map) as WorkEvent;
  if (mapped.type === "created") {
    const { row, before } = mapped;
    return {
      ...mapped,
      ...(before === undefined ? {} : { before: map(before, [table]) }),
      ...(row === undefined ? {} : { row: mapRow(table, row as unknown as Row, map) as unknown as typeof row }),
    };
  }
  if (mapped.type !== "changed") return mapped;
  const { field } = mapped;
  const ofField = (side: "from" | "to"): object =>
    mapped[side] === undefined
      ? {}
      : { [side]: (mapFields(table, { [field]: mapped[side] }, map) as Readonly<Record<string, unknown>>)[field] };
  return { ...mapped, ...ofField("from"), ...ofField("to") };
}

/** The history with every id mapped. */
export function mapHistoryIds(history: WorkHistory, map: IdMap): WorkHistory {
  const { truncated } = history;
  return {
    ...history,
    events: history.events.map((event) => mapEvent(event, map)),
    ...(truncated === undefined ? {} : { truncated: truncated.map((subject) => mapSubject(subject, map)) }),
  };
}

const recordPlaces = [place("personId", "people"), place("itemId", "items"), place("teamId", "teams")];

/** The records with every id mapped. */
export function mapRecordIds(records: WorkRecords, map: IdMap): WorkRecords {
  const tables = Object.entries(records).flatMap(([table, rows]) =>
    Array.isArray(rows) && table !== "coverage" && table !== "retention"
      ? [[table, rows.map((row: unknown) => mapPlaces(row, [place("id", table), ...recordPlaces], map))]]
      : [],
  );
  return { ...records, ...Object.fromEntries(tables) };
}
