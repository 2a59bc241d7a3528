import { orThrow } from "@evenkeel/kernel";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { detectFormat } from "../src/index.js";
import { readOcel } from "../src/ocel.js";
import { mutatedText, readerLaws } from "../src/testing.js";
import { countXml } from "./walkers.js";

const json = JSON.stringify({
  objectTypes: [{ name: "Order", attributes: [{ name: "price", type: "float" }] }],
  eventTypes: [{ name: "Pay", attributes: [{ name: "by", type: "string" }] }],
  objects: [
    {
      id: "o1",
      type: "Order",
      attributes: [
        { name: "price", time: "1970-01-01T00:00:00Z", value: "10" },
        { name: "price", time: "2026-03-01T09:00:00Z", value: "12" },
      ],
      relationships: [{ objectId: "o2", qualifier: "part of" }],
    },
    { id: "o2", type: "Order", attributes: [], relationships: [] },
  ],
  events: [
    {
      id: "e1",
      type: "Pay",
      time: "2026-03-02T09:00:00Z",
      attributes: [{ name: "by", value: "card" }],
      relationships: [{ objectId: "o1", qualifier: "order" }],
    },
  ],
});

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<log>
  <object-types><object-type name="Order"><attributes><attribute name="price" type="float"/></attributes></object-type></object-types>
  <event-types><event-type name="Pay"><attributes><attribute name="by" type="string"/></attributes></event-type></event-types>
  <objects>
    <object id="o1" type="Order">
      <attributes>
        <attribute name="price" time="1970-01-01T00:00:00Z">10</attribute>
        <attribute name="price" time="2026-03-01T09:00:00Z">12</attribute>
      </attributes>
      <objects><relationship object-id="o2" qualifier="part of"/></objects>
    </object>
    <object id="o2" type="Order"><attributes/></object>
  </objects>
  <events>
    <event id="e1" type="Pay" time="2026-03-02T09:00:00Z">
      <attributes><attribute name="by">card</attribute></attributes>
      <objects><relationship object-id="o1" qualifier="order"/></objects>
    </event>
  </events>
</log>`;

test("a log in XML gives what the same log in JSON gives, and every element and attribute is accounted for", () => {
  const [first, second] = [orThrow(readOcel(json)), orThrow(readOcel(xml))];
  expect(second.plan).toEqual(first.plan);
  expect(second.history).toEqual(first.history);
  expect(second.report.fields.reduce((sum, row) => sum + row.count, 0)).toBe(countXml(xml));
  expect(orThrow(detectFormat(xml)).format).toBe("ocel");
});

test("what the format has no word for is dropped and said", () => {
  const { report } = orThrow(readOcel(xml.replace('<object id="o2"', '<object colour="red" id="o2"')));
  expect(report.fields.find(({ source }) => source === "log/objects/object/@colour")).toMatchObject({
    fate: "dropped",
  });
});

testLaws("broken logs in XML", [
  ...readerLaws("the OCEL reader of XML", readOcel, [xml]),
  {
    name: "are accounted for where they are read",
    statedRuns: 5_000,
    property: fc.property(mutatedText([xml]), (input) => {
      const read = readOcel(input);
      if (!read.ok) return;
      const fields = read.value.report.fields.reduce((sum, row) => sum + row.count, 0);
      expect(fields).toBe(countXml(input.replace(/^\ufeff/, "")));
    }),
  },
]);

const firstJson = JSON.stringify({
  "ocel:events": {
    e1: {
      ...{ "ocel:activity": "Pay", "ocel:timestamp": "2026-03-02T09:00:00Z", "ocel:omap": ["o1", "o2"] },
      "ocel:vmap": { by: "card" },
    },
  },
  "ocel:objects": {
    o1: { "ocel:type": "Order", "ocel:ovmap": { price: "10" } },
    o2: { "ocel:type": "Item", "ocel:ovmap": {} },
  },
});

const firstXml = `<?xml version='1.0' encoding='UTF-8'?>
<log>
  <global scope="event"><string key="activity" value="__INVALID__"/></global>
  <global scope="log"><list key="attribute-names"><string key="attribute-name" value="price"/></list><string key="version" value="1.0"/></global>
  <events>
    <event>
      <string key="id" value="e1"/><string key="activity" value="Pay"/><date key="timestamp" value="2026-03-02T09:00:00Z"/>
      <list key="omap"><string key="object-id" value="o1"/><string key="object-id" value="o2"/></list>
      <list key="vmap"><string key="by" value="card"/></list>
    </event>
  </events>
  <objects>
    <object><string key="id" value="o1"/><string key="type" value="Order"/><list key="ovmap"><string key="price" value="10"/></list></object>
    <object><string key="id" value="o2"/><string key="type" value="Item"/><list key="ovmap"/></object>
  </objects>
</log>`;

test("a log of version 1.0 in XML gives what the same log in JSON gives, each object with its whole history", () => {
  expect(orThrow(detectFormat(firstXml))).toMatchObject({ format: "ocel" });
  expect(orThrow(detectFormat(firstXml.slice(0, firstXml.indexOf("<objects>"))))).toMatchObject({ format: "ocel" });
  const [told, read] = [orThrow(readOcel(firstJson)), orThrow(readOcel(firstXml))];
  expect(read.plan.items).toEqual(told.plan.items);
  expect(read.plan.workflows).toEqual(told.plan.workflows);
  expect(read.history.events).toEqual(told.history.events);
  expect(read.history.events.map(({ subject, type }) => [subject.id, type])).toEqual([
    ["o1", "stateChanged"],
    ["o2", "stateChanged"],
  ]);
  expect(read.report.format.version).toBe("1.0");
  expect(read.report.issues.map(({ code }) => code)).toContain("interop/ocel-ocel1-keys");
  expect(read.report.fields.reduce((sum, { count }) => sum + count, 0)).toBe(countXml(firstXml));
});

testLaws("broken logs of version 1.0 in XML", [...readerLaws("the OCEL reader", readOcel, [firstXml])]);
