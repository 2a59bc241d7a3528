import type { WorkEvent, WorkHistory } from "@evenkeel/core";
import { anyPlanWithHistory } from "@evenkeel/core/testing";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { writeParquet } from "../src/parquet.js";

/** The history of a file, by another reader of the format. */
async function readBack(bytes: Uint8Array): Promise<WorkHistory> {
  const file = bytes.slice().buffer;
  const rows = await parquetReadObjects({ file });
  const events = rows.map((row) => {
    const { at, atText, recordedAt, recordedAtText, table, subjectId, more, ...facts } = row;
    const text = (time: unknown, stated: unknown) =>
      time instanceof Date ? time.toISOString().replace(".000Z", "Z") : (stated ?? undefined);
    const known = Object.entries({
      ...facts,
      at: text(at, atText),
      recordedAt: text(recordedAt, recordedAtText),
      subject: { table, id: subjectId },
      ...(typeof more === "string" ? (JSON.parse(more) as object) : {}),
    }).filter(([, value]) => value !== undefined && value !== null);
    return Object.fromEntries(known) as unknown as WorkEvent;
  });
  const rest = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === "evenkeel")?.value;
  return { ...(JSON.parse(rest ?? "{}") as { formatVersion: 1 }), events };
}

const same = (history: WorkHistory): string => canonicalJson(history as unknown as Json);

const times = fc.constantFrom(
  "2026-05-01",
  "2026-05-01T08:00",
  "2026-05-01T08:00:30Z",
  "2026-05-01T08:00:30.250Z",
  "1969-12-31T23:59:59Z",
);

testLaws("a history written as Parquet", [
  {
    name: "is read by another reader as it was",
    statedRuns: 2_000,
    property: fc.asyncProperty(
      anyPlanWithHistory,
      fc.array(
        fc.record({ at: times, value: fc.string(), number: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
      ),
      async ({ history }, more) => {
        const added = more.map(
          ({ at, value, number }, index): WorkEvent => ({
            id: `more-${index}`,
            at,
            recordedAt: "2026-05-02T00:00:00Z",
            subject: { table: "items", id: value },
            source: "inferred",
            ...(index % 2 === 0
              ? { type: "estimated", of: "effort", from: number, to: 3 }
              : { type: "changed", field: "title", from: value, to: { text: value } }),
          }),
        );
        const whole: WorkHistory = {
          ...history,
          events: [...history.events, ...added],
          truncated: [{ table: "items", id: "1" }],
        };
        expect(same(await readBack(await writeParquet(deepFreeze(whole))))).toBe(same(whole));
      },
    ),
  },
]);

test("texts that repeat are dictionaries, instants are int64 milliseconds UTC", async () => {
  const events = Array.from(
    { length: 5_000 },
    (_none, row): WorkEvent => ({
      id: `e${row}`,
      at: "2026-05-01T08:00:00Z",
      subject: { table: "items", id: `HAR-${row % 100}` },
      source: "exact",
      type: "stateChanged",
      to: row % 2 === 0 ? "Doing" : "Done",
    }),
  );
  const bytes = await writeParquet({ formatVersion: 1, events });
  const { row_groups: groups, schema } = parquetMetadata(bytes.slice().buffer);
  const encodings = new Map(
    groups.flatMap(({ columns }) =>
      columns.map(({ meta_data }) => [
        meta_data?.path_in_schema.join("."),
        meta_data?.encodings.includes("RLE_DICTIONARY"),
      ]),
    ),
  );
  expect(Object.fromEntries(encodings)).toEqual({
    at: false,
    id: false,
    table: true,
    subjectId: true,
    type: true,
    source: true,
    to: true,
  });
  expect(schema.find(({ name }) => name === "at")).toMatchObject({ type: "INT64", converted_type: "TIMESTAMP_MILLIS" });
});

test("a column that begins late or ends early is empty in the other groups of rows", async () => {
  const events = Array.from(
    { length: 100_003 },
    (_none, row): WorkEvent => ({
      id: row === 1 ? "début" : `e${row}`,
      at: row > 100_000 ? "2026-05-01" : "1960-05-01T08:00:00Z",
      subject: { table: "items", id: `HAR-${(row * 7) % 300}` },
      source: "exact",
      type: "stateChanged",
      to: "Done",
      ...(row === 100_001 ? { reason: "late" } : row === 5 ? { note: "early" } : {}),
    }),
  );
  const history = { formatVersion: 1 as const, events };
  expect(await readBack(await writeParquet(history))).toEqual(history);
});
