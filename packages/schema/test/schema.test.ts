import { readFileSync, writeFileSync } from "node:fs";
import type { WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
import { testLaws } from "@evenkeel/test-kit";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod/mini";
import {
  type DocumentName,
  fieldNames,
  jsonSchema,
  migrate,
  parseHistory,
  parsePlan,
  parseRecords,
  type workPlanSchema,
} from "../src/index.js";
import { schemaLaws } from "../src/testing.js";

describe("reading documents", () => {
  test("says where the shape is wrong, all at once", () => {
    const result = parsePlan({
      formatVersion: 1,
      items: [
        { id: "A", title: 7, kind: "chore" },
        { title: "B", kind: "task", colour: "red" },
      ],
    });
    expect(result.issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
      ["schema/wrong-type", "items/0/title"],
      ["schema/wrong-type", "items/0/kind"],
      ["schema/wrong-type", "items/1/id"],
      ["schema/unknown-field", "items/1/colour"],
    ]);
  });

  test("keeps what custom fields hold, __proto__ and toString included", () => {
    const wire = JSON.parse(
      '{"formatVersion":1,"items":[{"id":"A","title":"t","kind":"task","customFields":{"toString":"x","__proto__":{"a":1}}}]}',
    );
    const parsed = parsePlan(wire);
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(JSON.stringify(wire));
  });

  test("refuses a newer version and a document without one", () => {
    expect(parseRecords({ formatVersion: 2 }).issues[0]?.code).toBe("schema/newer-format");
    expect(parseHistory([]).issues[0]?.code).toBe("schema/no-format-version");
    expect(parsePlan({}).issues[0]?.code).toBe("schema/no-format-version");
  });

  test("refuses NaN and Infinity as numbers", () => {
    expect(
      parsePlan({ formatVersion: 1, commitments: [{ id: "c", due: "2026-05-01", probability: Number.NaN }] }).ok,
    ).toBe(false);
  });

  test("the schema's type is the document's", () => {
    expectTypeOf<z.infer<typeof workPlanSchema>>().toEqualTypeOf<WorkPlan>();
    expectTypeOf<WorkHistory["formatVersion"]>().toEqualTypeOf<WorkRecords["formatVersion"]>();
  });
});

describe("migrations", () => {
  test("run step by step to the current version", () => {
    const steps = [
      {
        from: 0,
        what: "tasks became items",
        apply: ({ tasks, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, items: tasks }),
      },
    ];
    expect(migrate({ formatVersion: 0, tasks: [] }, 1, steps)).toMatchObject({
      ok: true,
      value: { formatVersion: 1, items: [] },
    });
    expect(migrate({ formatVersion: -1 }, 1, steps).issues[0]?.code).toBe("schema/no-migration");
  });
});

describe("JSON Schema", () => {
  test.each<DocumentName>(["work-plan", "work-history", "work-records"])("%s is the committed file", (name) => {
    const file = new URL(`../json/${name}.json`, import.meta.url);
    const text = `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
    if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("names the fields that checks may need", () => {
    for (const field of ["items.outcomeIds", "events.at", "workIntervals.personId", "dependencies.handoff"])
      expect(fieldNames().has(field)).toBe(true);
  });
});

testLaws("laws of the schemas", schemaLaws());
