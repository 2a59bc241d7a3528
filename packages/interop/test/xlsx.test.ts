import type { WorkPlan } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import write from "write-excel-file/universal";
import { detectFormat, readWork } from "../src/index.js";
import { readMappedCsv, writeCsv } from "../src/mapped-csv.js";
import { readMondayXlsx } from "../src/monday-xlsx.js";
import { anyRichPlan } from "../src/testing.js";
import { packStored } from "../src/xlsx/unpack.js";
import { readXlsx, writeXlsx } from "../src/xlsx.js";

type Cells = readonly (readonly (string | number | Date | null)[])[];

const workbook = async (...sheets: Cells[]): Promise<Uint8Array> => {
  const written = write(
    sheets.map((data, at) => ({
      data: data.map((row) => [...row]),
      sheet: `Sheet ${at + 1}`,
      dateFormat: "yyyy-mm-dd hh:mm",
    })),
  );
  return new Uint8Array(await (await written.toBlob()).arrayBuffer());
};

const codesOf = async (bytes: Uint8Array, options = {}): Promise<string[]> => {
  const read = await readXlsx(bytes, options);
  return read.ok ? [] : read.issues.map(({ code }) => code);
};

/** What both readers of tables say of a plan alike. */
const alike = (plan: WorkPlan): unknown => ({
  ...plan,
  coverage: undefined,
  items: plan.items?.map(({ sources: _sources, ...item }) => item),
});

testLaws("a workbook", [
  {
    name: "that was written gives the plan the same table gives as text",
    statedRuns: 1_000,
    property: fc.asyncProperty(anyRichPlan, async (plan) => {
      const read = orThrow(await readXlsx(await writeXlsx(deepFreeze(plan)))).plan;
      expect(alike(read)).toEqual(alike(orThrow(readMappedCsv(writeCsv(plan))).plan));
    }),
  },
]);

describe("cells", () => {
  test("with dates are days, local times or times of day, and every cell is accounted for", async () => {
    const bytes = await workbook(
      [
        ["Board", null, null, null],
        [null, null, null, null],
      ],
      [
        ["Task", "Owner", "Due", "Started"],
        ["Dig", "Ada", new Date(Date.UTC(2026, 4, 1)), new Date(Date.UTC(2026, 3, 1, 9, 30))],
        ["Fill", "Bo", null, null],
      ],
    );
    const { plan, report } = orThrow(await readXlsx(bytes));
    expect(plan.items?.map(({ title, dueDate, startedAt }) => [title, dueDate, startedAt])).toEqual([
      ["Dig", "2026-05-01", "2026-04-01T09:30"],
      ["Fill", undefined, undefined],
    ]);
    expect(report.assumptions.find(({ what }) => what === "sheet")?.value).toBe("Sheet 2");
    expect(report.fields.reduce((sum, row) => sum + row.count, 0)).toBe(8 + 1);
    expect(orThrow(await readXlsx(bytes, { sheet: "Sheet 2" })).plan.items?.length).toBe(2);
    expect(await codesOf(bytes, { sheet: "Plan" })).toEqual(["interop/xlsx-missing-sheet"]);
  });

  test("count days from 1904 where the workbook says so", async () => {
    const files = (epoch: string) =>
      packStored(
        Object.entries({
          "xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr ${epoch}/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          "xl/_rels/workbook.xml.rels":
            '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
          "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
          "xl/worksheets/sheet1.xml":
            '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Task</t></is></c><c r="B1" t="inlineStr"><is><t>Due</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Dig</t></is></c><c r="B2" s="1"><v>40000</v></c></row></sheetData></worksheet>',
        }).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
      );
    const due = async (epoch: string) => orThrow(await readXlsx(files(epoch))).plan.items?.[0]?.dueDate;
    expect(await due("")).toBe("2009-07-06");
    expect(await due('date1904="1"')).toBe("2013-07-07");
  });

  test("that look like formulas come back guarded", async () => {
    const plan: WorkPlan = { formatVersion: 1, items: [{ id: "1", title: "=1+1", kind: "task" }] };
    expect(orThrow(await readXlsx(await writeXlsx(plan))).plan.items?.[0]?.title).toBe("'=1+1");
  });
});

