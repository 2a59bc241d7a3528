import { writeOcel } from "../src/ocel.js";

/** Small valid inputs of standards and text formats; their people are invented. */

const event = (name: string, at: string, ...more: string[]): string =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/>${more.join("")}</event>`;

export const xes = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<global scope="event"><string key="concept:name" value="name"/></global>
<classifier name="Activity" keys="concept:name"/>
<string key="concept:name" value="Harbour"/>
<trace><string key="concept:name" value="7"/><string key="area" value="north"><int key="depth" value="4"/></string>
${event("Dig", "2026-03-03T09:00:00.000+01:00", '<string key="lifecycle:transition" value="complete"/>', '<string key="org:resource" value="Ada"/>')}
${event("Dig", "2026-03-02T09:00:00.000+01:00", '<string key="lifecycle:transition" value="start"/>', '<string key="org:resource" value="Ada"/>', '<float key="cost" value="12.5"/>')}
${event("Dig", "2026-03-02T12:00:00.000+01:00", '<string key="lifecycle:transition" value="suspend"/>')}
${event("Dig", "2026-03-02T13:00:00.000+01:00", '<string key="lifecycle:transition" value="resume"/>')}
${event("Fill", "2026-03-04T09:00:00.000250+01:00", '<list key="crew"><values><string key="who" value="Bo"/></values></list>')}
</trace>
<trace><string key="concept:name" value="8"/>${event("Dig", "2026-03-02T10:00:00Z", '<string key="lifecycle:transition" value="schedule"/>')}</trace>
</log>
`;

export const ocel = JSON.stringify({
  objectTypes: [
    { name: "Order", attributes: [{ name: "price", type: "float" }] },
    { name: "Parcel", attributes: [] },
  ],
  eventTypes: [
    { name: "Place", attributes: [{ name: "by", type: "string" }] },
    { name: "Ship", attributes: [] },
  ],
  objects: [
    {
      id: "o1",
      type: "Order",
      attributes: [
        { name: "price", time: "1970-01-01T00:00:00Z", value: "10" },
        { name: "price", time: "2026-03-03T09:00:00+01:00", value: "12" },
      ],
      relationships: [{ objectId: "p1", qualifier: "goes in" }],
    },
    { id: "p1", type: "Parcel" },
  ],
  events: [
    {
      id: "e2",
      type: "Ship",
      time: "2026-03-04T09:00:00Z",
      relationships: [
        { objectId: "o1", qualifier: "order" },
        { objectId: "p1", qualifier: "parcel" },
      ],
    },
    {
      id: "e1",
      type: "Place",
      time: "2026-03-02T09:00:00Z",
      attributes: [{ name: "by", value: "Ada" }],
      relationships: [{ objectId: "o1", qualifier: "order" }],
    },
  ],
});

export const ocelFirst = JSON.stringify({
  "ocel:global-log": { "ocel:version": "1.0" },
  "ocel:events": {
    e1: {
      "ocel:activity": "Place",
      "ocel:timestamp": "2026-03-02T09:00:00",
      "ocel:omap": ["o1"],
      "ocel:vmap": { by: "Ada" },
    },
  },
  "ocel:objects": { o1: { "ocel:type": "Order", "ocel:ovmap": { price: 10 } } },
});

export const ocelOwn = writeOcel({
  plan: {
    formatVersion: 1,
    items: [
      { id: "1", title: "Dig", kind: "task", schedule: { kind: "task", durationMinutes: 480 } },
      { id: "2", title: "Fill", kind: "task", parentId: "1" },
    ],
  },
  history: {
    formatVersion: 1,
    events: [{ id: "1", at: "2026-05-01", subject: { table: "items", id: "1" }, source: "exact", type: "accepted" }],
  },
});
