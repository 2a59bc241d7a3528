import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readGanttProject } from "../src/ganttproject.js";
import { readMspdi } from "../src/mspdi.js";
import { readPmxml } from "../src/pmxml.js";
import { readXer, writeXer } from "../src/xer.js";
import { sum } from "./accounted.js";
import { countXer, countXml } from "./walkers.js";
import { mspdiFields as mspdi } from "./wider-samples.js";

const table = (name: string, fields: readonly string[], ...rows: readonly (readonly string[])[]) =>
  [`%T\t${name}`, `%F\t${fields.join("\t")}`, ...rows.map((row) => `%R\t${row.join("\t")}`)].join("\r\n");

const xer = [
  "ERMHDR\t19.12",
  table("PROJECT", ["proj_id", "proj_short_name"], ["1", "Pier"]),
  table(
    "PROJWBS",
    ["wbs_id", "proj_id", "wbs_name", "parent_wbs_id"],
    ["10", "1", "Pier", ""],
    ["11", "1", "Basin", "10"],
  ),
  table("RSRC", ["rsrc_id", "rsrc_name", "rsrc_type"], ["5", "Ada", "RT_Labor"], ["6", "Crane", "RT_Equip"]),
  table("TASK", ["task_id", "proj_id", "wbs_id", "task_name", "guid"], ["100", "1", "11", "Dig", "g1"]),
  table(
    "UDFTYPE",
    ["udf_type_id", "table_name", "udf_type_label"],
    ["1", "TASK", "Berth"],
    ["2", "TASK", "guid"],
    ["3", "PROJWBS", "Lot"],
    ["4", "RSRC", "Grade"],
    ["5", "TASK", "Permit"],
    ["6", "DOCUMENT", "Shelf"],
  ),
  table("UDFCODE", ["udf_code_id", "udf_code_name"], ["7", "Granted"]),
  table(
    "UDFVALUE",
    ["udf_type_id", "fk_id", "udf_text", "udf_number", "udf_code_id"],
    ["1", "100", "N1", "", ""],
    ["2", "100", "other", "", ""],
    ["3", "11", "", "3", ""],
    ["4", "6", "A", "", ""],
    ["5", "100", "", "", "7"],
    ["6", "100", "B", "", ""],
    ["9", "100", "B", "", ""],
    ["1", "999", "N2", "", ""],
  ),
  "%E",
].join("\r\n");

test("user-defined fields of XER stand on their rows by the labels people see", () => {
  const { plan, report } = orThrow(readXer(xer));
  expect(plan.items?.map(({ title, customFields }) => [title, customFields])).toEqual([
    ["Pier", undefined],
    ["Basin", { Lot: "3" }],
    ["Dig", { Berth: "N1", "guid (user-defined)": "other", Permit: "Granted", guid: "g1" }],
  ]);
  expect(plan.resources?.map(({ customFields }) => customFields)).toEqual([{ Grade: "A" }]);
  expect(sum(report.fields)).toBe(countXer(xer));
});

test("written again, they are user-defined fields and no columns", () => {
  const written = writeXer(orThrow(readXer(xer)).plan);
  expect(/%F[^\n]*Berth/.test(written)).toBe(false);
  const fieldsOf = (text: string) => orThrow(readXer(text)).plan.items?.map(({ customFields }) => customFields);
  expect(fieldsOf(written)).toEqual(fieldsOf(xer));
});

test("without what has no place in the model there are none", () => {
  const { plan } = orThrow(readXer(xer, { keepUnmapped: false }));
  expect(plan.items?.every(({ customFields }) => customFields === undefined)).toBe(true);
});

test("user-defined fields of Primavera's XML, within their elements or beside them", () => {
  const text = `<APIBusinessObjects>
<UDFType><ObjectId>1</ObjectId><Title>Berth</Title><SubjectArea>Activity</SubjectArea></UDFType>
<UDFType><ObjectId>2</ObjectId><Title>Depth</Title><SubjectArea>Activity</SubjectArea></UDFType>
<Project><ObjectId>1</ObjectId><Name>Pier</Name>
<Activity><ObjectId>100</ObjectId><Id>A10</Id><Name>Dig</Name>
<UDF><TypeObjectId>1</TypeObjectId><Text>N1</Text></UDF><UDF><TypeObjectId>2</TypeObjectId><Double>4.5</Double></UDF></Activity>
<Activity><ObjectId>101</ObjectId><Id>A20</Id><Name>Fill</Name></Activity>
<UDFValue><ForeignObjectId>101</ForeignObjectId><UDFTypeObjectId>1</UDFTypeObjectId><UDFTypeSubjectArea>Activity</UDFTypeSubjectArea><Text>N2</Text></UDFValue>
</Project></APIBusinessObjects>`;
  const { plan, report } = orThrow(readPmxml(text));
  expect(plan.items?.map(({ customFields }) => customFields)).toMatchObject([
    { Berth: "N1", Depth: "4.5" },
    { Berth: "N2" },
  ]);
  expect(sum(report.fields)).toBe(countXml(text));
});

test("columns added to GanttProject's tasks have their names", () => {
  const text = `<project name="Pier" version="3.2"><tasks>
<taskproperties><taskproperty id="tpd0" name="type" type="default" valuetype="icon"/>
<taskproperty id="tpc0" name="Berth" type="custom" valuetype="text"/></taskproperties>
<task id="1" name="Dig" start="2026-03-02" duration="3"><customproperty taskproperty-id="tpc0" value="N1"/>
<customproperty taskproperty-id="tpc9" value="?"/></task></tasks></project>`;
  const { plan, report } = orThrow(readGanttProject(text));
  expect(plan.items?.[0]?.customFields).toMatchObject({ Berth: "N1" });
  expect(sum(report.fields)).toBe(countXml(text));
});

test("fields of one's own in Microsoft Project's files have the names people gave them, else those of the tool", () => {
  const { plan, report } = orThrow(readMspdi(mspdi));
  expect(plan.items?.[0]?.customFields).toMatchObject({
    Berth: "N1",
    "Berth (Number1)": "4.00",
    Permit: "Granted",
    Trade: "Civil-Dredging",
    "WBS (Text3)": "own",
    WBS: "1.1",
  });
  expect(plan.people?.[0]?.customFields).toMatchObject({ Text1: "Diver" });
  expect(plan.assignments?.[0]?.customFields).toMatchObject({ Text1: "night" });
  expect(sum(report.fields)).toBe(countXml(mspdi));
});

test("without what has no place in the model Microsoft Project's files have none either", () => {
  const { plan } = orThrow(readMspdi(mspdi, { keepUnmapped: false }));
  expect(plan.items?.[0]?.customFields).toBeUndefined();
});
