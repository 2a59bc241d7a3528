import { readdirSync, readFileSync } from "node:fs";
import { anyPlanWithHistory } from "@evenkeel/core/testing";
import { readWork } from "@evenkeel/interop";
import { statedRuns } from "@evenkeel/test-kit";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { reviewWork } from "evenkeel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

const folder = new URL("../../packages/schema/json/", import.meta.url);
const schemas = new Map(
  readdirSync(folder).map((file) => [
    file.replace(".json", ""),
    JSON.parse(readFileSync(new URL(file, folder), "utf8")),
  ]),
);
const ajv = new Ajv2020({ allErrors: true, strict: false, formats: {} });
const compiled = new Map<string, ValidateFunction>([...schemas].map(([name, schema]) => [name, ajv.compile(schema)]));

/** What a schema says against the value as it travels: JSON. */
function faults(name: string, value: unknown): string[] {
  const validate = compiled.get(name);
  if (validate === undefined) throw new TypeError(`no schema ${name}`);
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

describe("published JSON Schemas", () => {
  test.each([...schemas.keys()])("%s is draft 2020-12 with a versioned id", (name) => {
    expect(schemas.get(name)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `https://evenkeel.dev/schema/${name}/1.json`,
    });
  });

  const samples = new URL("../../examples/data/", import.meta.url);
  const files = readdirSync(samples).filter(
    (file) => /\.(json|xml|csv|md)$/.test(file) && !/README|package/.test(file),
  );
  test.each(files)("the sample %s, its report and its review are what the schemas say", async (file) => {
    const read = await readWork(readFileSync(new URL(file, samples)), { name: file });
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const { plan, history, records, report } = read.value;
    expect(faults("work-plan", plan)).toEqual([]);
    expect(faults("work-history", history)).toEqual([]);
    expect(faults("work-records", records)).toEqual([]);
    expect(faults("import-report", report)).toEqual([]);
    const review = reviewWork({ plan, history, records, now: "2026-11-20" });
    expect(review.ok && faults("review", review.value)).toEqual([]);
  });

  test("reviews of generated work, and their parts", () => {
    fc.assert(
      fc.property(anyPlanWithHistory, ({ plan, history }) => {
        const result = reviewWork({ plan, history, now: "2026-05-20" });
        if (!result.ok) return;
        const { contributor, lead, findings, schedules } = result.value;
        expect(faults("review", result.value)).toEqual([]);
        for (const finding of findings) expect(faults("finding", finding)).toEqual([]);
        for (const duty of contributor.duties) expect(faults("duty", duty)).toEqual([]);
        for (const next of contributor.next) expect(faults("next-item", next)).toEqual([]);
        for (const stuck of lead.stuck) expect(faults("stuck-item", stuck)).toEqual([]);
        for (const blocker of lead.unblock) expect(faults("blocker", blocker)).toEqual([]);
        for (const { schedule } of schedules) expect(faults("schedule", schedule)).toEqual([]);
        if (lead.forecast !== undefined) expect(faults("forecast", lead.forecast.forecast)).toEqual([]);
      }),
      { numRuns: statedRuns(1_000) },
    );
  });
});
