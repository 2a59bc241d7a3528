import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { formatVersion, type WorkHistory, type WorkPlan, type WorkRecords } from "@evenkeel/core";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod/mini";
import {
  type DocumentName,
  fieldNames,
  jsonSchema,
  migrate,
  migrations,
  parseHistory,
  parsePlan,
  parseRecords,
  standardSchema,
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

describe("tolerant reading", () => {
  const wire = JSON.parse(
    '{"formatVersion":1,"sprints":[1],"items":[{"id":"A","title":"t","kind":"task","colour":"red","schedule":{"kind":"task","buffer":{"days":2}},"__proto__":{"a":1}},{"id":"B","title":"t","kind":"task"}]}',
  );

  test("keeps what it does not know under extensions, by its way within the row, and says so", () => {
    const parsed = parsePlan(deepFreeze(wire), { mode: "tolerant" });
    expect(parsed.ok && JSON.parse(JSON.stringify(parsed.value))).toEqual(
      JSON.parse(
        '{"formatVersion":1,"items":[{"id":"A","title":"t","kind":"task","schedule":{"kind":"task"},"extensions":{"colour":"red","schedule.buffer":{"days":2},"__proto__":{"a":1}}},{"id":"B","title":"t","kind":"task"}],"extensions":{"sprints":[1]}}',
      ),
    );
    expect(parsed.issues.map(({ code, severity, path }) => [code, severity, path.join("/")]).sort()).toEqual([
      ["schema/kept-as-extension", "info", "items/0/__proto__"],
      ["schema/kept-as-extension", "info", "items/0/colour"],
      ["schema/kept-as-extension", "info", "items/0/schedule/buffer"],
      ["schema/kept-as-extension", "info", "sprints"],
    ]);
    expect(parsePlan(wire).ok).toBe(false);
  });

  test("is as strict in all else, and loses no extension that is there already", () => {
    const wrong = parsePlan(
      { formatVersion: 1, items: [{ id: "A", title: 7, kind: "task", colour: "red" }] },
      { mode: "tolerant" },
    );
    expect(wrong.issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
      ["schema/wrong-type", "items/0/title"],
    ]);
    const taken = { id: "A", title: "t", kind: "task", colour: "red", extensions: { colour: "blue" } };
    expect(
      parsePlan({ formatVersion: 1, items: [taken] }, { mode: "tolerant" }).issues.map(({ code }) => code),
    ).toContain("schema/unknown-field");
  });

  test("reads events and records alike", () => {
    const event = {
      id: "1",
      at: "2026-05-01",
      subject: { table: "items", id: "A" },
      source: "exact",
      type: "created",
      mood: "calm",
    };
    const read = parseHistory({ formatVersion: 1, events: [event] }, undefined, { mode: "tolerant" });
    expect(read.ok && read.value.events[0]?.extensions).toEqual({ mood: "calm" });
    expect(parseRecords({ formatVersion: 1, extra: 1 }, { mode: "tolerant" }).ok).toBe(true);
  });
});

describe("as a Standard Schema", () => {
  test("is one by its type, and answers like the reader", () => {
    const schema: StandardSchemaV1<unknown, WorkPlan> = standardSchema("work-plan");
    expect(schema["~standard"].validate({ formatVersion: 1 })).toEqual({ value: { formatVersion: 1 } });
    expect(
      standardSchema("work-history")
        ["~standard"].validate({ formatVersion: 1 })
        .issues?.map(({ path }) => path),
    ).toEqual([["events"]]);
    expect(
      standardSchema("work-records", { mode: "tolerant" })["~standard"].validate({ formatVersion: 1, x: 1 }).issues,
    ).toBeUndefined();
  });
});

describe("without eval", () => {
  test("documents are read where code from strings is forbidden", () => {
    const program = `import { parsePlan, parseHistory, parseRecords } from ${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)};
      const all = [parsePlan({ formatVersion: 1, items: [{ id: "A", title: "t", kind: "task" }] }), parseHistory({ formatVersion: 1, events: [] }), parseRecords({ formatVersion: 1 })];
      process.stdout.write(String(all.every(({ ok }) => ok)));`;
    const run = spawnSync(
      process.execPath,
      ["--disallow-code-generation-from-strings", "--input-type=module", "-e", program],
      { encoding: "utf8" },
    );
    expect([run.stdout, run.stderr]).toEqual(["true", ""]);
  });
});

describe("versions", () => {
  const folder = new URL("versions/", import.meta.url);
  test.each(readdirSync(folder))("the document %s is read today", (file) => {
    const { formatVersion: written } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    expect(file.startsWith(`${written}-`)).toBe(true);
    expect(parsePlan(JSON.parse(readFileSync(new URL(file, folder), "utf8"))).issues).toEqual([]);
  });

  test("every older one has a step to the next, and a document that takes it", () => {
    const older = Array.from({ length: formatVersion - 1 }, (_none, at) => at + 1);
    expect(migrations.map(({ from }) => from)).toEqual(older);
    const written = new Set(readdirSync(folder).map((file) => Number(file.split("-")[0])));
    expect([...written].sort()).toEqual([...older, formatVersion]);
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