describe("an archive is refused before it unpacks", () => {
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  /** The archive with a number of its directory changed; the mark of a file of the directory is 0x02014b50. */
  const changed = (bytes: Uint8Array, offset: number, value: number): Uint8Array => {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    for (let at = 0; at + 46 < copy.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
    return copy;
  };

  test("to more than the bounds", async () => {
    const small = packStored([part("xl/workbook.xml", "<workbook/>")]);
    const deflated = changed(changed(small, 10, 8), 24, 3_000_000_000);
    expect(await codesOf(deflated)).toEqual(["interop/xlsx-archive-bomb"]);
    expect(await codesOf(changed(changed(small, 10, 8), 24, 2_000_000))).toEqual(["interop/xlsx-archive-bomb"]);
    const many = packStored(Array.from({ length: 2_001 }, (_none, at) => part(`${at}.xml`, "")));
    expect(await codesOf(many)).toEqual(["interop/xlsx-archive-bomb"]);
  });

  test("to more than it says", async () => {
    const bytes = await workbook([["Task"], ["x".repeat(1000)]]);
    const lying = bytes.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, view.getUint32(at + 24, true) - 1, true);
    expect(await codesOf(lying)).toEqual(["interop/xlsx-broken-archive"]);
  });

  test("with one cell in the far corner of a sheet", async () => {
    const rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const corner = packStored([
      part("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ]);
    expect(await codesOf(corner)).toEqual(["interop/any-too-many-rows"]);
    expect(await codesOf(corner, { limits: { rows: 2_000_000, columns: 20_000 } })).toEqual([
      "interop/xlsx-archive-bomb",
    ]);
  });

  const sample = workbook([
    ["Task", "Owner"],
    ["Dig", "Ada"],
  ]);
  testLaws("whatever its bytes", [
    {
      name: "is an import or codes",
      statedRuns: 5_000,
      property: fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), async (edits) => {
        const bytes = (await sample).slice();
        for (const [at, value] of edits) bytes[at % bytes.length] = value;
        const read = await readXlsx(bytes);
        return read.ok || read.issues.every(({ code }) => code.startsWith("interop/"));
      }),
    },
  ]);
});

describe("an exported board", () => {
  const sheet: Cells = [
    ["Harbour", null, null, null],
    ["Works of the year", null, null, null],
    ["Now", null, null, null],
    ["Name", "Person", "Status", "Date"],
    ["Dig", "Ada", "Working on it", new Date(Date.UTC(2026, 4, 1))],
    ["Subitems", "Name", "Owner", "Status"],
    [null, "Order pump", "Bo", "Done"],
    ["Fill", "Bo", "Done", null],
    [null, null, "1 Done", null],
    [null, null, null, null],
    ["Later", null, null, null],
    ["Name", "Person", "Status", "Date"],
    ["Dig", null, null, null],
  ];

  test("gives its groups as lists, items and subitems, and counts every cell", async () => {
    const { plan, report } = orThrow(await readMondayXlsx(await workbook(sheet)));
    expect(plan.projects?.map(({ name }) => name)).toEqual(["Harbour"]);
    expect(plan.containers?.map(({ name }) => name)).toEqual(["Now", "Later"]);
    expect(
      plan.items?.map(({ id, title, parentId, stateId, dueDate }) => [id, title, parentId, stateId, dueDate]),
    ).toEqual([
      ["row-5", "Dig", undefined, "Working on it", "2026-05-01"],
      ["row-7", "Order pump", "row-5", "Done", undefined],
      ["row-8", "Fill", undefined, "Done", undefined],
      ["row-13", "Dig", undefined, plan.items?.[3]?.stateId, undefined],
    ]);
    expect(report.fields.reduce((sum, row) => sum + row.count, 0)).toBe(
      sheet.flat().filter((cell) => cell !== null).length,
    );
  });

  test("is found by its layout, other workbooks are tables", async () => {
    const bytes = await workbook(sheet);
    expect(orThrow(detectFormat(bytes)).format).toBe("xlsx");
    expect(orThrow(await readWork(bytes)).report.format.name).toBe("monday-xlsx");
    const table = await workbook([
      ["Name", "Owner"],
      ["Dig", "Ada"],
    ]);
    expect(orThrow(await readWork(table)).report.format.name).toBe("xlsx");
    const refused = await readMondayXlsx(table);
    expect(refused.issues.map(({ code }) => code)).toEqual(["interop/monday-group-header-rows"]);
  });
});
